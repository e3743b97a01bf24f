import People
import Text

extension Eligibility.Refusal: Worded {
  package var wording: Wording {
    switch self {
    case .category(let category, let admitted):
      return Wording(
        zh: "人员类别是“\(category.wording.zh)”，这场考试限\(Self.list(admitted).zh)",
        en: "The category is '\(category.wording.en)'; this exam is for: \(Self.list(admitted).en)")
    case .establishment(.unknown, let admitted):
      return Wording(
        zh: "名册没有写编制类型，这场考试限\(Self.list(admitted).zh)；请在名册里补上",
        en: "The roster does not say the establishment type; this exam is for: "
          + "\(Self.list(admitted).en); add it to the roster")
    case .establishment(let type, let admitted):
      return Wording(
        zh: "编制类型是“\(type.wording.zh)”，这场考试限\(Self.list(admitted).zh)",
        en: "The establishment type is '\(type.wording.en)'; this exam is for: "
          + "\(Self.list(admitted).en)")
    case .otherName(let name):
      return Wording(
        zh: "这个身份证号以前登记的姓名是“\(name)”；请核对，改过名的用 --rename 重建",
        en:
          "This ID number is kept under the name '\(name)'; check it; where the name was changed, "
          + "make the exam with --rename")
    case .ambiguous:
      return Wording(
        zh: "这个单位已登记过几个同名的人，不知道是哪一个；请在名册里写上身份证号",
        en: "Several people of this name are known in this unit; add the ID number to the roster")
    case .listed(let exam):
      return Wording(
        zh: "已在考试 \(exam) 的名单上，那场还没考完",
        en: "Is on the list of exam \(exam), which is not over")
    case .passed:
      return Wording(zh: "这项考试已经合格，不用再考", en: "This exam is passed already")
    case .attempts(let limit):
      return Wording(
        zh: "首考的 \(limit) 次机会已经用完", en: "All attempts of the first sitting are used (\(limit))")
    case .makeUps(0):
      return Wording(zh: "这项考试没有补考", en: "This exam has no make-up")
    case .makeUps(let limit):
      return Wording(
        zh: "补考的 \(limit) 次机会已经用完", en: "All make-ups are used (\(limit))")
    case .neverSat:
      return Wording(
        zh: "不在首考名单上，不能补考", en: "A make-up is for those on the list of the first sitting")
    case .firstStage(let code):
      return Wording(
        zh: "要先通过 \(code)，还没有合格成绩", en: "\(code) has to be passed first, and is not")
    }
  }

  private static func list(_ values: [some Worded]) -> Wording {
    guard !values.isEmpty else { return Wording(zh: "无人", en: "nobody") }
    return Wording(
      zh: values.map(\.wording.zh).joined(separator: "、"),
      en: values.map(\.wording.en).joined(separator: ", "))
  }
}
