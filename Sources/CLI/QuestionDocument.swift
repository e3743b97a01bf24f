import Questions
import Text
import Workflows

/// A question as `mingfa bank show BANK CODE --format json` prints it. Words of the format of banks
/// stand in English, in lower case, whatever the language of the bank or of the person.
struct QuestionDocument: Encodable {
  struct Option: Encodable {
    var letter: String
    var text: String
    var right: Bool
  }
  struct Point: Encodable {
    var wording: String
    var forms: [[String]]
  }
  struct Waived: Encodable {
    var rule: String
    var reason: String
  }
  struct Case: Encodable {
    var code: String
    var text: String
  }

  var schema = "mingfa.bank-question/1"
  var bank: String
  var code: String
  var version: Int
  var chapter: String
  var type: String
  var passage: Case?
  var stem: String
  var options: [Option]
  var truth: Bool?
  var blanks: [[String]]?
  var points: [Point]?
  var explanation: String
  var citations: [String]
  var difficulty: Int?
  var level: String?
  var topics: [String]
  var use: String
  var state: String
  var order: String
  var scoring: String
  var waivers: [Waived]

  init(_ stored: StoredQuestion) {
    let question = stored.question
    bank = stored.bankCode
    code = question.code.text
    version = stored.number
    chapter = stored.chapter
    type = question.kind.id
    passage = stored.passage.map { Case(code: $0.code.text, text: $0.text) }
    stem = question.stem
    var right: Set<OptionID> = []
    switch question.key {
    case .options(let ids): right = ids
    case .truth(let isTrue): truth = isTrue
    case .blanks(let forms): blanks = forms
    case .points(let wanted):
      points = wanted.map { Point(wording: $0.wording, forms: $0.forms) }
    }
    let letters = zip(AnswerOption.letters, question.options)
    options = letters.map { letter, option in
      Option(letter: String(letter), text: option.text, right: right.contains(option.id))
    }
    explanation = question.rationale.text { id in letters.first { $0.1.id == id }?.0 }
    citations = question.citations.map { $0.text(in: stored.language) }
    difficulty = question.difficulty?.rawValue
    level = question.level.map(\.word)
    topics = question.topics
    use = question.use.word
    state = question.state.word
    order = question.order.word
    scoring = question.rule.stored
    waivers = question.waivers.map { Waived(rule: $0.rule, reason: $0.reason) }
  }
}

extension Worded {
  /// As documents name it, whatever the language of the person.
  var word: String { wording.en.lowercased() }
}
