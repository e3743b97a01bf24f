import Documents
import Formats
import Foundation
import Learning
import People
import Questions
import Statutes
import Storage
import Text

/// Looking at loaded banks.
package struct ShowBank {
  let data: MingfaData
  let actor: Actor

  /// - Throws: `Authorisation.Refusal`, so that nothing here is asked without leave.
  package init(_ data: MingfaData, actor: Actor) throws {
    self.data = data
    self.actor = actor
    try Authorisation.authorise(actor, to: .readBank)
  }

  /// The bank with this id or title.
  ///
  /// - Throws: `WorkflowFailure.noBanks`, `WorkflowFailure.noSuchBank`, `StorageFailure`.
  package func find(_ code: String) throws -> StoredBank {
    guard let bank = try PlanPractice(data).banks([code], language: .chinese).first else {
      throw WorkflowFailure.noSuchBank(code, known: [])
    }
    return bank
  }

  /// Questions of a bank that wait for the results of exams.
  package struct Held: Hashable, Sendable {
    package var questions = 0
    /// By code, the oldest first.
    package var exams: [String] = []

    package init() {}
  }

  /// What is held back of a bank.
  ///
  /// - Throws: `StorageFailure`.
  package func held(of bank: StoredBank) throws(StorageFailure) -> Held {
    var held = Held()
    (held.questions, held.exams) = try data.held.count(inBank: bank.id)
    return held
  }

  private var seesHeld: Bool { Authorisation.allows(actor, to: .readHeldQuestions) }

  /// A bank as a file.
  package struct Source: Sendable {
    /// In the canonical text of the bank format.
    package let text: String
    /// The statutes of which some questions rest on a newer edition and others on what that changed, since
    /// their review is not at its end: a file can name one edition only.
    package let mixed: [StatuteTitle]
    /// What was left out.
    package let held: Held
  }

  /// The whole bank, without what is held back from the actor. Where questions rest on a newer edition than the bank names and that changed nothing for
  /// the others, the file names the newer one.
  package func source(of bank: StoredBank) throws -> Source {
    var whole = try data.banks.bank(bank, withHeld: seesHeld)
    let newer = try data.revisions.ownEditions(of: bank.id)
    let mixed = try newer.keys.filter {
      try !FlagAmendments(data: data).flags(of: [$0], bank: bank.code).isEmpty
    }
    whole.header.editions = whole.header.editions.map { edition in
      guard let date = newer[edition.original], !mixed.contains(edition.original) else {
        return edition
      }
      return Edition(title: edition.title, original: edition.original, date: date)
    }
    return Source(
      text: MingfaText().text(of: whole), mixed: mixed.sorted { $0.short < $1.short },
      held: seesHeld ? Held() : try held(of: bank))
  }

  /// The question of a bank with this code, in its newest version.
  ///
  /// - Throws: `WorkflowFailure.noSuchQuestion`; `.heldForExam` for whoever may not see it yet;
  ///   `StorageFailure`.
  package func question(_ code: String, in bank: StoredBank) throws -> StoredQuestion {
    guard let ref = try data.questions.find(code: code, bank: bank.id).first,
      let stored = try data.questions.question(ref.question)
    else { throw WorkflowFailure.noSuchQuestion(code) }
    if !seesHeld {
      let exams = try data.held.exams(holding: ref.question)
      guard exams.isEmpty else { throw WorkflowFailure.heldForExam(code, exams: exams) }
    }
    return stored
  }

  /// One question in the canonical text, with the front matter that its citations need.
  package func source(of stored: StoredQuestion) throws -> String {
    QuestionText.text(
      of: stored.question, passage: stored.passage, chapter: stored.chapter,
      in: try data.header(of: stored))
  }
}

extension ReadReport {
  /// Whether the file could not even be opened.
  package var isUnreadable: Bool {
    problems.contains { problem in
      switch problem.fact {
      case .file(.missing), .file(.directory), .file(.notReadable): true
      default: false
      }
    }
  }
}
