import Text

extension Action: Worded {
  /// What the actor wants to do, as part of a sentence.
  package var wording: Wording {
    switch self {
    case .practise: Wording(zh: "练习", en: "practise")
    case .loadBank: Wording(zh: "载入题库", en: "load banks")
    case .readBank: Wording(zh: "查看题库", en: "read banks")
    case .reviewBank: Wording(zh: "复核题目", en: "review questions")
    case .editBank: Wording(zh: "修改题目", en: "change questions")
    case .loadStatutes: Wording(zh: "载入法律", en: "load statutes")
    case .readStatutes: Wording(zh: "查看法律", en: "read statutes")
    case .readObjections: Wording(zh: "查看异议", en: "read objections")
    case .answerObjections: Wording(zh: "答复异议", en: "answer objections")
    case .editPlans: Wording(zh: "修改备考计划", en: "change plans for an exam")
    case .readPlans: Wording(zh: "查看备考计划", en: "read plans for an exam")
    case .editLearners: Wording(zh: "添加和修改学员", en: "add and change learners")
    case .exportLearner: Wording(zh: "导出学员的记录", en: "export a learner's record")
    case .forgetLearner: Wording(zh: "遗忘学员", en: "forget a learner")
    case .readLearners: Wording(zh: "查看学员", en: "list learners")
    case .readReports: Wording(zh: "查看报表", en: "read reports")
    case .readStatistics: Wording(zh: "查看学习统计", en: "read statistics")
    case .checkData: Wording(zh: "检查数据", en: "check the data")
    case .backUpData: Wording(zh: "备份数据", en: "back the data up")
    case .restoreData: Wording(zh: "恢复备份", en: "restore backups")
    case .changeSettings: Wording(zh: "修改设置", en: "change settings")
    case .signIn: Wording(zh: "登录", en: "sign in")
    case .readHeldQuestions:
      Wording(zh: "查看为考试封存的题", en: "see questions that are held back for an exam")
    case .changePassword: Wording(zh: "修改自己的密码", en: "change your password")
    case .readAccounts: Wording(zh: "查看账号", en: "list accounts")
    case .editAccounts: Wording(zh: "添加和修改账号", en: "add and change accounts")
    case .recoverAccount: Wording(zh: "找回管理员", en: "recover an administrator")
    case .sitExam: Wording(zh: "参加考试", en: "sit an exam")
    case .readExams: Wording(zh: "查看考试", en: "list exams")
    case .editExams: Wording(zh: "建立考试", en: "make exams")
    case .holdExams: Wording(zh: "主持考场", en: "hold exams")
    case .readResults: Wording(zh: "查看成绩", en: "read results")
    case .publishResults: Wording(zh: "公布成绩", en: "publish results")
    case .verifyEvidence: Wording(zh: "核验考试记录", en: "verify the records of exams")
    }
  }
}

extension Authorisation.Refusal: Worded {
  package var wording: Wording {
    guard let role else {
      return Wording(
        zh: "\(action.wording.zh)要先登录：mingfa sign-in 姓名；没有账号请找管理员",
        en: "Sign in to \(action.wording.en): mingfa sign-in NAME; without an account, ask an "
          + "administrator")
    }
    return Wording(
      zh: "\(role.wording.zh)没有权限\(action.wording.zh)；请找管理员，或换账号登录：mingfa sign-in 姓名",
      en:
        "As \(role.wording.en) you may not \(action.wording.en); ask an administrator, or sign in "
        + "under another account: mingfa sign-in NAME")
  }
}
