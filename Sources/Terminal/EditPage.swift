import Questions
import Statutes
import Text
import Workflows

/// A question on the desk, as it is shown: its fields numbered, and what is wrong with them.
package enum EditPage {
  /// The whole desk.
  static func desk(
    _ edited: EditedQuestion, _ judgement: EditQuestion.Judgement, style: PageStyle
  ) -> [String] {
    var lines = style.rule
    lines += style.wrapped(
      [edited.header.id, edited.code.text, edited.chapter].filter { !$0.isEmpty }
        .joined(separator: "   "), first: " ", indent: 3)
    if let passage = edited.passage {
      lines += style.wrapped(passage.text, first: " | ", indent: 3)
      lines += style.sentence(
        Wording(
          zh: "案例正文不在这里改，请改题库文件再载入",
          en: "The text of the case is changed in its bank file, not here"))
    }
    for (statute, date) in edited.renewed.sorted(by: { $0.key.short < $1.key.short }) {
      lines += style.sentence(
        Wording(
          zh: "存疑：\(statute.quoted)已修订；保存就是按 \(date.iso) 版改好了",
          en: "In doubt: \(statute.quoted) was amended; saving says that the question fits its "
            + "edition of \(date.iso)"))
    }
    for (number, place) in edited.places.enumerated() {
      lines += field(place, number: number + 1, of: edited, style: style)
    }
    return lines + problems(judgement.problems, style: style)
  }

  private static func field(
    _ place: QuestionSheet.Place, number: Int, of edited: EditedQuestion, style: PageStyle
  ) -> [String] {
    let name = QuestionSheet.name(of: place)(style.language)
    let value = edited.sheet[place]
    return style.wrapped(
      value.isEmpty ? "-" : value, first: " \(number)  \(name)  ", indent: 5)
  }

  /// Problems, errors first.
  package static func problems(_ problems: [ReadProblem], style: PageStyle) -> [String] {
    (problems.filter { $0.severity == .error } + problems.filter { $0.severity == .warning })
      .flatMap { style.wrapped(sentence($0, in: style.language), first: " ", indent: 3) }
  }

  /// A problem in one line: how grave it is, the field, and what is wrong.
  package static func sentence(_ problem: ReadProblem, in language: Language) -> String {
    let grade =
      problem.severity == .error
      ? Wording(zh: "错误", en: "Error") : Wording(zh: "提醒", en: "Warning")
    let rule = problem.fact.rule
    return "\(grade(language))  \(problem.text(in: language))"
      + (rule == "format" ? "" : " [\(rule)]")
  }

  /// A question's states, the oldest first.
  ///
  /// - Parameter time: a moment as it is shown.
  package static func history(
    _ transitions: [StateTransition], style: PageStyle, time: (Int64) -> String
  ) -> [String] {
    guard !transitions.isEmpty else {
      return style.sentence(
        Wording(
          zh: "这题没有在程序里改过", en: "This question was never changed in the program"))
    }
    return transitions.enumerated().flatMap { number, transition -> [String] in
      // What was written and approved at once is one line.
      let next = number + 1 < transitions.count ? transitions[number + 1] : nil
      if transition.before == nil, let next, next.version == transition.version,
        next.madeAt == transition.madeAt
      {
        return []
      }
      let version = Wording(zh: "第 \(transition.version) 版", en: "Version \(transition.version)")
      let states = [transition.before, transition.after].compactMap { $0?.wording(style.language) }
      return style.wrapped(
        [
          version(style.language), states.joined(separator: " -> "), transition.reviewer ?? "",
          time(transition.madeAt), transition.reason,
        ].filter { !$0.isEmpty }.joined(separator: "   "), first: " ", indent: 3)
    }
  }
}
