import Foundation
import Testing

/// What the program says of itself.
@Suite struct HelpTests {
  /// Every command, as it is typed; the aliases that a Chinese keyboard gives beside it.
  static let commands: [(english: [String], chinese: [String])] = [
    ([], []), (["practice"], ["练习"]), (["bank"], ["题库"]), (["bank", "load"], ["题库", "载入"]),
    (["bank", "check"], ["题库", "检查"]), (["bank", "list"], ["题库", "列表"]),
    (["bank", "show"], ["题库", "查看"]), (["bank", "objections"], ["题库", "异议"]),
    (["learner"], ["学员"]), (["learner", "add"], ["学员", "添加"]),
    (["learner", "set"], ["学员", "修改"]), (["learner", "list"], ["学员", "列表"]),
    (["stats"], ["统计"]), (["report"], ["报表"]), (["report", "pass-rate"], ["报表", "合格率"]),
    (["data"], ["数据"]), (["data", "check"], ["数据", "检查"]),
    (["data", "backup"], ["数据", "备份"]), (["data", "restore"], ["数据", "恢复"]),
    (["data", "set"], ["数据", "设置"]), (["doctor"], ["体检"]),
  ]

  @Test(arguments: commands.indices, ["zh", "en"])
  func `help shows examples before the options, in the language asked for`(
    index: Int, language: String
  ) throws {
    let desk = try Desk()
    let words = Self.commands[index].english
    let run = try desk.run(Desk.program, words + ["--help", "--lang", language])
    #expect(run.status == 0)
    #expect(run.errors == "")
    let isChinese = language == "zh"
    let example = try #require(run.text.range(of: isChinese ? "例：" : "Examples:"))
    let usage = try #require(run.text.range(of: isChinese ? "用法：" : "USAGE:"))
    let options = try #require(run.text.range(of: isChinese ? "选项：" : "OPTIONS:"))
    #expect(example.lowerBound < usage.lowerBound && usage.lowerBound < options.lowerBound)
    #expect(run.text.contains("  mingfa " + words.joined(separator: " ")))
    // The words of the argument parser too are in the language asked for.
    #expect(isChinese != run.text.contains("Show help information."))
  }

  @Test(arguments: commands.indices)
  func `a Chinese alias means the same command`(index: Int) throws {
    let desk = try Desk()
    let (english, chinese) = Self.commands[index]
    let first = try desk.run(Desk.program, english + ["--help"])
    let second = try desk.run(Desk.program, chinese + ["--help"])
    #expect(first.status == 0)
    #expect(first.text == second.text)
  }

  @Test func `the examples of help name commands and options that exist`() throws {
    let desk = try Desk()
    for (words, _) in Self.commands {
      let help = try desk.run(Desk.program, words + ["--help", "--lang", "en"])
      for line in help.lines where line.hasPrefix("  mingfa ") {
        let typed = line.split(separator: " ").map(String.init).dropFirst().prefix { $0 != "<" }
          .prefix { $0 != ">" }
        // `--help` at the end parses all before it.
        let run = try desk.run(Desk.program, Array(typed) + ["--help"])
        #expect(run.status == 0, "\(line)")
      }
    }
  }

  @Test func `mingfa alone on a pipe gives short help and status 64`() throws {
    let desk = try Desk()
    let run = try desk.mingfa()
    #expect(run.status == 64)
    #expect(run.text == "")
    #expect(run.errors.contains("用法：mingfa"))
    #expect(run.errors.split(separator: "\n").count <= 40)
    #expect(!FileManager.default.fileExists(atPath: desk.data.path))
  }

  @Test func `the version is the program's name and a number`() throws {
    let run = try Desk().mingfa("--version")
    #expect(run.status == 0)
    #expect(run.text.wholeMatch(of: /mingfa \d+\.\d+\.\d+\n/) != nil)
  }

  /// LANG, LC_ALL and the language that follows.
  static let locales: [(LANG: String?, LC_ALL: String?, isChinese: Bool)] = [
    ("C", nil, true), ("POSIX", nil, true), ("C.UTF-8", nil, true), (nil, nil, true),
    ("", nil, true), ("zh_CN.UTF-8", nil, true), ("zh_CN.GB18030", nil, true),
    ("en_US.UTF-8", nil, false), ("de_DE.UTF-8", nil, false), ("zh_CN.UTF-8", "en_US.UTF-8", false),
    ("en_US.UTF-8", "C", true),
  ]

  @Test(arguments: locales.indices)
  func `the locale chooses the language, and says nothing where it is C`(index: Int) throws {
    let desk = try Desk()
    let (lang, all, isChinese) = Self.locales[index]
    desk.environment["LANG"] = lang
    desk.environment["LC_ALL"] = all
    let run = try desk.mingfa("--help")
    #expect(run.text.contains("用法：") == isChinese)
    #expect(run.text.contains("USAGE: ") != isChinese)
    let other = try desk.mingfa("--help", "--lang", isChinese ? "en" : "zh")
    #expect(other.text.contains("用法：") != isChinese)
  }
}
