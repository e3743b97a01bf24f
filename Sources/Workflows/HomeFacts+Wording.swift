import Learning
import Text

extension HomeFacts.Today: Worded {
  /// What today brings, in a sentence or a few words with spaces between.
  package var wording: Wording {
    switch self {
    case .sitting(let sitting): sitting.wording
    case .done(let next):
      Wording(
        zh: "今日：都做完了。\(next?.wording.zh ?? "")",
        en: "Today: all done. \(next?.wording.en ?? "")")
    case .planned:
      Wording(
        zh: "今日：计划的都练完了，明天接着来",
        en: "Today: what was planned is done, tomorrow brings the next")
    case .noBanks:
      Wording(
        zh: "还没有题库；请运行 mingfa bank load 题库文件.txt",
        en: "There are no banks yet; run mingfa bank load FILE.txt")
    }
  }
}

extension HomeFacts.Sitting: Worded {
  package var wording: Wording {
    guard waiting > 0 else {
      return Wording(
        zh: "今日：复习 \(reviews) 题，新题 \(new) 题，约 \(minutes) 分钟",
        en: "Today: \(reviews) to review, \(new) new, about \(minutes) min")
    }
    guard !isPlanned else {
      return Wording(
        zh: "今日：复习 \(reviews) 题，新题 \(new) 题，约 \(minutes) 分钟；其余到期的，计划排在考前",
        en: "Today: \(reviews) to review, \(new) new, about \(minutes) min; "
          + "the plan brings the other due ones before the exam")
    }
    return Wording(
      zh: "今日：复习 \(reviews) 题，新题 \(new) 题，约 \(minutes) 分钟；之后还有 \(waiting) 题到期",
      en: "Today: \(reviews) to review, \(new) new, about \(minutes) min; "
        + "\(waiting) more are due after that")
  }
}

extension HomeFacts.ResumePoint: Worded {
  package var wording: Wording {
    let name = attempt.mode.rules.name
    let minutes = remaining.map { max(0, $0) / 60_000 }
    let place = Wording(
      zh: "\(name.zh)，停在第 \(number) 题 / \(total)",
      en: "\(name.en), at question \(number) of \(total)")
    guard let minutes else { return place }
    return Wording(
      zh: "\(place.zh)，还剩 \(minutes) 分钟", en: "\(place.en), \(minutes) min left")
  }
}

extension HomeFacts.AmendedBank: Worded {
  package var wording: Wording {
    let (changed, seen, due, added) = (
      amendment.changed, amendment.seen, amendment.due, amendment.added
    )
    let parts = [
      changed > 0
        ? Wording(
          zh: "改了 \(changed) 题（你做过 \(seen) 题）", en: "\(changed) changed (\(seen) you had answered)")
        : nil,
      due > 0
        ? Wording(zh: "答案改了的 \(due) 题会再问", en: "\(due) come again since their key changed")
        : nil,
      added > 0 ? Wording(zh: "新增 \(added) 题", en: "\(added) added") : nil,
    ].compactMap { $0 }
    let told = parts.dropFirst().reduce(parts.first) { told, part in
      told.map { Wording(zh: "\($0.zh)，\(part.zh)", en: "\($0.en), \(part.en)") }
    }
    guard let told else {
      return Wording(
        zh: "题库更新：“\(title)”\(version) 版", en: "Bank updated: '\(title)' \(version)")
    }
    return Wording(
      zh: "题库更新：“\(title)”\(version) 版，\(told.zh)",
      en: "Bank updated: '\(title)' \(version), \(told.en)")
  }
}
