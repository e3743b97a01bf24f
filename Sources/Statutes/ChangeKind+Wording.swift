import Text

extension ChangeKind: Worded {
  package var wording: Wording {
    switch self {
    case .same: Wording(zh: "相同", en: "same")
    case .renumbered: Wording(zh: "改号", en: "renumbered")
    case .moved: Wording(zh: "移位", en: "moved")
    case .reworded: Wording(zh: "改写", en: "reworded")
    case .split: Wording(zh: "拆分", en: "split")
    case .merged: Wording(zh: "合并", en: "merged")
    case .changed: Wording(zh: "改动", en: "changed")
    case .new: Wording(zh: "新增", en: "new")
    case .repealed: Wording(zh: "废止", en: "repealed")
    }
  }
}
