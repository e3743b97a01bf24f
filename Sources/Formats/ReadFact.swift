import Documents
import Questions
import Statutes

/// What can be wrong with the file of a bank or a statute. Texts quoted are as the file has them, shortened.
package enum ReadFact: Hashable, Sendable {
  // The file.
  case file(TextFault)
  case word(WordFault)
  case lineTooLong(limit: Int)
  case emptyFile
  case noQuestions
  /// Problems beyond those listed.
  case more(errors: Int)
  case moreWarnings(Int)

  // A statute's text.
  case statute(StatuteFlaw)

  // A blueprint of an exam.
  case blueprint(BlueprintFlaw)

  // A roster.
  case roster(RosterFlaw)

  // The front matter.
  case frontMatterMissing
  case frontMatterNotClosed
  case frontMatterLineUnreadable
  case unknownHeaderField(String)
  case headerFieldMissing(HeaderField)
  case headerFieldTwice(HeaderField, firstLine: Int)
  case headerFieldUnreadable(HeaderField, text: String)
  case statuteTwice(StatuteTitle, firstLine: Int)

  // Headings.
  case strayRule
  case emptyHeading
  case chapterTwice(title: String, firstLine: Int)
  case unknownType(String)

  // The frame of a question.
  case questionWithoutType
  case caseQuestionWithoutType
  case textBeforeQuestion
  case textAfterField(BankField)
  case fieldOutsideQuestion(BankField)
  case fieldInPassage(BankField)
  case fieldTwice(BankField, firstLine: Int)
  case optionOutsideQuestion
  case optionAfterField
  case optionOutOfOrder(found: Character, expected: Character)
  case missingKey
  case missingCode
  case unknownLabel(String)
  /// A line that looks like the heading of a type and was read as text.
  case likeTypeHeading(String)

  // What a field says.
  case unreadableKey(QuestionKind, text: String)
  case keyPointWithoutDash
  case unreadableCode(String)
  case codeTwice(QuestionCode, firstLine: Int)
  case unreadableCitation(String)
  case citationWithoutTitle
  case statuteNotInHeader(StatuteTitle)
  case unknownValue(BankField, text: String)
  case unreadableWaiver(String)
  case waiverWithoutReason(rule: String)
  /// A waiver of a rule that there is not, with the rule that may be meant.
  case unknownRule(String, like: String?)
  /// A waiver, on a question, of a rule about the whole bank.
  case ruleOfBankWaived(String)
  /// A waiver of something that no rule of the check finds.
  case ruleOfFormWaived(String)
  /// What a rule of the check found.
  case finding(CheckFinding)

  // Cases.
  case emptyPassage
  case caseWithoutQuestions
  case caseEndWithoutCase

  // The question as a whole.
  case question(QuestionProblem)
  case noExplanation
  case noCitation
  case noDifficulty
  case noLevel

  /// Whether the file is refused for it. What is only missing advice (no explanation, citation,
  /// difficulty, level) or may be a word of the text (an unknown label) is a warning.
  package var severity: ReadProblem.Severity {
    switch self {
    case .statute(let flaw): flaw.severity
    case .finding(let finding): finding.severity == .error ? .error : .warning
    case .noExplanation, .noCitation, .noDifficulty, .noLevel, .unknownLabel, .likeTypeHeading,
      .moreWarnings:
      .warning
    default: .error
    }
  }

  /// The stable name of the rule that it breaks; `format` for those of the file's form.
  package var rule: String {
    switch self {
    case .finding(let finding): finding.rule
    case .question(.keyNotAmongOptions): Self.keyRule
    case .question(.duplicateOptions): "duplicate-options"
    case .noExplanation: "no-explanation"
    case .noCitation: "no-citation"
    case .noDifficulty: "no-difficulty"
    case .noLevel: "no-level"
    default: Self.formatRule
    }
  }

  private static let formatRule = "format"
  private static let keyRule = "key-not-among-options"

  /// The names of rules that are not the check's own: what they find cannot be waived.
  static let rulesOfForm: Set<String> = Set(
    [ReadFact.noExplanation, .noCitation, .noDifficulty, .noLevel].map(\.rule)
      + [formatRule, keyRule, BankChecks.idleWaiver])
}
