import Foundation
import TestKit
import Testing

@Suite struct RosterCommandTests {
  private static let roster = "姓名,身份证号,编制类型,性别\n张三,000000199001010018,在编,男\n李四,,合同制,女\n"
  private let blueprint = "questionbanks/blueprints/enforcement-general.yaml"

  @Test func `a roster is counted, and who may not sit is named with the reason`() throws {
    let desk = try Desk()
    try desk.folder.write(Self.roster, to: "r.csv")
    let file = Repository.folder.appendingPathComponent(blueprint).path
    let run = try desk.mingfa("exam", "roster", "check", "r.csv", "--blueprint", file)
    #expect(run.status == 0)
    for words in ["没有错误；2 人", "性别", "可以报考 1 人，不能报考 1 人", "合同制", "李四（第 3 行）"] {
      #expect(run.text.contains(words), "\(words)")
    }
    #expect(!run.text.contains("19900101"))
    // Nothing is made, let alone kept.
    #expect(!FileManager.default.fileExists(atPath: desk.data.path))
  }

  @Test(arguments: [
    ("姓名,身份证号\n张三,000000199001010019\n", Int32(65), "r.csv:2:4: "), ("", 65, "r.csv: "),
  ])
  func `a wrong roster is refused with the place`(
    text: String, status: Int32, words: String
  ) throws {
    let desk = try Desk()
    try desk.folder.write(text, to: "r.csv")
    let run = try desk.mingfa("exam", "roster", "check", "r.csv")
    #expect(run.status == status)
    #expect(run.text.hasPrefix(words))
    #expect(!run.text.contains("19900101"))
  }

  @Test func `a roster and a blueprint that are not there are told`() throws {
    let desk = try Desk()
    #expect(try desk.mingfa("exam", "roster", "check", "none.csv").status == 66)
    try desk.folder.write(Self.roster, to: "r.csv")
    let run = try desk.mingfa("exam", "roster", "check", "r.csv", "--blueprint", "none")
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
  }
}
