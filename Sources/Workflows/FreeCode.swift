import Questions

/// The next code 编号 of a bank.
enum FreeCode {
  /// After CC-170 comes CC-171: most codes of the bank tell how they are built. A bank of which none ends in
  /// a number has its id in capitals before it.
  ///
  /// - Parameter used: all codes of the bank; those of retired questions are never given again.
  static func next(after used: [String], inBank bank: String) -> QuestionCode {
    var series: [String: (count: Int, last: Int, width: Int)] = [:]
    for code in used {
      let digits = String(code.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
      // More digits than that are no count.
      guard let number = Int(digits), digits.count <= 9 else { continue }
      let prefix = String(code.dropLast(digits.count))
      let known = series[prefix] ?? (0, 0, 0)
      series[prefix] = (
        known.count + 1, max(known.last, number), max(known.width, digits.count)
      )
    }
    let usual = series.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    let prefix = usual?.key ?? bank.uppercased().prefix(30) + "-"
    let width = usual?.value.width ?? 3
    let taken = Set(used)
    var number = usual?.value.last ?? 0
    while true {
      number += 1
      let digits = String(number)
      let text = prefix + String(repeating: "0", count: max(0, width - digits.count)) + digits
      if let code = QuestionCode(text), !taken.contains(text) { return code }
      // A prefix that leaves no place for a greater number.
      guard text.count <= 40 else { return next(after: [], inBank: bank) }
    }
  }
}
