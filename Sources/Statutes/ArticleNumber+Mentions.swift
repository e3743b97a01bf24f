import Text

extension ArticleNumber {
  /// The articles that a text names: 第一百八十四条, 第184条, 第二百九十一条之一.
  package static func all(in text: String) -> [ArticleNumber] {
    var found: [ArticleNumber] = []
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "第") {
      rest = rest[rest.index(after: start)...]
      guard let number = numeral(&rest), rest.first == "条" else { continue }
      rest.removeFirst()
      var insertion = 0
      if rest.first == "之" {
        var behind = rest.dropFirst()
        if let value = numeral(&behind) { (insertion, rest) = (value, behind) }
      }
      found.append(ArticleNumber(number, insertion: insertion))
    }
    return found
  }

  private static func numeral(_ rest: inout Substring) -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let run = digits.isEmpty ? rest.prefix { ChineseNumeral.isNumeral($0) } : digits
    guard !run.isEmpty, run.count <= 8 else { return nil }
    rest = rest[run.endIndex...]
    return digits.isEmpty ? ChineseNumeral.value(of: run) : Int(digits)
  }
}
