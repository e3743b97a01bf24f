import Questions
import Text

extension Blueprint.Share.Trait {
  /// The questions that a share counts, as the subject of a sentence.
  fileprivate var subject: Wording {
    Wording(zh: "\(wording.zh)的题", en: "questions of \(wording.en)")
  }
}

extension AssemblyRequirement: Worded {
  /// What is asked, without how often.
  private var subject: Wording {
    switch self {
    case .questions(let kind, _): Wording(zh: kind.type.name.zh, en: kind.type.name.en)
    case .cases(_, let questions):
      Wording(zh: "每个 \(questions) 题的案例", en: "cases with \(questions) questions each")
    case .least(let trait, _), .most(let trait, _): trait.subject
    case .difficulty: Wording(zh: "平均难度", en: "the mean difficulty")
    }
  }

  package var wording: Wording {
    let subject = subject
    switch self {
    case .questions, .cases, .least:
      return Wording(zh: "\(subject.zh)至少 \(count)", en: "\(subject.en), at least \(count)")
    case .most:
      return Wording(zh: "\(subject.zh)最多 \(count)", en: "\(subject.en), at most \(count)")
    case .difficulty(let mean, let tolerance):
      let (goal, aside) = (Thousandths(mean), Thousandths(tolerance))
      return Wording(
        zh: "\(subject.zh) \(goal)，允许偏差 \(aside)",
        en: "\(subject.en) \(goal), give or take \(aside)")
    }
  }

  fileprivate func lacking(
    forms: Int, pool: Int, reachable: Int, overexposed: Int
  ) -> Wording {
    let (subject, wanted) = (subject, count * forms)
    let often =
      overexposed == 0
      ? Wording(zh: "", en: "")
      : Wording(
        zh: "，另有 \(overexposed) 因以往用得太多而不能再用",
        en: " (\(overexposed) more were used too often before)")
    let shared =
      reachable <= pool && pool < wanted
      ? Wording(zh: "", en: "")
      : Wording(
        zh: "，按各卷可重复的题数最多能用 \(reachable) 次",
        en: ", which can stand on the forms \(reachable) times")
    return Wording(
      zh: "\(subject.zh)：每套 \(count)，\(forms) 套共需 \(wanted)，题库可用 \(pool)\(shared.zh)"
        + "\(often.zh)，缺 \(wanted - reachable)",
      en: "\(subject.en): \(count) wanted on each of \(forms) forms, \(wanted) together; "
        + "the pool has \(pool)\(shared.en)\(often.en): \(wanted - reachable) lacking")
  }

  fileprivate func excess(forms: Int, least: Int) -> Wording {
    let (subject, allowed) = (subject, count * forms)
    return Wording(
      zh: "\(subject.zh)：每套最多 \(count)，\(forms) 套最多 \(allowed)，但题库中其他题不够，至少要用 \(least)，"
        + "其他题缺 \(least - allowed)",
      en: "\(subject.en): at most \(count) on each of \(forms) forms, \(allowed) together, but for "
        + "want of others at least \(least) have to be used: \(least - allowed) others lacking")
  }
}

extension AssemblyObstacle: Worded {
  package var wording: Wording {
    switch self {
    case .nothingAsked:
      return Wording(
        zh: "细目表没有要求任何题，或套数不到 1；请检查各部分的题数和套数",
        en: "The blueprint asks for no question, or for less than one form; check the counts")
    case .noWholeNumber(let trait, let bounds, let questions):
      let trait = trait.subject
      let (least, most) = (percent(bounds.lowerBound), percent(bounds.upperBound))
      return Wording(
        zh: "\(trait.zh)占 \(least)% 至 \(most)%，全卷 \(questions) 题时不是整数题；请放宽范围",
        en:
          "\(trait.en), \(least)% to \(most)%: of \(questions) questions that is no whole number; "
          + "widen the range")
    case .lacking(let requirement, let forms, let pool, let reachable, let overexposed):
      return requirement.lacking(
        forms: forms, pool: pool, reachable: reachable, overexposed: overexposed)
    case .excess(let requirement, let forms, let least):
      return requirement.excess(forms: forms, least: least)
    case .conflict(let requirements, let forms, let lacking):
      let listed = requirements.map(\.wording)
      let all = Wording(
        zh: listed.map(\.zh).joined(separator: "；"), en: listed.map(\.en).joined(separator: "; "))
      let short =
        lacking == 0
        ? Wording(zh: "", en: "")
        : Wording(
          zh: "，\(forms) 套共缺 \(lacking) 题", en: ", \(forms) forms lack \(lacking) questions")
      return Wording(
        zh: "下列要求各自可行，合在一起不可行\(short.zh)，至少要放宽其中一项：\(all.zh)",
        en: "Each of these can be met, but not all together\(short.en) "
          + "(one has to give way): \(all.en)")
    case .difficulty(let mean, let tolerance, let reachable):
      let (goal, aside) = (Thousandths(mean), Thousandths(tolerance))
      let least = Thousandths(reachable.lowerBound)
      let most = Thousandths(reachable.upperBound)
      return Wording(
        zh: "平均难度要求 \(goal)，允许偏差 \(aside)，题库在其他要求下只能在 \(least) 至 \(most) 之间",
        en: "The mean difficulty shall be \(goal), give or take \(aside), but with the other "
          + "requirements the pool reaches \(least) to \(most) only")
    }
  }

  /// Hundredths of a percent, with as many decimals as needed.
  private func percent(_ hundredths: Int) -> String { Score(hundredths: hundredths).text }
}

extension AssemblyGap: Worded {
  package var wording: Wording {
    switch self {
    case .missing(let form, let wanted, let found):
      return Wording(
        zh: "第 \(form) 套只有 \(found) 题，应有 \(wanted) 题",
        en: "Form \(form) has \(found) of \(wanted) questions")
    case .share(let form, let trait, let wanted, let found):
      let trait = trait.subject
      let (least, most) = (wanted.lowerBound, wanted.upperBound)
      return Wording(
        zh: "第 \(form) 套\(trait.zh)有 \(found)，应为 \(least) 至 \(most)",
        en: "Form \(form), \(trait.en): \(found) instead of \(least) to \(most)")
    case .enemies(let form, let count):
      return Wording(
        zh: "第 \(form) 套有 \(count) 题与同卷的题互斥",
        en: "On form \(form), questions that exclude another one of the form: \(count)")
    case .overlap(let form, let other, let allowed, let found):
      return Wording(
        zh: "第 \(form) 套与第 \(other) 套重复 \(found) 题，最多允许 \(allowed) 题",
        en: "Forms \(form) and \(other) share \(found) questions, \(allowed) are allowed")
    case .difficulty(let form, let mean, let tolerance, let found):
      let (goal, aside, reached) = (Thousandths(mean), Thousandths(tolerance), Thousandths(found))
      return Wording(
        zh: "第 \(form) 套平均难度 \(reached)，应为 \(goal)，允许偏差 \(aside)",
        en:
          "Form \(form) has a mean difficulty of \(reached) instead of \(goal), give or take \(aside)"
      )
    case .spread(let allowed, let found):
      let (bound, reached) = (Thousandths(allowed), Thousandths(found))
      return Wording(
        zh: "各套平均难度相差 \(reached)，最多允许 \(bound)",
        en: "The mean difficulties lie \(reached) apart, \(bound) is allowed")
    }
  }
}
