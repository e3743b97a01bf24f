import Formats
import Foundation
import Questions
import Statutes
import Storage
import Text

/// Checking banks: their syntax, then each question against the rules of `BankChecks` and against the
/// banks that are loaded. Nothing is written.
package struct CheckBank {
  private let index: StatuteIndex
  private let data: MingfaData?

  /// What a check of one file came to.
  package struct Outcome: Sendable {
    package var report: ReadReport
    /// Citations held against an edition, right or wrong.
    package var checked = 0
    /// Citations whose edition is not known, or whose article's lines do not tell paragraphs.
    package var unchecked = 0
    /// How many questions each rule could not be held against, by the rule's id.
    package var uncheckedByRule: [String: Int] = [:]
  }

  /// A file as it was read.
  private struct Reading {
    var file: String
    var code = ""
    var bank: CheckedBank
    /// The line in which each question begins.
    var lines: [Int]
    var outcome: Outcome
  }

  /// - Parameter data: the loaded banks and texts; nil where there are none.
  package init(index: StatuteIndex, data: MingfaData? = nil) {
    self.index = index
    self.data = data
  }

  /// With what the data folder has. Where there is no database none is made; one that cannot be read adds
  /// nothing.
  ///
  /// - Throws: `WorkflowFailure.indexUnreadable`.
  package init(_ environment: Environment) throws {
    let path = environment.folder.appendingPathComponent("mingfa.sqlite").path
    let isThere = FileManager.default.fileExists(atPath: path)
    self.init(
      index: try Self.shippedIndex(environment),
      data: isThere ? try? MingfaData(environment) : nil)
  }

  /// The index that came with the program; empty where there is none.
  ///
  /// - Throws: `WorkflowFailure.indexUnreadable`.
  package static func shippedIndex(_ environment: Environment) throws -> StatuteIndex {
    guard let path = environment.statuteIndex?.path else { return StatuteIndex(statutes: []) }
    do throws(StatuteIndexText.Flaw) {
      return try StatuteIndexText.index(inFile: path) ?? StatuteIndex(statutes: [])
    } catch {
      throw WorkflowFailure.indexUnreadable(file: path, line: error.line)
    }
  }

  /// The shipped index, and the loaded texts of editions that it does not have.
  ///
  /// - Throws: `WorkflowFailure.indexUnreadable`, `StorageFailure`.
  package static func knownIndex(_ data: MingfaData) throws -> StatuteIndex {
    let shipped = try shippedIndex(data.environment)
    let texts = try data.statutes.editions().filter { shipped.statute($0.title, $0.date) == nil }
      .map { try data.statutes.text(of: $0) }
    return StatuteIndex(statutes: shipped.statutes + texts.map(IndexStatutes.indexed))
  }

  /// The files of banks that a path means: itself, or those in a folder, by name.
  package static func files(at path: String) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { return [path] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let banks = names.filter { $0.hasSuffix(".txt") && !$0.hasPrefix(".") }.sorted()
    return banks.isEmpty
      ? [path] : banks.map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
  }

  /// Reads files without changing any database, and holds them against the rules, against each other and
  /// against what is loaded.
  package func check(files: [String]) -> [Outcome] {
    var readings = files.map { read($0) }
    let texts = texts(of: readings.map(\.bank))
    let library = StatuteLibrary(index: index, texts: texts)
    for place in readings.indices {
      var reading = readings[place]
      var found = BankChecks.outcome(of: reading.bank, with: library)
      found.findings += contradictions(of: reading, with: readings[..<place])
      let places = found.findings.isEmpty ? nil : QuestionPlaces(file: reading.file)
      for finding in found.findings {
        let line = finding.question.map { reading.lines[$0] }
        let position = line.map { line in
          places?.place(of: finding.part, question: line) ?? SourcePosition(line: line, column: 1)
        }
        reading.outcome.report.add(
          ReadProblem(file: reading.file, position: position, fact: .finding(finding)))
      }
      reading.outcome.checked = found.citationsChecked
      reading.outcome.unchecked = found.citationsUnchecked
      reading.outcome.uncheckedByRule = found.unchecked
      readings[place] = reading
    }
    return readings.map(\.outcome)
  }

  private func read(_ path: String) -> Reading {
    var header: BankHeader?
    var entries: [CheckedBank.Entry] = []
    var lines: [Int] = []
    let report = BankFormats.format(forFile: path).read(file: path) { event in
      switch event {
      case .header(let found): header = found
      case .chapter: break
      case .item(let item):
        for (place, question) in item.questions.enumerated() {
          guard case .read(let value, _) = question else { continue }
          entries.append(CheckedBank.Entry(question: value, passage: item.passage))
          lines.append(item.lines.questions[place])
        }
      }
    }
    return Reading(
      file: path, code: header?.id ?? "",
      bank: CheckedBank(
        title: header?.title ?? "", language: header?.language ?? .chinese,
        editions: header?.editions ?? [], entries: entries),
      lines: lines, outcome: Outcome(report: report))
  }

  /// The loaded texts of the editions that banks name.
  private func texts(of banks: [CheckedBank]) -> [StatuteText] {
    guard let data, let editions = try? data.statutes.editions() else { return [] }
    let wanted = Set(
      banks.flatMap(\.editions).map { Edition(title: $0.original, date: $0.date) })
    return editions.filter { wanted.contains(Edition(title: $0.title, date: $0.date)) }
      .compactMap { try? data.statutes.text(of: $0) }
  }

  /// Questions that stand with another key in a file that was named before, or in a loaded bank.
  private func contradictions(
    of reading: Reading, with earlier: ArraySlice<Reading>
  ) -> [CheckFinding] {
    var places: [String: [Int]] = [:]
    for (place, entry) in reading.bank.entries.enumerated() {
      places[entry.signs, default: []].append(place)
    }
    var findings: [CheckFinding] = []
    func compare(_ other: CheckedBank.Entry, in source: String) {
      for place in places[other.signs] ?? []
      where reading.bank.entries[place].keySigns != other.keySigns {
        findings.append(
          ContradictingKeys.finding(place, code: other.question.code, source: source))
      }
    }
    for other in earlier {
      for entry in other.bank.entries { compare(entry, in: other.file) }
    }
    let stems = Set(reading.bank.entries.map { TextSigns.of($0.question.stem) })
    let loaded =
      (try? data?.search.questions(
        outside: reading.code, whereStem: { stems.contains(TextSigns.of($0)) }))
      ?? []
    for stored in loaded {
      compare(
        CheckedBank.Entry(question: stored.question, passage: stored.passage),
        in: stored.bankTitle)
    }
    return findings
  }
}

extension ReadReport {
  /// Adds a problem at its place: what concerns the whole file comes first, how many more there are last.
  fileprivate mutating func add(_ problem: ReadProblem) {
    if problem.severity == .error { errorCount += 1 } else { warningCount += 1 }
    let place = Self.place(problem)
    let index = problems.firstIndex { Self.place($0) > place } ?? problems.endIndex
    problems.insert(problem, at: index)
  }

  private static func place(_ problem: ReadProblem) -> SourcePosition {
    switch problem.fact {
    case .more, .moreWarnings: SourcePosition(line: .max, column: 1)
    default: problem.position ?? SourcePosition(line: 0, column: 1)
    }
  }
}
