import Documents
import People
import Questions
import Statutes
import TestKit
import Testing
import Text

@testable import Formats

@Suite("Every fact is worded in both languages, each by a sentence of its own")
struct ReadFactWordingTests {
  private static let title = StatuteTitle("民法典")

  private static func finding(_ gap: CitationGap, of citation: Citation) -> ReadFact {
    .finding(
      CheckFinding(
        rule: "unknown-place", severity: .error, question: 0, part: .citation(0),
        wording: gap.wording(of: citation)))
  }

  private static func facts() throws -> [ReadFact] {
    let code = try #require(QuestionCode("D-1"))
    let statute = StatuteTitle("Constitution")
    let article = Citation(title: statute, provision: .article(ArticleNumber(9)))
    let flaws = try statuteFlaws()
    return [
      .lineTooLong(limit: 1 << 20), .emptyFile, .noQuestions, .more(errors: 3), .moreWarnings(4),
      .frontMatterMissing, .frontMatterNotClosed, .frontMatterLineUnreadable,
      .unknownHeaderField("x"), .statuteTwice(title, firstLine: 2), .strayRule, .emptyHeading,
      .chapterTwice(title: "x", firstLine: 2), .unknownType("x"), .questionWithoutType,
      .caseQuestionWithoutType, .textBeforeQuestion, .optionOutsideQuestion, .optionAfterField,
      .optionOutOfOrder(found: "C", expected: "B"), .missingKey, .missingCode, .unknownLabel("x"),
      .likeTypeHeading("x"),
      finding(
        .noPreamble(paragraphs: 3), of: Citation(title: statute, provision: .preamble)),
      finding(.noArticle(last: ArticleNumber(8)), of: article),
      finding(.noParagraph(paragraphs: 3), of: article), finding(.noItem(items: 3), of: article),
      finding(.paragraphNotNamed(paragraphs: 3), of: article),
      .keyPointWithoutDash, .unreadableCode("x"), .codeTwice(code, firstLine: 2),
      .unreadableCitation("x"), .citationWithoutTitle, .statuteNotInHeader(title), .emptyPassage,
      .caseWithoutQuestions, .caseEndWithoutCase, .noExplanation, .noCitation, .noDifficulty,
      .noLevel, .unreadableWaiver("x"), .waiverWithoutReason(rule: "near-duplicate"),
      .unknownRule("x", like: nil), .unknownRule("x", like: "near-duplicate"),
      .ruleOfBankWaived("key-positions"), .ruleOfFormWaived("no-level"), .question(.emptyStem),
      .file(.missing), .file(.directory), .file(.notReadable),
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
      + rosterFlaws.map { ReadFact.roster($0) }
      + [ReadFact.blueprint(.empty)]
      + flaws.map { ReadFact.statute($0) } + wordFaults.map { ReadFact.word($0) }
      + [.single, .trueFalse, .fillIn].map { ReadFact.unreadableKey($0, text: "x") }
  }

  /// But for a fault of the file as such, which is told as that of any file.
  private static let wordFaults: [WordFault] = [
    .oldFormat, .locked, .otherFormat, .archive(member: "x"), .noDocument, .damaged,
    .unpacksTooFar(limit: 64 << 20), .doctype, .malformed(paragraph: 2),
    .tooDeep(paragraph: 2, limit: 256),
  ]

  private static let rosterFlaws: [RosterFlaw] =
    [
      .workbook, .empty, .noHeader(rows: 3), .columnTwice(.town, first: "x"), .nobody,
      .unclosedQuote, .textBehindQuote, .tooManyRows(limit: 100_000), .noHeading, .noName,
      .nameUnusable("x"), .sameIDNumber(firstLine: 2), .sameNumber(firstLine: 2),
      .samePerson(firstLine: 2), .numberUnusable("x"), .unknownCategory("x"),
      .unknownEstablishment("x"), .extraMinutes("x"), .noUnit, .unitGap(missing: .town),
      .unitUnclear("x"), .assistanceUnnamed("x"), .assistanceUnusable("x"),
    ] + IDNumber.Fault.allCases.map { .idNumber($0) }

  private static func statuteFlaws() throws -> [StatuteFlaw] {
    let date = try #require(CalendarDate(iso: "2020-05-28"))
    let later = try #require(CalendarDate(iso: "2021-05-28"))
    let (one, two) = (ArticleNumber(1), ArticleNumber(2))
    return [
      .noArticles, .amendingDecision(title: "x"), .noTitle, .noDate,
      .dateFromName(head: nil, name: date), .dateFromName(head: date, name: later),
      .articleTwice(one, firstLine: 2), .articleBehind(one, two),
      .articlesMissing(first: one, last: one), .articlesMissing(first: one, last: two),
      .emptyArticle(one), .numberNotParted(one), .spaceInNumber(one),
      .wrongSign(found: "x", one), .quotedArticle(two, within: one),
      .headingBehind(title: "x", number: 2, expected: 3), .footer(words: "x"),
      .automaticNumbers(count: 2),
      .filesDiffer(one, other: "x", line: 2), .sameArticle(one, other: "x", line: 2),
    ]
  }

  @Test func `every case is among them`() throws {
    let facts = try Self.facts()
    let sampled = Set(facts.map { Repository.caseName(of: $0) })
    #expect(try sampled == Repository.cases(of: "ReadFact", in: "Formats/ReadFact.swift"))
    let faults = Set(
      facts.compactMap { fact in
        if case .file(let fault) = fact { Repository.caseName(of: fault) } else { nil }
      })
    let flaws = Set(
      facts.compactMap { fact in
        if case .statute(let flaw) = fact { Repository.caseName(of: flaw) } else { nil }
      })
    #expect(
      try flaws
        == Repository.cases(
          of: "StatuteFlaw", in: "Formats/StatuteText/StatuteFlaw.swift"))
    #expect(
      try Set(Self.wordFaults.map { Repository.caseName(of: $0) } + ["file"])
        == Repository.cases(of: "WordFault", in: "Documents/WordFault.swift"))
    #expect(
      try Set(Self.rosterFlaws.map { Repository.caseName(of: $0) })
        == Repository.cases(of: "RosterFlaw", in: "Formats/Roster/RosterFlaw.swift"))
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
