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

  /// The whole bank in the canonical text of the bank format.
  package func source(of bank: StoredBank) throws -> String {
    MingfaText().text(of: try data.banks.bank(bank))
  }

  /// The statutes of which some questions of the bank rest on another edition than others, since the review
  /// of an amendment is not at its end: a file can name one edition only.
  package func mixedStatutes(of bank: StoredBank) throws -> [StatuteTitle] {
    let named = try data.banks.editions(of: bank.id)
    let flagged = try data.flags.flags(bank: bank.id).compactMap { flag -> StatuteTitle? in
      guard case .amendment(let place) = flag.cause else { return nil }
      return place.statute
    }
    let whole = try data.banks.bank(bank).header.editions
    return try named.map(\.original).filter { title in
      try flagged.contains(title)
        && data.revisions.hasOwnEditions(of: title, bank: bank.id)
        && whole.first { $0.original == title }?.date == named.first { $0.original == title }?.date
    }
  }

  /// The question of a bank with this code, in its newest version.
  ///
  /// - Throws: `WorkflowFailure.noSuchQuestion`, `StorageFailure`.
  package func question(_ code: String, in bank: StoredBank) throws -> StoredQuestion {
    guard let ref = try data.questions.find(code: code, bank: bank.id).first,
      let stored = try data.questions.question(ref.question)
    else { throw WorkflowFailure.noSuchQuestion(code) }
    return stored
  }

  /// One question in the canonical text, with the front matter that its citations need.
  package func source(of stored: StoredQuestion, in bank: StoredBank) throws -> String {
    let header = BankHeader(
      id: bank.code, title: bank.title, language: bank.language, version: bank.version,
      editions: try data.banks.editions(of: bank.id))
    let item = BankItem(passage: stored.passage, questions: [stored.question])
    return MingfaText().text(
      of: Bank(
        header: header,
        chapters: [
          BankChapter(title: stored.chapter.isEmpty ? nil : stored.chapter, items: [item])
        ]))
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
