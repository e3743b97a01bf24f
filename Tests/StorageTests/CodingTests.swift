import Learning
import Questions
import TestKit
import Testing

@testable import Storage

/// What is stored as text comes back as it was.
@Suite struct CodingTests {
  static let ref = QuestionRef(question: 3, version: 8)

  static let facts: [StepFact] = [
    .start(ref, index: 4, optionOrder: [OptionID(3), OptionID(1), OptionID(2)]),
    .start(ref, index: 0, optionOrder: []),
    .answer(ref, .blank, Grade(verdict: .blank, hits: 0, total: 2)),
    .answer(
      ref, .options([OptionID(2), OptionID(7)]), Grade(verdict: .partial, hits: 1, total: 3)),
    .answer(ref, .options([]), Grade(verdict: .blank, hits: 0, total: 3)),
    .answer(ref, .truth(false), Grade(verdict: .wrong, hits: 0, total: 1)),
    .answer(
      ref, .blanks(["出生", "", "\"引号\"\n"]),
      Grade(verdict: .partial, hits: 2, total: 3, hitParts: [0, 2])),
    .answer(ref, .text(""), Grade(verdict: .blank, hits: 0, total: 2)),
    .answer(
      ref, .text("先报警；\\再保留证据 👩‍🌾"), Grade(verdict: .right, hits: 2, total: 2, hitParts: [0, 1])),
    .skip(ref), .move(ref), .mark(ref, true), .mark(ref, false), .undo(ref, sequence: 12), .pause,
    .resume, .finish(.completed), .finish(.submitted), .finish(.deadline), .finish(.abandoned),
  ]

