import Documents
import Formats
import People
import Questions
import Statutes
import Storage

/// Proposes articles for the questions of a bank file that cite none, and writes those that a trainer
/// settles. A proposal alone is nothing: it counts neither as cited nor as checked.
package struct CiteQuestions {
  /// An article that may be what a question rests on.
  package struct Proposal: Sendable {
    package let citation: Citation
    package let edition: Edition
    /// The sentence that shares most with the question; nil where none does.
    package let sentence: String?
  }

  /// A question without a citation.
  package struct Uncited: Sendable {
    /// The line in which it begins, from 1.
    package let line: Int
    package let question: Question
    package let passage: Passage?
    /// The best first; at most `CiteQuestions.most`.
    package let proposals: [Proposal]
  }

  /// A file as it was read.
  package struct Reading: Sendable {
    package let file: String
    package let report: ReadReport
    package let uncited: [Uncited]
    /// How many more are not shown, since they are held back for an exam.
    package let held: Int
    let header: BankHeader?
  }

  /// So many articles are proposed for a question.
  package static let most = 3

  private let library: StatuteLibrary
  /// Not shown, though the file has them.
  private let held: Set<HeldQuestions.Name>

  /// - Throws: `WorkflowFailure.noStatutes` where no text is loaded; `StorageFailure`,
  ///   `Authorisation.Refusal`.
  package init(_ data: MingfaData, actor: Actor) throws {
    try Authorisation.authorise(actor, to: .readStatutes)
    let newest = try data.statutes.editions().filter(\.isNewest)
    guard !newest.isEmpty else { throw WorkflowFailure.noStatutes }
    held =
      Authorisation.allows(actor, to: .readHeldQuestions) ? [] : try data.held.names()
    library = StatuteLibrary(
      index: StatuteIndex(statutes: []), texts: try newest.map { try data.statutes.text(of: $0) })
  }

  /// Reads a file and proposes. Where the report has errors, nothing is proposed.
  package func read(_ file: String) -> Reading {
    var header: BankHeader?
    var heldCount = 0
    var found: [(line: Int, question: Question, passage: Passage?)] = []
    let report = BankFormats.format(forFile: file).read(file: file) { event in
      switch event {
      case .header(let read): header = read
      case .chapter: break
      case .item(let item):
        for (place, question) in item.questions.enumerated() {
          guard case .read(let value, _) = question, value.citations.isEmpty else { continue }
          guard !held.contains(.init(bank: header?.id ?? "", code: value.code.text)) else {
            heldCount += 1
            continue
          }
          found.append((item.lines.questions[place], value, item.passage))
        }
      }
    }
    guard report.isWhole else {
      return Reading(file: file, report: report, uncited: [], held: 0, header: header)
    }
    return Reading(
      file: file, report: report,
      uncited: found.map { line, question, passage in
        Uncited(
          line: line, question: question, passage: passage,
          proposals: proposals(for: question, passage: passage))
      }, held: heldCount, header: header)
  }

  /// The articles that fit a question best, whatever it cites.
  package func proposals(for question: Question, passage: Passage?) -> [Proposal] {
    let words = question.matchWords(passage: passage)
    return library.best(for: words, limit: Self.most).map { text, article in
      let sentence = OperativeSentence.find(
        in: article.lines, among: article.lines.indices, for: words)
      return Proposal(
        citation: Citation(title: text.title, provision: .article(article.number)),
        edition: text.edition,
        sentence: sentence.map { String(article.lines[$0.line][$0.range]) })
    }
  }

  /// Writes what was settled into the file; the old one is kept beside it.
  ///
  /// - Parameter settled: proposals by the line of their question.
  /// - Returns: where the file stands as it was; nil where nothing was settled.
  /// - Throws: `WorkflowFailure.fileUnwritable`; `AssignCodes.Refused` where the file was changed since it
  ///   was read, or cannot be read with what would be written.
  package func write(_ settled: [Int: Proposal], to reading: Reading) throws -> String? {
    guard !settled.isEmpty, let header = reading.header else { return nil }
    let source: TextSource
    do throws(TextFault) {
      source = try TextSource(path: reading.file)
    } catch {
      throw AssignCodes.Refused(problems: [ReadProblem(file: reading.file, fault: error)])
    }
    var editions: [Edition] = []
    for edition in settled.sorted(by: { $0.key < $1.key }).map(\.value.edition)
    where !editions.contains(edition) {
      editions.append(edition)
    }
    let text = CitationEntry.text(
      of: source, with: settled.mapValues(\.citation), editions: editions, in: header)
    return try RewriteFile.write(text, to: reading.file)
  }
}
