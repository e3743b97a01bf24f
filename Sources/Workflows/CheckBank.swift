import Formats
import Foundation
import Questions
import Statutes

/// Checking a bank's file: its syntax, and whether the places that it cites exist.
package struct CheckBank {
  private let index: StatuteIndex

  /// What a check came to.
  package struct Outcome: Sendable {
    package var report: ReadReport
    /// Citations held against an edition, right or wrong.
    package var checked = 0
    /// Citations whose edition is not known, or whose article's lines do not tell paragraphs.
    package var unchecked = 0
  }

  package init(index: StatuteIndex) { self.index = index }

  /// The index that came with the program, beside its banks; empty where there is none.
  ///
  /// - Throws: `WorkflowFailure.indexUnreadable`.
  package static func shippedIndex(_ environment: Environment) throws -> StatuteIndex {
    guard let banks = environment.shippedBanks else { return StatuteIndex(statutes: []) }
    let path = banks.deletingLastPathComponent().appendingPathComponent("statutes/index.txt").path
    do throws(StatuteIndexText.Flaw) {
      return try StatuteIndexText.index(inFile: path) ?? StatuteIndex(statutes: [])
    } catch {
      throw WorkflowFailure.indexUnreadable(file: path, line: error.line)
    }
  }

  /// The shipped index, and the loaded texts of editions that it does not have. Where there is no
  /// database none is made; one that cannot be read adds nothing.
  ///
  /// - Throws: `WorkflowFailure.indexUnreadable`.
  package static func knownIndex(_ environment: Environment) throws -> StatuteIndex {
    let shipped = try shippedIndex(environment)
    let path = environment.folder.appendingPathComponent("mingfa.sqlite").path
    guard FileManager.default.fileExists(atPath: path), let data = try? MingfaData(environment)
    else { return shipped }
    return (try? Self.index(shipped, with: data)) ?? shipped
  }

  /// The shipped index, and the loaded texts of editions that it does not have.
  ///
  /// - Throws: `WorkflowFailure.indexUnreadable`, `StorageFailure`.
  package static func knownIndex(_ data: MingfaData) throws -> StatuteIndex {
    try index(try shippedIndex(data.environment), with: data)
  }

  private static func index(
    _ shipped: StatuteIndex, with data: MingfaData
  ) throws -> StatuteIndex {
    let texts = try data.statutes.editions().filter { shipped.statute($0.title, $0.date) == nil }
      .map { try data.statutes.text(of: $0) }
    return StatuteIndex(statutes: shipped.statutes + texts.map(IndexStatutes.indexed))
  }

  /// Reads a file without touching any database.
  package func check(file path: String) -> Outcome {
    var editions: [Edition] = []
    var cited: [(line: Int, number: Int, citation: Citation)] = []
    var outcome = Outcome(
      report: BankFormats.format(forFile: path).read(file: path) { event in
        switch event {
        case .header(let header): editions = header.editions
        case .chapter: break
        case .item(let item):
          for (place, question) in item.questions.enumerated() {
            guard case .read(let value, _) = question else { continue }
            let line = item.lines.questions[place]
            for (number, citation) in value.citations.enumerated() {
              cited.append((line, number, citation))
            }
          }
        }
      })
    var places: CitationPlaces?
    for (line, number, citation) in cited {
      switch index.finding(citation, editions: editions) {
      case .held: outcome.checked += 1
      case .unclear, .unknownEdition: outcome.unchecked += 1
      case .absent(let gap):
        outcome.checked += 1
        outcome.report.errorCount += 1
        places = places ?? CitationPlaces(file: path)
        outcome.report.problems.append(
          ReadProblem(
            file: path,
            position: places?.place(of: number, question: line)
              ?? SourcePosition(line: line, column: 1),
            fact: .citationAbsent(citation, gap)))
      }
    }
    outcome.report.problems.sort { Self.place($0) < Self.place($1) }
    return outcome
  }

  /// What concerns the whole file comes first, how many more there are last.
  private static func place(_ problem: ReadProblem) -> SourcePosition {
    switch problem.fact {
    case .more, .moreWarnings: SourcePosition(line: .max, column: 1)
    default: problem.position ?? SourcePosition(line: 0, column: 1)
    }
  }
}