  @Test(arguments: facts) func `a step is read as it was written`(fact: StepFact) throws {
    var verdict: Int?
    if case .answer(_, _, let grade) = fact { verdict = grade.verdict.rawValue }
    #expect(
      try StepCoding.fact(
        kind: StepCoding.kind(of: fact), ref: fact.question, verdict: verdict,
        payload: StepCoding.payload(of: fact)) == fact)
  }

  @Test(arguments: ["dance", "start", "answer", "undo"])
  func `a step that cannot be is refused`(kind: String) {
    #expect(throws: StorageFailure.self) {
      try StepCoding.fact(kind: kind, ref: nil, verdict: nil, payload: "{}")
    }
  }

  static let plans: [ItemPlan] = [
    .inOrder([]), .inOrder([BankSlice(bank: 1, first: 0, count: 100_000)]),
    .shuffled([BankSlice(bank: 1, first: 5, count: 7), BankSlice(bank: 9, first: 0, count: 1)]),
    .listed([]), .listed([ref]), .listed([ref, QuestionRef(question: .max, version: 1), ref]),
  ]

  @Test(arguments: plans) func `a plan is read as it was written`(plan: ItemPlan) throws {
    #expect(try StepCoding.plan(from: StepCoding.text(of: plan)) == plan)
  }

  @Test(arguments: [0 as Int64, 3_600_000, nil])
  func `terms are read as they were written`(limit: Int64?) throws {
    let rules = [
      ScoringRule.allOrNothing, .half, .perOption, ScoringRule(deduction: Score(hundredths: 25)),
      ScoringRule(partialCredit: .perOption(Score(points: 1)), deduction: Score(points: 2)),
    ]
    let terms = MockTerms(
      lines: rules.map { .init(full: Score(hundredths: 250), rule: $0) }, limit: limit,
      passMark: Score(hundredths: 6050))
    #expect(try StepCoding.terms(from: StepCoding.text(of: terms)) == terms)
  }

  @Test func `sections and the blueprint of terms are read as they were written`() throws {
    let terms = MockTerms(
      lines: (0..<5).map { _ in .init(full: Score(points: 2), rule: .half) },
      sections: [
        .init(kind: .single, questions: 2), .init(kind: nil, questions: 2, floor: .zero),
        .init(kind: .trueFalse, questions: 1, floor: Score(points: -1)),
      ], paper: .init(code: "town", title: "乡镇“考试”"), limit: nil, passMark: Score(points: 6))
    #expect(try StepCoding.terms(from: StepCoding.text(of: terms)) == terms)
  }

  @Test func `terms from before papers had sections are read as they were`() throws {
    let terms = try StepCoding.terms(
      from: #"{"lines":[{"full":200,"rule":"all"}],"limit":60000,"pass":120}"#)
    #expect(
      terms
        == MockTerms(
          lines: [.init(full: Score(points: 2), rule: .allOrNothing)], limit: 60_000,
          passMark: Score(hundredths: 120)))
  }

  static let texts = [
    "", "登记", "[#", "[##", "[#1]", "a[", "#]", "[[#2]]", "\"", "\\", "\n", "\u{1}", "\u{2028}",
    "👩‍🌾", "e\u{301}", "[#x]", "[#99999999999999999999]",
  ]

  @Test(arguments: texts) func `an explanation is read as it was written`(text: String) throws {
    var tables = [[Rationale.Part.option(OptionID(3))]]
    if !text.isEmpty {
      tables += [
        [.text(text)], [.text(text), .option(OptionID(1)), .text(text), .option(OptionID(12))],
        [.option(OptionID(1)), .option(OptionID(2)), .text(text)],
      ]
    }
    for parts in tables {
      let rationale = Rationale(parts)
      let coded = try stored(.rationale) { $0.rationale = rationale }
      #expect(ContentCoding.rationale(from: coded) == rationale, "\(coded)")
    }
  }

  @Test(arguments: texts) func `options and keys are read as they were written`(text: String) throws
  {
    let options = [
      AnswerOption(id: OptionID(4), text: text), AnswerOption(id: OptionID(1), text: "甲"),
    ]
    let coded = try stored(.options) { $0.options = options }
    #expect(try ContentCoding.options(from: coded) == options)
    for key in [
      Key.options([OptionID(1), OptionID(8)]), .options([]), .truth(true), .truth(false),
      .blanks([[text, "甲"], [text]]), .blanks([]),
      .points([KeyPoint(wording: text, forms: [[text, text], []])]), .points([]),
    ] {
      let coded = try stored(.key) { $0.key = key }
      #expect(try ContentCoding.key(from: coded) == key)
    }
  }

  /// A field of a question as it is bound to a statement.
  private func stored(
    _ field: QuestionBytes.Field, _ change: (inout Question) -> Void
  ) throws -> String {
    var question = try SampleBank.single("A")
    change(&question)
    var bytes = QuestionBytes(language: .chinese)
    let encoded = bytes.append(question, passage: nil, chapter: "")
    return bytes.text(field, of: encoded)
  }

  @Test func `moving text from one option to the next changes the digest`() throws {
    let all = [
      ["ab", "c"], ["a", "bc"], ["abc", ""], ["", "abc"], ["abc"], [], [""], ["", ""],
    ]
    let digests = try all.map { texts in
      var question = try SampleBank.single("A")
      question.options = SampleBank.options(texts)
      var bytes = QuestionBytes(language: .chinese)
      let encoded = bytes.append(question, passage: nil, chapter: "")
      return bytes.bytes.withUnsafeBufferPointer { encoded.digested(in: $0).content }
    }
    #expect(Set(digests).count == all.count)
  }

  @Test func `a digest is BLAKE2b of sixteen bytes`() {
    // By another implementation.
    let digest = [3, 0, 0, 0, 0x61, 0x62, 0x63].withUnsafeBufferPointer { ContentDigest.of($0) }
    #expect(hex(digest) == "5efbbb98675ac34f5f8aae3c369dc60d")
  }

  @Test func `a digest of source lines is SipHash of sixteen bytes under its key`() {
    // The first and the last of its authors' own test vectors: the key 00 01 … 0F.
    let key = [UInt8](0...15).withUnsafeBytes { $0.loadUnaligned(as: UInt128.self) }
    let none = [UInt8]().withUnsafeBufferPointer { ContentDigest.ofSource($0, under: key) }
    #expect(hex(none) == "a3817f04ba25a8e66df67214c7550293")
    let all = [UInt8](0...62).withUnsafeBufferPointer { ContentDigest.ofSource($0, under: key) }
    #expect(hex(all) == "5150d1772f50834a503e069a973fbd7c")
  }

  private func hex(_ digest: UInt128) -> String {
    withUnsafeBytes(of: digest) { bytes in
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}
