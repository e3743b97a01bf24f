import Learning
import Seals

/// An act that bears on a result, as it stands in the log: each entry holds the digest of the one before,
/// so that none can be changed, taken out or moved without all later digests telling.
package struct EvidenceEntry: Hashable, Sendable {
  /// What an entry says, without its place in the chain.
  package struct Act: Hashable, Sendable {
    /// A stable word, such as `answer`.
    package var kind: String
    /// Of the exam; 0 where it concerns none.
    package var exam: Int64
    /// Of the candidate; 0 where it concerns none. Persons are numbers here and nothing else.
    package var candidate: Int64
    /// JSON, as it was written; hashed byte by byte.
    package var payload: String
    package var moment: Moment
    /// Whoever did it: the number of an account, 0 for the candidate and for the program.
    package var account: Int64

    package init(
      kind: String, exam: Int64 = 0, candidate: Int64 = 0, payload: String, moment: Moment,
      account: Int64 = 0
    ) {
      self.kind = kind
      self.exam = exam
      self.candidate = candidate
      self.payload = payload
      self.moment = moment
      self.account = account
    }
  }

  /// From 1, without a gap.
  package var sequence: Int64
  package var act: Act
  package var digest: Digest

  package init(sequence: Int64, act: Act, digest: Digest) {
    self.sequence = sequence
    self.act = act
    self.digest = digest
  }

  /// The next entry of a chain.
  ///
  /// - Parameters:
  ///   - database: names the database, so that a chain cannot be moved into another one.
  ///   - head: the last entry; nil begins the chain.
  package init(_ act: Act, after head: ChainHead?, in database: String) {
    sequence = (head?.count ?? 0) + 1
    self.act = act
    digest = Digest(
      of: Self.bytes(
        act, sequence: sequence, previous: head?.digest.bytes ?? [], database: database))
  }

  /// What is hashed: a mark of the layout, then every field with its length before it, so that no byte can
  /// move from one field to the next unseen.
  private static func bytes(
    _ act: Act, sequence: Int64, previous: [UInt8], database: String
  ) -> [UInt8] {
    var bytes = Array("mingfa-evidence-1".utf8)
    func add(_ field: some Collection<UInt8>) {
      withUnsafeBytes(of: UInt32(field.count).bigEndian) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: field)
    }
    func add(_ number: Int64) {
      withUnsafeBytes(of: number.bigEndian) { add(Array($0)) }
    }
    add(database.utf8)
    add(sequence)
    add(previous)
    add(act.kind.utf8)
    add(act.exam)
    add(act.candidate)
    add(act.account)
    add(act.moment.utc)
    add(act.moment.monotonic)
    add(act.moment.boot.utf8)
    add(act.payload.utf8)
    return bytes
  }
}
