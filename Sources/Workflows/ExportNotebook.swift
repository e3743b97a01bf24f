import Learning
import People
import Questions
import Reports
import Storage
import Text

/// Gathers a learner's notebook to be taken along.
package struct ExportNotebook {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// The missed questions, oldest first, in their present versions.
  ///
  /// - Parameter banks: ids or titles; empty for all of the language.
  /// - Throws: `WorkflowFailure.notebookEmpty`, `.noSuchBank`, `StorageFailure`.
  package func leaf(
    of learner: Learner, banks: [String], language: Language
  ) throws -> NotebookLeaf {
    try Authorisation.authorise(actor, to: .readStatistics)
    let chosen = try PlanPractice(data).banks(banks, language: language)
    let refs = try data.questions.notebook(of: learner.id, banks: chosen.map(\.id))
    guard !refs.isEmpty else { throw WorkflowFailure.notebookEmpty }
    var lastPassage: String?
    let entries = try refs.compactMap { ref -> NotebookLeaf.Entry? in
      guard let stored = try data.questions.question(ref.question, version: ref.version) else {
        return nil
      }
      let passage = stored.passage?.code.text
      defer { lastPassage = passage }
      return try entry(
        stored, of: learner, withPassage: passage != nil && passage != lastPassage)
    }
    let day = try data.dayRule().day(of: data.environment.clock.now().utc)
    return NotebookLeaf(learner: learner.name, asOf: CivilDay(day).iso, entries: entries)
  }

  private func entry(
    _ stored: StoredQuestion, of learner: Learner, withPassage: Bool
  ) throws -> NotebookLeaf.Entry {
    let question = stored.question
    let memory = try data.memories.memory(of: learner.id, question: stored.ref.question)
    return NotebookLeaf.Entry(
      bank: stored.bankTitle, code: question.code.text, chapter: stored.chapter,
      kind: question.kind.type.name, passage: withPassage ? stored.passage?.text : nil,
      stem: question.stem,
      options: question.options.enumerated().map { "\(Self.letter($0)). \($1.text)" },
      key: key(of: question, language: stored.language),
      reasons: question.rationale.text { id in
        question.options.firstIndex { $0.id == id }.map { Self.letter($0) }
      },
      citations: question.citations.map { $0.text(in: stored.language) },
      missed: memory.answered - memory.right,
      note: try data.notes.note(of: learner.id, question: stored.ref.question))
  }

  private func key(of question: Question, language: Language) -> String {
    switch question.key {
    case .options(let ids):
      String(
        question.options.enumerated().filter { ids.contains($1.id) }.map { Self.letter($0.0) })
    case .truth(let right):
      (right ? Wording(zh: "对", en: "true") : Wording(zh: "错", en: "false"))(language)
    case .blanks(let blanks):
      blanks.map { $0.first ?? "" }.joined(separator: Wording(zh: "；", en: "; ")(language))
    case .points(let points):
      points.map(\.wording).joined(separator: Wording(zh: "；", en: "; ")(language))
    }
  }

  private static func letter(_ position: Int) -> Character {
    AnswerOption.letters.indices.contains(position) ? AnswerOption.letters[position] : "?"
  }
}
