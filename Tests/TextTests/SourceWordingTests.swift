import TestKit
import Testing
import Text

/// Every sentence of the sources stands in both languages, since it stands in a `Wording`.
///
/// The compiler asks for both halves of a `Wording`; these tests look for words beside one.
@Suite struct SourceWordingTests {
  /// Calls whose first half is Chinese and whose second is English.
  static let wordings: Set = ["Wording", "worded", "UsageWords"]

  struct Place: Hashable, CustomStringConvertible {
    let file: String
    let line: Int
    let text: String
    var description: String { "Sources/\(file):\(line): \(text)" }
  }

  private static func literals() throws -> [(file: String, literal: SwiftLiterals.Literal)] {
    try Repository.sources().flatMap { source in
      SwiftLiterals.all(in: source.text).map { (source.path, $0) }
    }
  }

  // MARK: Chinese

  /// Files that hold Chinese which nobody is told in a sentence, each with its reason.
  static let chineseElsewhere: [String: String] = [
    "Formats/MingfaText/Vocabulary.swift": "labels as bank files have them",
    "Formats/Blueprint/BlueprintKeys.swift": "keys and values as files of blueprints have them",
    "Formats/Blueprint/BlueprintReader+Values.swift": "signs of titles and ranges in a file",
    "Formats/MingfaText/LineShape+Headings.swift": "signs of bank files",
    "Formats/MingfaText/TextEscapes.swift": "signs of bank files",
    "Formats/MingfaText/Reader+FrontMatter.swift": "signs of bank files",
    "Formats/MingfaText/CodeAssignment.swift": "a bank is written in its own language",
    "Formats/MingfaText/CitationEntry.swift": "a bank is written in its own language",
    "Formats/MingfaText/Writer.swift": "a bank is written in its own language",
    "Formats/ReadFact+Wording.swift": "an English bank gives a statute's own title, too",
    "Seals/FirstGuesses.swift": "passwords that are tried first",
    "Text/ChineseNumeral.swift": "Chinese numerals are what it reads and writes",
    "Text/BreakPlaces.swift": "Chinese punctuation by which lines break",
    "Workflows/EditPlans.swift": "signs of a date as people write it",
    "Formats/QuestionPlaces.swift": "what parts citations in a bank file",
    "Questions/Checks/": "words that a rule looks for in a bank",
    "Questions/Question+Words.swift": "what parts an explanation's pieces",
    "Statutes/Matching/": "numbers, units and signs of statutes",
    "Statutes/ArticleNumber+Mentions.swift": "articles as texts name them",
    "Terminal/SourcePage.swift": "brackets that mark a sentence of the law",
    "Formats/StatuteText/": "signs and words of statutes",
    "Formats/Roster/RosterKeys.swift": "headings and values as rosters have them",
    "Formats/Roster/RosterReader+Entries.swift": "signs and units of cells",
    "People/IDNumber.swift": "full-width digits and signs",
    "Statutes/StatuteDivision.swift": "signs of headings",
    "Statutes/StatuteHeading.swift": "a heading's Chinese text",
    "Statutes/ArticleOutline.swift": "signs of paragraphs and items",
    "Statutes/StatuteQuery.swift": "reads places as people type them",
    "Statutes/WrittenDate.swift": "signs of a date",
    "Statutes/NormalText.swift": "signs that copies differ in",
    "Workflows/LoadCheck.swift": "quotation marks",
    "Storage/Migrations/Migration6.swift": "remarks in the schema",
    "Statutes/WeightyWords.swift": "words that decide what a norm asks",
    "Statutes/TextDifference.swift": "signs at which clauses end",
    "Statutes/ProvisionPart.swift": "signs of items",
    "CLI/LawDiffCommand.swift": "statutes have Chinese names",
    "Workflows/CompareEditions.swift": "the full-width sign before a date",
    "CLI/LawShowCommand.swift": "statutes have Chinese names",
    "CLI/LawCommand.swift": "statutes have Chinese names",
    "CLI/LawCoverageCommand.swift": "statutes have Chinese names",
    "Statutes/ArticleNumber.swift": "an article's Chinese name",
    "Statutes/CitationScanner.swift": "reads Chinese citations",
    "Statutes/CitationText.swift": "a citation is written in its bank's language",
    "Statutes/StatuteTitle.swift": "a statute's own title",
    "Questions/AnswerPiece.swift": "reads numbers as Chinese writes them",
    "Questions/AnswerText.swift": "reads numbers as Chinese writes them",
    "Questions/OptionOrderDetection.swift": "words of options that name others",
    "Questions/StemBlanks.swift": "the full-width underscore",
    "Questions/TypedAnswer.swift": "answers as people type them",
    "People/OrganizationUnit.swift": "the full-width slash of a path",
    "Learning/Modes/": "words that name a mode on the command line",
    "Questions/Types/": "headings of a type in bank files",
    "Terminal/InputText+Submission.swift": "the word that hands a paper in",
    "Terminal/SittingScreen.swift": "the word that takes an answer back",
    "Terminal/WatchOrder.swift": "orders as people type them",
    "Terminal/Conversation.swift": "yes and no as people type them",
    "CLI/ExamEndCommand.swift": "yes as people type it",
    "CLI/UsageWords.swift": "Chinese punctuation for the parser's",
    "CLI/PaperOptions.swift": "cases as people type them",
    "CLI/PracticeCommand.swift": "the Chinese alias of the command",
    "Reports/Renderers/CSVRenderer.swift": "full-width signs that spreadsheets run as formulas",
  ]

