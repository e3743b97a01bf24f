import Foundation
import TestKit
import Testing

/// `mingfa learner forget` and `export`, as people meet them.
@Suite struct ForgetTests {
  private func desk() throws -> Desk {
    let desk = try Desk.town()
    try desk.mingfa("learner", "add", "李四")
    try desk.mingfa("practice", "--learner", "张三", input: "b\nac\nr 张三说有歧义\n")
    try desk.mingfa(
      "practice", "mock", "--learner", "张三", "--count", "true-false=1", "--assisted-by", "张三",
      input: "对\n")
    return desk
  }

  @Test func `without a terminal and without --yes nothing is done`() throws {
    let desk = try desk()
    let before = try desk.dump()
    let run = try desk.mingfa("learner", "forget", "张三")
    #expect(run.status == 64 && run.text == "")
    #expect(run.errors.contains("没有终端可以确认，什么也没有改动"))
    #expect(try desk.dump() == before)
    #expect(try desk.mingfa("learner", "forget", "王五", "--yes").status == 64)
  }

  @Test func `reports say the same before and after, byte for byte`() throws {
    let desk = try desk()
    desk.environment["MINGFA_CLOCK"] = "2030-03-01T04:00:00Z"
    func reports() throws -> [Data] {
      let commands = [
        "report pass-rate --format json", "report pass-rate --format csv --output -",
        "report pass-rate", "stats --learner 1", "stats --learner 1 --format json",
        "stats --learner 2 --format json", "data check", "data check --format json",
        "bank objections --format json",
      ]
      return try commands.map { line in
        let run = try desk.run(Desk.program, line.split(separator: " ").map(String.init))
        #expect(run.status == 0, "\(line): \(run.errors)")
        var text = run.text
        // The one place where a name stands.
        if line == "stats --learner 1" { text = text.replacing(/张三|学员 1/, with: "") }
        return Data(text.utf8)
      }
    }
    let before = try reports()
    let run = try desk.mingfa("learner", "forget", "张三", "--yes")
    #expect(run.status == 0 && run.errors == "")
    #expect(run.text.contains("已遗忘；作答留在学员号 1 下，报表和统计不变"))
    #expect(try reports() == before)
  }

  @Test func `what goes and what stays is told before the name is typed`() throws {
    let desk = try desk()
    try desk.mingfa("data", "backup")
    let terminal = try TerminalSession(desk, ["learner", "forget", "张三"], columns: 120)
    let told = try terminal.wait(for: "回车 = 不做了> ")
    for words in [
      "遗忘张三（学员号 1），不能撤销", "去掉：姓名，笔记 0 条", "替别人操作的",
      "有 1 条异议或答复的文字里写着这个姓名", "作答 3 次，模拟考试成绩 1 份", "自动备份 1 份", "其他备份 1 份", "mingfa learner export",
    ] {
      #expect(told.contains(words), "\(words): \(told)")
    }
    terminal.type("张三\r")
    try terminal.wait(for: "已遗忘")
    #expect(terminal.finish() == .exit(0))
    #expect(try desk.mingfa("learner", "list").text.contains("学员 1"))
  }

  @Test(arguments: ["", "李四", "1", "y", "\u{4}"])
  func `anything but the name forgets nobody`(typed: String) throws {
    let desk = try desk()
    let before = try desk.dump()
    let terminal = try TerminalSession(desk, ["learner", "forget", "1"])
    try terminal.wait(for: "回车 = 不做了> ")
    terminal.type(typed == "\u{4}" ? typed : typed + "\r")
    #expect(terminal.finish() == .exit(1))
    #expect(terminal.text.contains("没有遗忘，什么也没有改动"))
    #expect(try desk.dump() == before)
  }

  @Test func `lines remembered at home are gone, too`() throws {
    let desk = try desk()
    let history = desk.data.appendingPathComponent("history-home").path
    try desk.folder.write("张三\n", to: "data/history-home")
    #expect(try desk.mingfa("learner", "forget", "张三", "--yes").status == 0)
    #expect(!FileManager.default.fileExists(atPath: history))
  }

  @Test func `a forgotten learner cannot be named for practice or a plan, and asks nobody`() throws
  {
    let desk = try desk()
    #expect(try desk.mingfa("learner", "forget", "张三", "--yes").status == 0)
    for arguments in [
      ["practice", "--learner", "1"], ["learner", "set", "1", "--name", "张三"],
      ["plan", "add", "2099-01-01", "--learner", "1"],
    ] {
      let run = try desk.run(Desk.program, arguments)
      #expect(run.status == 64)
      #expect(run.errors.contains("学员 1 已被遗忘"))
    }
    let terminal = try TerminalSession(desk, ["practice"])
    try terminal.wait(for: "学员：李四")
    #expect(!terminal.text.contains("还是"))
    terminal.type("\u{3}")
    #expect(terminal.finish() == .exit(130))
    #expect(try desk.mingfa("learner", "add", "张三").text.contains("已添加学员 3"))
  }

  // MARK: Export

  @Test func `an export is a file of its owner alone, and replaces none unasked`() throws {
    let desk = try desk()
    let path = desk.path("张三.json")
    let run = try desk.mingfa("learner", "export", "张三", "--output", path)
    #expect(run.status == 0 && run.text == "" && run.errors.contains("已写出"))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let first = try Data(contentsOf: URL(fileURLWithPath: path))
    try desk.mingfa("practice", "random", "--learner", "张三", input: "a\n")
    let second = try desk.mingfa("learner", "export", "张三", "--output", path)
    #expect(second.status == 73 && second.errors.contains("已有文件"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == first)
    let third = try desk.mingfa("learner", "export", "张三", "--output", path, "--force")
    #expect(third.status == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count > first.count)
    #expect(!FileManager.default.fileExists(atPath: path + ".part"))
  }

  @Test func `where it cannot be written nothing half is there`() throws {
    let desk = try desk()
    let run = try desk.mingfa("learner", "export", "张三", "--output", desk.path("nowhere/x.json"))
    #expect(run.status == 73)
    #expect(try desk.shell("mingfa learner export 张三 | head -c 1").text == "{")
    let full = try desk.shell("mingfa learner export 张三 > /dev/full")
    #expect(full.status == 74)
  }
}
