import Foundation
import Testing

/// What `bank check` says below its findings.
@Suite struct CheckPageTests {
  private func question(_ number: Int, _ extra: String = "") -> String {
    """
    \(number). \(["树根伸过了墙，该怎么办？", "谁保管借来的图书？"][number - 1])
    A. \(["商量", "借的人"][number - 1])
    B. 以上都对
    答案：A
    解析：略。
    依据：《民法典》第一条
    难度：中
    层次：识记
    \(extra)编号：W-\(number)

    """
  }

  private func check(language: String, _ questions: String...) throws -> [String] {
    let desk = try Desk()
    try desk.folder.write(
      "---\n题库：w\n名称：名\n版本：1\n法律：《民法典》 2020-05-28\n---\n## 单选题\n"
        + questions.joined(separator: "\n"), to: "w.txt")
    let run = try desk.mingfa("bank", "check", "w.txt", "--lang", language)
    return run.text.split(separator: "\n").map(String.init)
  }

  @Test func `each rule that found something is explained once, and how it is silenced`() throws {
    let chinese = try check(language: "zh", question(1), question(2))
    #expect(chinese.count { $0.hasSuffix("[all-of-the-above]") } == 2)
    #expect(chinese.count { $0.hasPrefix("  all-of-the-above：") } == 1)
    #expect(chinese.contains { $0.contains("免查：all-of-the-above（理由）") })
    #expect(!chinese.contains { $0.hasPrefix("  near-duplicate") })
    let english = try check(language: "en", question(1), question(2))
    #expect(english.count { $0.hasPrefix("  all-of-the-above: ") } == 1)
    #expect(english.contains { $0.contains("Waive: all-of-the-above") })
  }

  @Test func `what is silenced is counted on the line of the file, and nothing is explained`()
    throws
  {
    let waiver = "免查：all-of-the-above（教材原题）\n"
    let chinese = try check(language: "zh", question(1, waiver), question(2, waiver))
    #expect(chinese.first?.hasSuffix("w.txt：2 题，0 处错误，0 处提醒，免查 2 处") == true)
    #expect(!chinese.contains { $0.contains("all-of-the-above") })
    let english = try check(language: "en", question(1, waiver), question(2, waiver))
    #expect(english.first == "w.txt: 2 questions, 0 errors, 0 warnings, 2 waived")
  }
}
