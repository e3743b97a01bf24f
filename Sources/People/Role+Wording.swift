import Text

extension Role: Worded {
  package var wording: Wording {
    switch self {
    case .learner: Wording(zh: "学员", en: "learner")
    case .trainer: Wording(zh: "培训员", en: "trainer")
    case .invigilator: Wording(zh: "监考员", en: "invigilator")
    case .administrator: Wording(zh: "管理员", en: "administrator")
    }
  }
}
