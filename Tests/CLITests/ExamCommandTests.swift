import Foundation
import Testing

/// Formal exams at the command line.
@Suite struct ExamCommandTests {
  private func desk() throws -> Desk { try Desk(data: LoadedFolders.town.get()) }

  @Test func `an exam is made, opened, sat through a pipe, ended, published and listed`() throws {
    let desk = try desk()
    let exam = ExamDesk(desk: desk)
    let made = try exam.make(["张三", "李四"])
    #expect(made.tickets.map(\.number) == ["1001", "1002"])
    #expect(try exam.sit(made, 0, []).status == 1)
    #expect(try exam.open(made).text.contains("开考"))
    let sat = try exam.sit(made, 0, ["A", "对", "交卷"])
    #expect(sat.status == 0, "\(sat.errors)")
    #expect(sat.text.contains("第 1 题已保存") && sat.text.contains("已交卷"))
    #expect(sat.text.contains("回执 "))
    // Nothing of the key before the results are out.
    #expect(!sat.text.contains("先商量"))
    #expect(try exam.sit(made, 0, []).errors.contains("已经交卷"))
    let wrong = try desk.mingfa("exam", "sit", input: "1002\nAAAA-AAAA\n")
    #expect(wrong.status == 77 && wrong.errors.contains("准考证号或验证码不对"))
    #expect(try desk.mingfa("exam", "results").status == 1)
    #expect(try desk.mingfa("exam", "end").text.contains("第 1 场已结束"))
    #expect(try desk.mingfa("exam", "publish").status == 0)
    let results = try desk.mingfa("exam", "results", "--format", "csv")
    #expect(results.text.contains("1001,张三,某县/某镇,合格,100"))
    #expect(results.text.contains("1002,李四,某县/某镇,缺考,"))
    let list = try desk.mingfa("exam", "list")
    #expect(list.text.contains("已公布"))
  }

  @Test func `a sitting that is left goes on where it was`() throws {
    let desk = try desk()
    let exam = ExamDesk(desk: desk)
    let made = try exam.make(["张三"])
    _ = try exam.open(made)
    let first = try exam.sit(made, 0, ["A"])
    #expect(first.text.contains("已作答的都已保存") && first.text.contains("请先找监考老师放行"))
    #expect(try desk.mingfa("exam", "watch").text.contains("1001 张三：机器断开了或程序已退出"))
    let refused = try exam.sit(made, 0, ["对"])
    #expect(refused.status == 75 && refused.errors.contains("放行"))
    #expect(try desk.mingfa("exam", "release", "1001", "--reason", "掉线").status == 0)
    let second = try exam.sit(made, 0, ["对", "交卷"])
    #expect(second.text.contains("接着做：已答 1 题都在") && second.text.contains("已答 2 题"))
  }

  static let mistakes: [(line: String, status: Int32, words: String)] = [
    ("exam open", 1, "还没有考试"), ("exam results", 1, "还没有考试"), ("exam end", 1, "还没有考试"),
    ("exam sit", 1, "没有考试开考"), ("exam publish --exam none", 1, "还没有考试"),
    ("exam create nowhere --roster r.csv", 64, "nowhere"),
    ("exam create cadre-yearly --roster nowhere.csv", 66, "nowhere.csv"),
    ("exam give-time 0 --reason 停电", 1, "还没有考试"),
  ]

  @Test(arguments: mistakes.indices)
  func `a mistake has its sentence and status and writes nothing`(index: Int) throws {
    let desk = try desk()
    desk.environment["MINGFA_BANKS"] = Desk.shippedBanks
    let (line, status, words) = Self.mistakes[index]
    let before = try desk.dump()
    let run = try desk.run(Desk.program, line.split(separator: " ").map(String.init))
    #expect(run.status == status, "\(run.errors)")
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(try desk.dump() == before)
  }
}
