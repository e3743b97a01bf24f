import Exams
import Learning
import Seals
import Testing

/// The chain of evidence: what a digest covers.
@Suite struct EvidenceEntryTests {
  private static let act = EvidenceEntry.Act(
    kind: "answer", exam: 1, candidate: 2, payload: "{}",
    moment: Moment(utc: 3, monotonic: 4, boot: "b"), account: 5)

  @Test func `a chain begins at one and counts on`() {
    let first = EvidenceEntry(Self.act, after: nil, in: "town")
    let second = EvidenceEntry(
      Self.act, after: ChainHead(count: first.sequence, digest: first.digest), in: "town")
    #expect((first.sequence, second.sequence) == (1, 2))
    #expect(first.digest != second.digest)
  }

  static let changes: [@Sendable (inout EvidenceEntry.Act) -> Void] = [
    { $0.kind = "answe" }, { $0.exam = 2 }, { $0.candidate = 1 }, { $0.payload = "{ }" },
    { $0.moment.utc = 2 }, { $0.moment.monotonic = 3 }, { $0.moment.boot = "" }, { $0.account = 4 },
    // A byte that moves from one field to the next.
    {
      $0.kind = "answer{"
      $0.payload = "}"
    },
  ]

  @Test(arguments: changes.indices)
  func `a change of any field changes the digest`(index: Int) {
    var changed = Self.act
    Self.changes[index](&changed)
    #expect(
      EvidenceEntry(changed, after: nil, in: "town").digest
        != EvidenceEntry(Self.act, after: nil, in: "town").digest)
  }

  @Test func `the same act in another database or after another head has another digest`() {
    let digest = EvidenceEntry(Self.act, after: nil, in: "town").digest
    #expect(EvidenceEntry(Self.act, after: nil, in: "city").digest != digest)
    let head = ChainHead(count: 0, digest: .none)
    #expect(EvidenceEntry(Self.act, after: head, in: "town").digest != digest)
  }

  @Test func `a head's code is read back as people write it down`() {
    let entry = EvidenceEntry(Self.act, after: nil, in: "town")
    let head = ChainHead(count: entry.sequence, digest: entry.digest)
    #expect(head.isNamed(by: head.code))
    #expect(head.isNamed(by: head.code.lowercased().replacing("-", with: " ")))
    #expect(head.isNamed(by: head.code.replacing("0", with: "O").replacing("1", with: "l")))
    #expect(!head.isNamed(by: ChainHead(count: 2, digest: entry.digest).code))
    #expect(!head.isNamed(by: ""))
  }

  @Test(arguments: [
    ([], ""), ([0], "00"), ([255], "ZW"), ([0, 1, 2, 3, 4], "000G-40R4"),
    ([UInt8](repeating: 255, count: 10), "ZZZZ-ZZZZ-ZZZZ-ZZZZ"),
  ])
  func `bytes are written in Crockford's base 32`(bytes: [UInt8], text: String) {
    #expect(ReadableCode.text(of: bytes) == text)
  }
}
