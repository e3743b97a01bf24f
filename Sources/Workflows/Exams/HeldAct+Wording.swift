import Storage
import Text

extension HeldAct: Worded {
  package var wording: Wording {
    switch self {
    case .gaveTime(let minutes, let number):
      Wording(zh: "已给 \(number) 补 \(minutes) 分钟", en: "\(number) has \(minutes) minutes more")
    case .gaveAll(let minutes, let count):
      Wording(
        zh: "已给没交卷的 \(count) 人补 \(minutes) 分钟",
        en: "\(count) candidates have \(minutes) minutes more")
    case .released(let number):
      Wording(
        zh: "已放行 \(number)；在任何一台机器上登录就能接着考",
        en: "\(number) may go on at any computer by signing in there")
    }
  }

  /// The same after the name of the exam, where it could be another one.
  package func wording(in exam: StoredExam) -> Wording {
    Wording(zh: "\(exam.code)：\(wording.zh)", en: "\(exam.code): \(wording.en)")
  }
}
