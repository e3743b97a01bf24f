import Questions
import Text
import Workflows

/// Responses and keys as a screen words them, with this screen's letters.
enum AnswerWords {
  static func text(_ response: Response, card: PracticeCard, language: Language) -> String {
    switch response {
    case .blank: return none(language)
    case .options(let ids): return letters(ids, card: card)
    case .truth(let said): return truth(said, language)
    case .blanks(let texts):
      return listed(texts.map { $0.isEmpty ? none(language) : SafeText.clean($0) }, language)
    case .text(let words): return SafeText.clean(words)
    }
  }

  static func key(_ card: PracticeCard, language: Language) -> String {
    switch card.question.key {
    case .options(let ids): return letters(ids, card: card)
    case .truth(let right): return truth(right, language)
    case .blanks(let blanks):
      return listed(blanks.map { SafeText.clean($0.first ?? "") }, language)
    case .points(let points): return listed(points.map { SafeText.clean($0.wording) }, language)
    }
  }

  private static func letters(_ ids: Set<OptionID>, card: PracticeCard) -> String {
    PageStyle.letters(ids.compactMap { card.letter(of: $0) }.sorted())
  }

  private static func listed(_ texts: [String], _ language: Language) -> String {
    texts.joined(separator: Wording(zh: "；", en: "; ")(language))
  }

  private static func truth(_ value: Bool, _ language: Language) -> String {
    (value ? Wording(zh: "对", en: "true") : Wording(zh: "错", en: "false"))(language)
  }

  private static func none(_ language: Language) -> String {
    Wording(zh: "未答", en: "no answer")(language)
  }
}
