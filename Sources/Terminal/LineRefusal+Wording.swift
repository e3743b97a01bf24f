import Text

extension LineRefusal: Worded {
  package var wording: Wording {
    switch self {
    case .tooLong(let limit):
      Wording(
        zh: "这一行超过 \(limit) 字节，没有收下；请分成几行输入",
        en: "This line is longer than \(limit) bytes and was not taken; enter it as several lines")
    }
  }
}
