import Formats
import Questions
import Statutes
import Storage
import Text

/// A question on the desk: its sheet, and what it is held against. Nothing is kept before it is saved.
package struct EditedQuestion: Sendable {
  let bank: Int64
  /// With the editions that the question rests on.
  package let header: BankHeader
  /// Empty where it stands before the first heading.
  package let chapter: String
  package let passage: Passage?
  package let code: QuestionCode
  /// nil for a new question.
  package let before: StoredQuestion?
  let library: StatuteLibrary
  package internal(set) var sheet: QuestionSheet
  /// The newer editions that it is written by from now on, by original title: its present version is in
  /// doubt for them.
  package let renewed: [StatuteTitle: CalendarDate]

  /// Changes a field by its name.
  ///
  /// - Throws: `WorkflowFailure.noSuchField`, `.fieldFixed`, `.noSuchType`.
  package mutating func set(_ text: String, named name: String) throws {
    guard let place = QuestionSheet.place(named: name) else {
      if QuestionSheet.meansPassage(name) { throw WorkflowFailure.fieldFixed(name) }
      throw WorkflowFailure.noSuchField(name)
    }
    guard !Self.fixed.contains(place) else { throw WorkflowFailure.fieldFixed(name) }
    try set(text, at: place)
  }

  /// Changes a field.
  ///
  /// - Throws: `WorkflowFailure.noSuchType`.
  package mutating func set(_ text: String, at place: QuestionSheet.Place) throws {
    guard place == .type else { return sheet.set(text, at: place) }
    guard let kind = QuestionSheet.kind(named: text) else {
      throw WorkflowFailure.noSuchType(
        text, known: QuestionKind.all.map { $0.type.name(header.language) })
    }
    sheet.set(kind)
  }

  /// What is no field of the desk: a code is never changed, a state goes by who decides.
  private static let fixed: Set<QuestionSheet.Place> = [.field(.code), .field(.state)]

  /// The type that the sheet names.
  package var kind: QuestionKind? { QuestionSheet.kind(named: sheet[.type]) }

  /// The fields that may be changed, in the order of the text; the options up to the next free letter.
  package var places: [QuestionSheet.Place] {
    var places: [QuestionSheet.Place] = [.type, .stem]
    var count = sheet.optionCount
    if case .options? = kind?.type.form { count = min(count + 1, AnswerOption.letters.count) }
    places += (0..<count).map { .option($0) }
    return places
      + BankField.allCases.map { .field($0) }.filter { !Self.fixed.contains($0) }
  }

  /// What stands above the question in a file of its own.
  var frame: String {
    var writer = MingfaText.Writer(language: header.language)
    writer.write(header)
    if !chapter.isEmpty { writer.beginChapter(chapter) }
    guard let passage else { return writer.text }
    writer.write(BankItem(passage: passage, questions: []))
    // The case goes on: its end is the last line.
    let lines = writer.text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.dropLast(2).joined(separator: "\n") + "\n"
  }

  /// A problem under the name of the field where it was found.
  func problem(_ fact: ReadFact, at place: QuestionSheet.Place?) -> ReadProblem {
    let name = place.map { " " + QuestionSheet.name(of: $0)(header.language) } ?? ""
    return ReadProblem(file: code.text + name, position: nil, fact: fact)
  }
}
