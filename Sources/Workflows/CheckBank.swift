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
    /// What the file's questions silence; the report has none of it.
    package var waived: [Waived] = []
    /// Citations held against an edition, right or wrong.
    package var checked = 0
    /// Citations whose edition is not known, or whose article's lines do not tell paragraphs.
    package var unchecked = 0
    /// How many questions each rule could not be held against, by the rule's id.
    package var uncheckedByRule: [String: Int] = [:]
  }

  /// A finding that its question silences.
  package struct Waived: Sendable {
    package var problem: ReadProblem
    /// As the question gives it.
    package var reason: String
  }

  /// A question of a loaded bank that may be one of the files', too.
  private struct LoadedTwin {
    /// The id of its bank.
    var bank: String
    var title: String
    var entry: CheckedBank.Entry
  }

  /// A file as it was read.
  private struct Reading {
    var file: String
    var code = ""
    var bank: CheckedBank
    /// The line in which each question begins.
    var lines: [Int]
    var report: ReadReport
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
  /// against what is loaded. Of a file with errors the questions that have none are held, too.
  package func check(files: [String]) -> [Outcome] {
    let readings = files.map { read($0) }
    let library = StatuteLibrary(
      index: index, texts: (try? data?.texts(of: readings.flatMap(\.bank.editions))) ?? [])
    let loaded = loadedTwins(of: readings)
    return readings.indices.map { place in
      let others = contradictions(of: readings[place], with: readings[..<place], and: loaded)
      return outcome(
        of: readings[place],
        BankChecks.outcome(of: readings[place].bank, with: library, and: others))
    }
  }

  /// What was found, at its places in the file.
  private func outcome(of reading: Reading, _ found: BankChecks.Outcome) -> Outcome {
    let isSilent = found.findings.isEmpty && found.waived.isEmpty
    let places = isSilent ? nil : QuestionPlaces(file: reading.file)
    func problem(_ finding: CheckFinding) -> ReadProblem {
      let position = finding.question.map { question in
        places?.place(of: finding.part, question: reading.lines[question])
          ?? SourcePosition(line: reading.lines[question], column: 1)
      }
      return ReadProblem(file: reading.file, position: position, fact: .finding(finding))
    }
    var outcome = Outcome(report: reading.report)
    for finding in found.findings { outcome.report.add(problem(finding)) }
    outcome.waived = found.waived.map { Waived(problem: problem($0.finding), reason: $0.reason) }
    outcome.checked = found.citationsChecked
    outcome.unchecked = found.citationsUnchecked
    outcome.uncheckedByRule = found.unchecked
    return outcome
  }

  private func read(_ path: String) -> Reading {
    var header: BankHeader?
    var entries: [CheckedBank.Entry] = []
    var lines: [Int] = []
    let report = BankFormats.format(forFile: path).read(file: path, pastErrors: true) { event in
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
        editions: header?.editions ?? [], entries: entries, isWhole: report.isWhole),
      lines: lines, report: report)
  }

  /// The loaded questions of other banks that have the stem of a question of the files. All loaded stems
  /// are gone through, once for all files.
  private func loadedTwins(of readings: [Reading]) -> [LoadedTwin] {
    guard let data else { return [] }
    var banks: [String: Set<String>] = [:]
    for reading in readings {
      for entry in reading.bank.entries {
        banks[TextSigns.of(entry.question.stem), default: []].insert(reading.code)
      }
    }
    let found = try? data.search.questions { bank, stem in
      banks[TextSigns.of(stem)].map { $0 != [bank] } ?? false
    }
    return (found ?? []).map {
      LoadedTwin(
        bank: $0.bankCode, title: $0.bankTitle,
        entry: CheckedBank.Entry(question: $0.question, passage: $0.passage))
    }
  }

  /// Questions that stand with another key in a file that was named before, or in a loaded bank.
  private func contradictions(
    of reading: Reading, with earlier: ArraySlice<Reading>, and loaded: [LoadedTwin]
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
    for twin in loaded where twin.bank != reading.code { compare(twin.entry, in: twin.title) }
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
