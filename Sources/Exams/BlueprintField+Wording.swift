import Text

extension BlueprintField: Worded {
  /// What people call it.
  package var wording: Wording {
    switch self {
    case .code, .title, .banks, .candidates, .sections, .shares, .difficulty, .time, .pass,
      .forms:
      topWording
    case .type, .count, .questions, .points, .scoring, .each, .deduction, .floor: sectionWording
    case .statute, .chapter, .level, .authorDifficulty, .topic, .bank, .share, .atLeast, .atMost:
      shareWording
    default: ruleWording
    }
  }

  private var topWording: Wording {
    switch self {
    case .code: Wording(zh: "代号", en: "code")
    case .title: Wording(zh: "名称", en: "title")
    case .banks: Wording(zh: "题库", en: "banks")
    case .candidates: Wording(zh: "参考人员", en: "candidates")
    case .sections: Wording(zh: "大题", en: "sections")
    case .shares: Wording(zh: "比例", en: "shares")
    case .difficulty: Wording(zh: "难度", en: "difficulty")
    case .time: Wording(zh: "时间", en: "time")
    case .pass: Wording(zh: "合格", en: "pass")
    default: Wording(zh: "试卷", en: "forms")
    }
  }

  private var sectionWording: Wording {
    switch self {
    case .type: Wording(zh: "题型", en: "type")
    case .count: Wording(zh: "题数", en: "count")
    case .questions: Wording(zh: "每案题数", en: "questions of a case")
    case .points: Wording(zh: "每题分值", en: "points")
    case .scoring: Wording(zh: "计分", en: "scoring")
    case .each: Wording(zh: "每项分值", en: "points of an option")
    case .deduction: Wording(zh: "倒扣", en: "deduction")
    default: Wording(zh: "最低分", en: "floor")
    }
  }

  private var shareWording: Wording {
    switch self {
    case .statute: Wording(zh: "法律", en: "statute")
    case .chapter: Wording(zh: "章节", en: "chapter")
    case .level: Wording(zh: "层次", en: "level")
    case .authorDifficulty: Wording(zh: "难度", en: "difficulty")
    case .topic: Wording(zh: "标签", en: "topic")
    case .bank: Wording(zh: "题库", en: "bank")
    case .share: Wording(zh: "占比", en: "share")
    case .atLeast: Wording(zh: "至少", en: "at least")
    default: Wording(zh: "至多", en: "at most")
    }
  }

  private var ruleWording: Wording {
    switch self {
    case .mean: Wording(zh: "平均难度", en: "mean difficulty")
    case .tolerance: Wording(zh: "允差", en: "tolerance")
    case .minutes: Wording(zh: "分钟数", en: "minutes")
    case .latestEntry: Wording(zh: "迟到限时", en: "latest entry")
    case .earliestLeaving: Wording(zh: "提前交卷限时", en: "earliest leaving")
    case .mark: Wording(zh: "合格线", en: "pass mark")
    case .excellent: Wording(zh: "优秀线", en: "excellent mark")
    case .attempts: Wording(zh: "考试次数", en: "attempts")
    case .makeUps: Wording(zh: "补考次数", en: "make-ups")
    case .after: Wording(zh: "须先通过", en: "to be passed before")
    case .shuffleQuestions: Wording(zh: "打乱题目", en: "shuffled questions")
    case .shuffleOptions: Wording(zh: "打乱选项", en: "shuffled options")
    case .overlap: Wording(zh: "重题上限", en: "overlap")
    case .spread: Wording(zh: "各卷难度差", en: "spread of difficulty")
    default: Wording(zh: "曾用次数上限", en: "exposure")
    }
  }
}