  /// Arguments that hold Chinese in any file: the Chinese names of commands.
  static let chineseLabels: Set = ["aliases"]

  @Test func `Chinese stands in the first half of a wording, or where it is no sentence`() throws {
    var strays: Set<Place> = []
    var used: Set<String> = []
    for (file, literal) in try Self.literals()
    where literal.text.unicodeScalars.contains(where: SentenceCheck.isChinese) {
      let call = literal.call(of: Self.wordings)
      if let call, call.label == "zh" || Self.chineseLabels.contains(call.label) { continue }
      if let reason = Self.chineseElsewhere.keys.first(where: file.hasPrefix) {
        used.insert(reason)
        continue
      }
      strays.insert(Place(file: file, line: literal.line, text: literal.text))
    }
    #expect(strays == [])
    // An exception that nothing needs any more hides the next defect.
    #expect(Set(Self.chineseElsewhere.keys).subtracting(used) == [])
  }

  // MARK: English

  /// Rooms whose texts reach a person.
  static let speaking: Set = [
    "Text", "Statutes", "Questions", "People", "Learning", "Exams", "Formats", "Reports",
    "Workflows",
    "Terminal", "CLI",
  ]

  /// Files that hold English which nobody is told in a sentence, each with its reason.
  static let englishElsewhere: [String: String] = [
    "Formats/MingfaText/Vocabulary.swift": "labels as bank files have them",
    "Formats/Blueprint/BlueprintKeys.swift": "values as files of blueprints have them",
    "Formats/Blueprint/YAMLText.swift": "what libyaml says of a fault",
    "Formats/MingfaText/Writer.swift": "a bank is written in its own language",
    "Questions/OptionOrderDetection.swift": "words of options that name others",
    "Questions/Checks/MarkedWords.swift": "words that tell stems apart",
    "Questions/Types/": "headings of a type in bank files",
    "Formats/Roster/RosterKeys.swift": "headings and values as rosters have them",
    "Formats/StatuteText/StatuteIndexText.swift": "the first line of the file",
    "Reports/Renderers/NotebookHTML.swift": "markup of a page",
    "Reports/Renderers/PrintedSheetHTML.swift": "markup of a page",
    "Reports/Renderers/CoverageHTML.swift": "markup of a page",
    "Reports/Renderers/HTMLText.swift": "markup of a page",
    "Reports/Renderers/CoverageStyle.swift": "the style of a page",
  ]

  @Test func `a sentence in English stands in the second half of a wording`() throws {
    var strays: Set<Place> = []
    var used: Set<String> = []
    for (file, literal) in try Self.literals() {
      guard Self.speaking.contains(String(file.prefix { $0 != "/" })),
        literal.text.contains(/[A-Za-z]{2,} [A-Za-z]{2,}/), literal.call(of: Self.wordings) == nil
      else { continue }
      if let reason = Self.englishElsewhere.keys.first(where: file.hasPrefix) {
        used.insert(reason)
      } else {
        strays.insert(Place(file: file, line: literal.line, text: literal.text))
      }
    }
    #expect(strays == [])
    #expect(Set(Self.englishElsewhere.keys).subtracting(used) == [])
  }

  /// Calls that show a text to a person.
  static let telling: Set = [
    "say", "note", "warn", "message", "sentence", "confirm", "ValidationError", "LinePrompt",
    "wrapped", "row", "heading", "line",
  ]

