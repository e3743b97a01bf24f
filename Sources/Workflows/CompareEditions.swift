import Formats
import People
import Statutes
import Storage

/// Holding two editions of a statute against each other, and the loaded questions against what changed.
package struct CompareEditions {
  let data: MingfaData

  /// - Throws: `Authorisation.Refusal`.
  package init(_ data: MingfaData, actor: Actor) throws {
    self.data = data
    try Authorisation.authorise(actor, to: .readStatutes)
  }

  /// A question whose citation a change meets.
  package struct MetQuestion: Hashable, Sendable {
    package let bank: String
    package let code: String
    package let citation: Citation
    /// How the cited place is met, which may be less than what became of the article.
    package let kind: ChangeKind
    /// The edition that its bank was written against.
    package let edition: CalendarDate
  }

  /// What a comparison came to.
  package struct Comparison: Sendable {
    package let diff: EditionDiff
    /// For each change of the diff, the questions that it meets.
    package let questions: [[MetQuestion]]
    /// How many questions are met.
    package let met: Int
    /// How many questions cite an edition that is not older than the new one.
    package let current: Int
  }

  /// What became of a wish to compare.
  package enum Outcome: Sendable {
    /// Compared; the problems are warnings about files.
    case compared(Comparison, [ReadProblem])
    /// A file could not be read as a statute.
    case refused([ReadProblem])
  }

  /// Compares two editions. Each is a file (its name ends as one of a statute) or a loaded edition:
  /// `监察法@2018-03-20`, or `监察法` for the newest one.
  ///
  /// - Parameter new: nil for the newest loaded edition; with a title alone for the old one, the two
  ///   newest are compared, and with a file, the file and the loaded edition by their dates.
  /// - Throws: `WorkflowFailure.noStatutes`, `.noSuchStatute`, `.noSuchEdition`, `.noEditionDate`,
  ///   `.onlyOneEdition`, `StorageFailure`.
  package func compare(_ old: String, _ new: String?) throws -> Outcome {
    var reading = FileReading()
    let sides: (old: StatuteText, new: StatuteText)?
    if let new {
      let (before, after) = (try text(old, &reading), try text(new, &reading))
      sides = before.flatMap { before in after.map { (before, $0) } }
    } else if Self.isFile(old) {
      sides = try text(old, &reading).map { try besideLoaded($0) }
    } else {
      sides = try loadedPair(old)
    }
    guard let sides else { return .refused(reading.problems) }
    return .compared(try comparison(sides.old, sides.new), reading.problems)
  }

  private func comparison(_ old: StatuteText, _ new: StatuteText) throws -> Comparison {
    let diff = EditionDiff(old: old, new: new)
    var questions = [[MetQuestion]](repeating: [], count: diff.changes.count)
    var (met, current) = (0, 0)
    for question in try data.citations.citing(old.title) {
      // Who wrote for the new edition has seen the change.
      if question.edition >= new.date {
        current += 1
        continue
      }
      var isMet = false
      for citation in question.citations {
        guard let (change, kind) = diff.meeting(citation) else { continue }
        isMet = true
        questions[change].append(
          MetQuestion(
            bank: question.bankCode, code: question.code, citation: citation, kind: kind,
            edition: question.edition))
      }
      if isMet { met += 1 }
    }
    return Comparison(diff: diff, questions: questions, met: met, current: current)
  }

  // MARK: The two sides

  private struct FileReading {
    var problems: [ReadProblem] = []
  }

  private static func isFile(_ name: String) -> Bool {
    let lower = name.lowercased()
    return StatuteFormats.fileExtensions.contains { lower.hasSuffix("." + $0) }
  }

  /// nil where a file has errors, which are among the problems then.
  private func text(_ name: String, _ reading: inout FileReading) throws -> StatuteText? {
    guard Self.isFile(name) else { return try data.statutes.text(of: try edition(name)) }
    let read = StatuteFormats.read(files: [name])
    reading.problems += read.problems
    return read.statutes.first
  }

  private func edition(_ name: String) throws -> StoredStatute {
    let (editions, date) = try editions(name)
    return try ReadStatutes.chosen(date, among: editions)
  }

  /// The loaded editions of a statute, by date, and the date that stands behind `@`.
  private func editions(_ name: String) throws -> ([StoredStatute], CalendarDate?) {
    let parts = name.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == "@" || $0 == "＠"
    }
    var date: CalendarDate?
    if parts.count == 2 {
      date = CalendarDate(iso: parts[1])
      guard date != nil else { throw WorkflowFailure.noEditionDate(name) }
    }
    let known = try data.statutes.editions()
    guard !known.isEmpty else { throw WorkflowFailure.noStatutes }
    return (try ReadStatutes.matching(StatuteTitle(parts[0]), among: known), date)
  }

  /// The edition that is named, else the last but one, and the newest.
  private func loadedPair(_ name: String) throws -> (StatuteText, StatuteText) {
    let (editions, date) = try editions(name)
    let newest = editions[editions.count - 1]
    let old =
      date == nil ? editions.dropLast().last : try ReadStatutes.chosen(date, among: editions)
    guard let old, old.date != newest.date else {
      throw WorkflowFailure.onlyOneEdition(newest.title, newest.date)
    }
    return (try data.statutes.text(of: old), try data.statutes.text(of: newest))
  }

  /// A text of a file and the newest loaded edition with another date, by their dates.
  private func besideLoaded(_ text: StatuteText) throws -> (StatuteText, StatuteText) {
    let loaded = try data.statutes.editions().last {
      $0.title == text.title && $0.date != text.date
    }
    guard let loaded else { throw WorkflowFailure.onlyOneEdition(text.title, text.date) }
    let other = try data.statutes.text(of: loaded)
    return other.date < text.date ? (other, text) : (text, other)
  }
}
