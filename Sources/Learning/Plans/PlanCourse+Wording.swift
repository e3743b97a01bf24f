import Text

extension PlanCourse.State: Worded {
  package var wording: Wording {
    switch self {
    case .onCourse: Wording(zh: "正常", en: "on course")
    case .behind: Wording(zh: "落后", en: "behind")
    case .impossible: Wording(zh: "来不及", en: "impossible")
    }
  }
}

extension PlanCourse: Worded {
  /// The predicted chance of a right answer in whole percent, as screens show it.
  package var recallPercent: Int { Int((forecast.recall * 100).rounded(.down)) }

  package var wording: Wording {
    let predicted = Wording(
      zh: "预计考试日答对 \(recallPercent)%", en: "\(recallPercent)% predicted on the day")
    let left =
      forecast.unseen > 0
      ? Wording(
        zh: "\(forecast.unseen) 题见不到，只能凭初次答对率；先练最有用的，",
        en: "\(forecast.unseen) questions stay unseen and rest on the first look; "
          + "the most useful come first, ")
      : Wording(zh: "最有用的先练，", en: "the most useful questions come first, ")
    switch state {
    case .onCourse:
      return Wording(
        zh: "进度正常：每天 \(minutes) 分钟，考前见完全部题，照计划练预计答对 \(recallPercent)%",
        en: "On course: \(minutes) minutes a day show every question in time; keep to it, and "
          + "\(recallPercent)% is predicted on the day")
    case .behind:
      let needed = needed ?? Self.longestDay
      return Wording(
        zh: "进度落后：现在每天要 \(needed) 分钟；仍按 \(minutes) 分钟，\(left.zh)\(predicted.zh)",
        en:
          "Behind: a day must now take \(needed) minutes; at \(minutes), \(left.en)\(predicted.en)")
    case .impossible:
      let longest = max(minutes, Self.longestDay)
      return Wording(
        zh: "来不及：每天 \(longest) 分钟也不够；按每天 \(minutes) 分钟，\(left.zh)\(predicted.zh)",
        en: "Impossible: even \(longest) minutes a day would not do; at \(minutes), "
          + "\(left.en)\(predicted.en)")
    }
  }
}
