import People
import Text
import Workflows

/// What forgetting a learner takes away and what it leaves.
package enum ForgetPage {
  /// Before it is confirmed.
  package static func plan(_ plan: ForgetLearner.Plan, style: PageStyle) -> [String] {
    let extent = plan.extent
    let isNamed = plan.learner.name != nil
    return style.sentence(
      Wording(
        zh: "遗忘\(LearnerName.text(plan.learner, .chinese))（学员号 \(plan.learner.id.number)），不能撤销。",
        en: "Forgetting \(LearnerName.text(plan.learner, .english)) (learner number "
          + "\(plan.learner.id.number)) cannot be undone."))
      + style.sentence(
        Wording(
          zh: "去掉：\(isNamed ? "姓名，" : "")笔记 \(extent.notes) 条，备考计划 \(extent.plans) 个；"
            + "本机记住的输入（所有人的）"
            + (extent.assisted > 0 ? "；替别人操作的 \(extent.assisted) 步里的姓名" : ""),
          en: "Goes: \(isNamed ? "the name, " : "")\(extent.notes) notes, \(extent.plans) exam "
            + "plans; the lines typed at this computer, of everybody"
            + (extent.assisted > 0 ? "; the name at \(extent.assisted) steps typed for others" : "")
        ))
      + style.sentence(
        Wording(
          zh: "留在号码下：练习和考试 \(extent.attempts) 次，作答 \(extent.answers) 次，模拟考试成绩 "
            + "\(extent.results) 份，收藏 \(extent.stars) 题，异议 \(extent.objections) 条，单位和人员类别；"
            + "报表和统计不变",
          en: "Stays under the number: \(extent.attempts) attempts, \(extent.answers) answers, "
            + "\(extent.results) results of mock exams, \(extent.stars) stars, "
            + "\(extent.objections) objections, unit and category; no figure changes"))
      + mentions(extent.mentions, style: style)
      + elsewhere(plan, style: style)
      + style.sentence(
        Wording(
          zh: "要留一份给本人，请先运行 mingfa learner export",
          en: "For a copy to take along, run mingfa learner export first"))
  }

  private static func mentions(_ count: Int, style: PageStyle) -> [String] {
    guard count > 0 else { return [] }
    return style.sentence(
      Wording(
        zh: "有 \(count) 条异议或答复的文字里写着这个姓名，不会改动；见 mingfa bank objections",
        en:
          "The name stands in the words of \(count) objections or answers, which are not changed; "
          + "see mingfa bank objections"))
  }

  /// The name where the program does not go: backups and what was exported.
  private static func elsewhere(_ plan: ForgetLearner.Plan, style: PageStyle) -> [String] {
    let (automatic, others) = (plan.automaticBackups, plan.otherBackups)
    var lines: [String] = []
    if automatic + others > 0 {
      lines = style.sentence(
        Wording(
          zh: "以前的备份不改，里面还有：自动备份 \(automatic) 份，再练满 7 天就都被新的替换；其他备份 "
            + "\(others) 份一直保留。要马上去掉，请删除数据文件夹里 backups 的文件（位置见 mingfa doctor）",
          en: "Backups from before are not changed: \(automatic) automatic ones, replaced after 7 "
            + "more days of practice; \(others) others, kept for good. To be rid of it now, delete "
            + "the files in 'backups' of the data folder (mingfa doctor tells where it is)"))
    }
    return lines
      + style.sentence(
        Wording(
          zh: "以前导出的文件（如 reports 里的错题本）不改，请自己删除",
          en: "Files exported before (such as notebooks in 'reports') are not changed; delete them "
            + "yourself"))
  }

  /// Asks for the name, or the number of someone without one.
  package static func prompt(_ plan: ForgetLearner.Plan) -> Wording {
    plan.learner.name == nil
      ? Wording(zh: "确定请输入学员号；直接回车 = 不做了> ", en: "Type the number to confirm; Enter = leave it> ")
      : Wording(zh: "确定请输入姓名；直接回车 = 不做了> ", en: "Type the name to confirm; Enter = leave it> ")
  }

  /// Nothing was done.
  package static var unchanged: Wording {
    Wording(zh: "没有遗忘，什么也没有改动", en: "Nobody was forgotten, nothing was changed")
  }

  /// Afterwards.
  ///
  /// - Parameter wasTold: whether it was read before where the name still stands.
  package static func done(
    _ plan: ForgetLearner.Plan, wasTold: Bool, style: PageStyle
  ) -> [String] {
    let number = plan.learner.id.number
    return style.sentence(
      plan.learner.isGuest
        ? Wording(
          zh: "已去掉访客的笔记和备考计划；作答留在学员号 \(number) 下",
          en: "The guest's notes and plans are gone; the responses stay under number \(number)")
        : Wording(
          zh: "已遗忘；作答留在学员号 \(number) 下，报表和统计不变",
          en: "Forgotten; the responses stay under number \(number), no figure changed"))
      + (wasTold
        ? [] : mentions(plan.extent.mentions, style: style) + elsewhere(plan, style: style))
  }

  /// The records are clean, the unused parts of the file are not.
  package static func notRewritten(_ failure: StorageFailure, _ learner: Learner) -> Wording {
    let number = learner.id.number
    return Wording(
      zh: "姓名已从记录里去掉，但数据库文件没能重写，空闲处可能还有残留（\(failure.wording.zh)）；"
        + "之后请再运行 mingfa learner forget \(number)",
      en: "The name is gone from the records, but the file could not be written anew and may hold "
        + "remains in unused places (\(failure.wording.en)); run mingfa learner forget \(number) "
        + "again later")
  }
}
