import Text

extension CheckData.Finding: Worded {
  package var wording: Wording {
    switch self {
    case .damage(let words):
      Wording(
        zh: "数据库文件有损坏：\(words)；请用 backups 里的备份",
        en: "The database file is damaged: \(words); use a backup from 'backups'")
    case .inconsistentAttempt(let id):
      Wording(
        zh: "第 \(id.number) 次作答的步骤不完整；请保留文件并查看备份",
        en: "The steps of attempt \(id.number) are incomplete; keep the file and look at a backup")
    case .resultDiffers(let id):
      Wording(
        zh: "第 \(id.number) 次模拟考试记录的及格线、题数或对错数与步骤不符；请核对备份",
        en: "The pass mark or the counts on record for mock exam \(id.number) are not those of its "
          + "steps; compare a backup")
    case .memoriesDiffer(let learner, let count):
      Wording(
        zh: "学员 \(learner.number) 有 \(count) 道题的复习记录与步骤不符；作答本身没有丢，请核对备份",
        en:
          "\(count) memories of learner \(learner.number) are not what the steps say; no answer is "
          + "lost, compare a backup")
    case .scoreDiffers(let id, let recorded, let recounted):
      Wording(
        zh: "第 \(id.number) 次模拟考试记录 \(recorded.text) 分，"
          + "按步骤重算是 \(recounted.text) 分；请核对备份",
        en: "Mock exam \(id.number) has \(recorded.text) points on record and "
          + "\(recounted.text) by its steps; compare a backup")
    }
  }
}
