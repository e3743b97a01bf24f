import Text
import Workflows

/// What the doctor found, a line for each thing, with the cure where one is needed.
package enum HealthPage {
  /// The lines, and what they sum up to.
  package static func lines(_ facts: [HealthFact], style: PageStyle) -> [String] {
    let language = style.language
    let colon = Wording(zh: "：", en: ": ")(language)
    let found = facts.flatMap { fact in
      style.wrapped(
        "[\(fact.level.wording(language))] \(fact.check(language))\(colon)\(fact.wording(language))",
        indent: 4)
    }
    let errors = facts.count { $0.level == .error }
    let warnings = facts.count { $0.level == .warning }
    let sum =
      errors + warnings == 0
      ? Wording(zh: "一切正常", en: "All is well")
      : Wording(
        zh: "\(errors) 处错误，\(warnings) 处注意", en: "\(errors) errors, \(warnings) warnings")
    return found + style.wrapped(sum(language))
  }
}
