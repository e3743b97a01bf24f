import Documents
import Questions
import Statutes
import TestKit
import Testing
import Text

@testable import Formats

@Suite("Every fact is worded in both languages, each by a sentence of its own")
struct ReadFactWordingTests {
  private static let title = StatuteTitle("民法典")

  private static func facts() throws -> [ReadFact] {
    let code = try #require(QuestionCode("D-1"))
    return [
      .lineTooLong(limit: 1 << 20), .emptyFile, .noQuestions, .more(errors: 3), .moreWarnings(4),
      .frontMatterMissing, .frontMatterNotClosed, .frontMatterLineUnreadable,
      .unknownHeaderField("x"), .statuteTwice(title, firstLine: 2), .strayRule, .emptyHeading,
      .chapterTwice(title: "x", firstLine: 2), .unknownType("x"), .questionWithoutType,
      .caseQuestionWithoutType, .textBeforeQuestion, .optionOutsideQuestion, .optionAfterField,
      .optionOutOfOrder(found: "C", expected: "B"), .missingKey, .missingCode, .unknownLabel("x"),
      .likeTypeHeading("x"),
      .keyPointWithoutDash, .unreadableCode("x"), .codeTwice(code, firstLine: 2),
      .unreadableCitation("x"), .citationWithoutTitle, .statuteNotInHeader(title), .emptyPassage,
      .caseWithoutQuestions, .caseEndWithoutCase, .noExplanation, .noCitation, .noDifficulty,
      .noLevel, .question(.emptyStem), .file(.missing), .file(.directory), .file(.notReadable),
      .file(.tooLarge(limit: 1 << 28)), .file(.failed(code: 5)),
      .file(.binary(.office, line: 1, offset: 0)), .file(.binary(.pdf, line: 1, offset: 0)),
      .file(.binary(.other, line: 1, offset: 0)), .file(.broken(.utf8, line: 1, offset: 0)),
      .file(.unknownEncoding(line: 1, offset: 0)),
    ]
      + BankField.allCases.flatMap {
        [
          ReadFact.textAfterField($0), .fieldOutsideQuestion($0), .fieldInPassage($0),
          .fieldTwice($0, firstLine: 2),
        ]
      }
      + [.difficulty, .level, .use, .state, .order, .scoring].map {
        ReadFact.unknownValue($0, text: "x")
      }
      + HeaderField.allCases.flatMap {
        [
          ReadFact.headerFieldMissing($0), .headerFieldTwice($0, firstLine: 2),
          .headerFieldUnreadable($0, text: "x"),
        ]
      }
      + [.single, .trueFalse, .fillIn].map { ReadFact.unreadableKey($0, text: "x") }
  }

  @Test func `every case is among them`() throws {
    let facts = try Self.facts()
    let sampled = Set(facts.map { Repository.caseName(of: $0) })
    #expect(try sampled == Repository.cases(of: "ReadFact", in: "Formats/ReadFact.swift"))
    let faults = Set(
      facts.compactMap { fact in
        if case .file(let fault) = fact { Repository.caseName(of: fault) } else { nil }
      })
    #expect(try faults == Repository.cases(of: "TextFault", in: "Documents/TextFault.swift"))
  }

  @Test func worded() throws {
    let facts = try Self.facts()
    for fact in facts {
      let wording = fact.wording
      #expect(wording.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
      // Names of statutes stay as they are.
      let english = wording.en.replacing("《民法典》", with: "").replacing("《宪法》", with: "")
      #expect(
        !english.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(english)")
      #expect(english.count > 10)
    }
    #expect(Set(facts.map(\.wording.zh)).count == facts.count)
    #expect(Set(facts.map(\.wording.en)).count == facts.count)
  }
}
