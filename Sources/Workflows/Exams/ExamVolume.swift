import Storage

/// The file system under a formal exam. Locks and memory maps of a network are not those that many
/// terminals on one database rely on, so none is held there.
package enum ExamVolume {
  /// - Throws: `ExamFailure.onNetwork`.
  static func check(_ environment: Environment) throws(ExamFailure) {
    if let refusal = Volume(path: environment.folder.path).flatMap(refusal) { throw refusal }
  }

  /// Why no exam is held there; nil where one may be.
  package static func refusal(of volume: Volume) -> ExamFailure? {
    volume.fitness == .network ? .onNetwork(kind: volume.kind) : nil
  }
}
