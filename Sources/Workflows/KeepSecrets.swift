import Storage

/// Keeps what a program knows from being written to a disk when it dies.
package enum KeepSecrets {
  /// To be called before a password or a code is typed.
  package static func inMemory() { MemoryDumps.forbid() }
}