  @Test func `what is told, asked or noted is worded`() throws {
    var strays: [Place] = []
    for (file, literal) in try Self.literals() where ["Terminal", "CLI"].contains(room(file)) {
      guard let call = literal.call(of: Self.telling.union(Self.wordings)),
        Self.telling.contains(call.callee), call.label.isEmpty,
        literal.text.contains(where: \.isLetter)
      else { continue }
      strays.append(Place(file: file, line: literal.line, text: literal.text))
    }
    #expect(strays == [])
  }

  private func room(_ file: String) -> String { String(file.prefix { $0 != "/" }) }

  // MARK: Both halves

  /// One call of `Wording`: its literals, and what they interpolate.
  struct Halves {
    var place: Place
    var zh: [SwiftLiterals.Literal] = []
    var en: [SwiftLiterals.Literal] = []
  }

  static func halves() throws -> [Halves] {
    var calls: [String: Halves] = [:]
    for (file, literal) in try literals() {
      guard let call = literal.call(of: wordings), call.label == "zh" || call.label == "en"
      else { continue }
      let key = "\(file) \(call.call)"
      let place = Place(file: file, line: literal.line, text: literal.text)
      var halves = calls[key] ?? Halves(place: place)
      if call.label == "zh" { halves.zh.append(literal) } else { halves.en.append(literal) }
      calls[key] = halves
    }
    return calls.values.sorted { ($0.place.file, $0.place.line) < ($1.place.file, $1.place.line) }
  }

  /// Halves that are the same in both languages: values as they are typed.
  static let neutral: Set = ["zh|en", "text|json"]

  @Test func `no half of a wording is empty or in the other language`() throws {
    let all = try Self.halves()
    #expect(all.count > 300)
    for wording in all {
      // What an interpolation holds is looked at by itself.
      let zh = wording.zh.map(\.text).joined()
      let en = wording.en.map(\.text).joined()
      let isPunctuation = zh.allSatisfy { !$0.isLetter && !$0.isNumber }
      #expect(!wording.zh.isEmpty, "no literal in Chinese: \(wording.place)")
      if wording.place.file != "CLI/UsageWords.swift" {
        #expect(!wording.en.isEmpty, "no literal in English: \(wording.place)")
      }
      #expect(
        zh.unicodeScalars.contains(where: SentenceCheck.isHan) || isPunctuation
          || Self.neutral.contains(zh),
        "no Chinese: \(wording.place)")
      #expect(
        isPunctuation || wording.en.isEmpty || en.contains(where: { $0.isASCII && $0.isLetter }),
        "no English: \(wording.place)")
      for literal in wording.zh + wording.en where !literal.isNested {
        #expect(
          !literal.text.isEmpty || !literal.interpolations.isEmpty || literal.frames.count > 1,
          "empty: \(wording.place)")
      }
    }
  }

  @Test func `beside Chinese, brackets and stops are Chinese ones`() throws {
    let strays = try Self.halves().flatMap { wording in
      wording.zh.filter {
        $0.text.contains(/[\p{Han}）][(?,;:!]|[()]\p{Han}/)
      }.map { Place(file: wording.place.file, line: $0.line, text: $0.text) }
    }
    #expect(strays == [])
  }

  /// Wordings whose halves tell of different values, each with its reason.
  static let unequal: [String: String] = [:]

  @Test func `both halves of a wording tell of the same values`() throws {
    var used: Set<String> = []
    for wording in try Self.halves() where !wording.en.isEmpty {
      let zh = Self.values(wording.zh)
      let en = Self.values(wording.en)
      guard zh != en else { continue }
      if let key = Self.unequal.keys.first(where: { wording.place.description.contains($0) }) {
        used.insert(key)
        continue
      }
      Issue.record("\(wording.place)\nzh: \(zh.sorted())\nen: \(en.sorted())")
    }
    #expect(Set(Self.unequal.keys).subtracting(used) == [])
  }

  /// The interpolated expressions, with each language's own part of them taken out: the half of
  /// another wording, the language, and the words between the entries of a list.
  private static func values(_ literals: [SwiftLiterals.Literal]) -> Set<String> {
    Set(
      literals.filter { !$0.isNested }.flatMap(\.interpolations).map { source in
        source.replacing(/"[^"]*"/, with: "\"\"")
          .replacing(/\.(zh|en)\b/, with: "")
          .replacing(/\.(chinese|english)\b/, with: "")
          .replacing(/\s+/, with: " ")
      })
  }
}
