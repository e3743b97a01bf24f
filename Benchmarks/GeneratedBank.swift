import Foundation

/// A bank of so many questions, the same at each run; optionally with one stem changed.
struct GeneratedBank {
  var count: Int
  var changed: Int?

  init(count: Int, changed: Int? = nil) {
    self.count = count
    self.changed = changed
  }

  /// Writes the bank as text, and the same fields as CSV where that is asked for.
  func write(text: URL, csv: URL?) throws {
    var bank = "---\n题库：bench\n名称：测速题库\n版本：1\n法律：《民法典》 2020-05-28\n---\n\n"
    var sheet = "code,stem,a,b,c,d,key,rationale,basis,level\n"
    for number in 1...count {
      if number % 1000 == 1 { bank += "# 第\(number / 1000 + 1)章\n\n## 单项选择题\n\n" }
      let stem =
        "第\(number)号案件中，村民甲与邻居乙因院墙滴水发生争执，双方各执一词，镇司法所受理后应当怎样处理"
        + (number == changed ? "才合法？" : "？")
      let options = ["甲说了算\(number)", "乙说了算", "依照法律和当地习惯处理", "谁先占用归谁"]
      let key = ["A", "B", "C", "D"][number % 4]
      let reason = "处理相邻关系要有利生产、方便生活、团结互助、公平合理，法律没有规定的可以按照当地习惯。"
      let basis = "《民法典》第\(number % 1200 + 1)条"
      bank += "\(number). \(stem)\n"
      for (letter, option) in zip(["A", "B", "C", "D"], options) {
        bank += "\(letter). \(option)\n"
      }
      bank += "答案：\(key)\n解析：\(reason)\n依据：\(basis)\n难度：中\n层次：应用\n编号：B-\(number)\n\n"
      if csv != nil {
        sheet +=
          "B-\(number),\(stem),\(options.joined(separator: ",")),\(key),\(reason),\(basis),应用\n"
      }
    }
    try Data(bank.utf8).write(to: text)
    if let csv { try Data(sheet.utf8).write(to: csv) }
  }
}
