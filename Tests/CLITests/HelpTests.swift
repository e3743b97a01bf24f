import Foundation
import TestKit
import Testing
import Text

/// What the program says of itself.
@Suite struct HelpTests {
  /// Every command, as it is typed; the aliases that a Chinese keyboard gives beside it.
  static let commands: [(english: [String], chinese: [String])] = [
    ([], []), (["practice"], ["练习"]), (["bank"], ["题库"]), (["bank", "load"], ["题库", "载入"]),
    (["bank", "check"], ["题库", "检查"]), (["bank", "cite"], ["题库", "依据"]),
    (["bank", "list"], ["题库", "列表"]),
    (["law"], ["法律"]), (["law", "load"], ["法律", "载入"]), (["law", "list"], ["法律", "列表"]),
    (["law", "show"], ["法律", "查看"]), (["law", "search"], ["法律", "查找"]),
    (["law", "diff"], ["法律", "对照"]), (["law", "coverage"], ["法律", "覆盖"]),
    (["law", "index"], ["法律", "索引"]),
    (["bank", "show"], ["题库", "查看"]), (["bank", "objections"], ["题库", "异议"]),
    (["bank", "review"], ["题库", "复核"]),
    (["bank", "edit"], ["题库", "修改"]), (["bank", "add"], ["题库", "添加"]),
    (["learner"], ["学员"]), (["learner", "add"], ["学员", "添加"]),
    (["learner", "set"], ["学员", "修改"]), (["learner", "list"], ["学员", "列表"]),
    (["learner", "export"], ["学员", "导出"]), (["learner", "forget"], ["学员", "遗忘"]),
    (["plan"], ["计划"]), (["plan", "add"], ["计划", "添加"]), (["plan", "list"], ["计划", "列表"]),
    (["plan", "drop"], ["计划", "放弃"]), (["stats"], ["统计"]), (["progress"], ["进度"]),
    (["report"], ["报表"]),
    (["report", "pass-rate"], ["报表", "合格率"]),
    (["account"], ["账号"]), (["account", "add"], ["账号", "添加"]),
    (["account", "list"], ["账号", "列表"]), (["account", "history"], ["账号", "记录"]),
    (["account", "role"], ["账号", "角色"]), (["account", "password"], ["账号", "密码"]),
    (["account", "unlock"], ["账号", "解锁"]), (["account", "disable"], ["账号", "停用"]),
    (["account", "enable"], ["账号", "启用"]), (["account", "acknowledge"], ["账号", "知悉"]),
    (["account", "recover"], ["账号", "找回"]), (["sign-in"], ["登录"]), (["sign-out"], ["退出"]),
    (["exam"], ["考试"]), (["exam", "blueprint"], ["考试", "细目表"]),
    (["exam", "blueprint", "list"], ["考试", "细目表", "列表"]),
    (["exam", "blueprint", "show"], ["考试", "细目表", "查看"]),
    (["exam", "blueprint", "check"], ["考试", "细目表", "检查"]),
    (["exam", "create"], ["考试", "新建"]), (["exam", "list"], ["考试", "列表"]),
    (["exam", "open"], ["考试", "开考"]), (["exam", "sit"], ["考试", "答卷"]),
    (["exam", "release"], ["考试", "放行"]), (["exam", "give-time"], ["考试", "补时"]),
    (["exam", "note"], ["考试", "记录"]), (["exam", "end"], ["考试", "结束"]),
    (["exam", "publish"], ["考试", "公布"]), (["exam", "results"], ["考试", "成绩"]),
    (["exam", "show"], ["考试", "查看"]), (["exam", "preflight"], ["考试", "考前检查"]),
    (["exam", "extra"], ["考试", "延时"]), (["exam", "ticket"], ["考试", "补证"]),
    (["exam", "watch"], ["考试", "巡考"]), (["exam", "record"], ["考试", "考场记录"]),
    (["exam", "slip"], ["考试", "成绩单"]),
    (["exam", "verify"], ["考试", "核验"]), (["exam", "export"], ["考试", "密封导出"]),
    (["exam", "rehearse"], ["考试", "演练"]), (["exam", "cancel"], ["考试", "取消"]),
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
    if isChinese {
      #expect(!run.text.contains(/values|default|\(/))
      #expect(run.text.count { $0 == "（" } == run.text.count { $0 == "）" })
    }
  }

  /// What is typed and so is the same in both languages: names of commands with their aliases,
  /// options, files, variables and the values of options.
  static let typed = """
    mingfa [^（]*|^  [a-z-]+, \\p{Han}+|--?[a-z-]+|<[a-z|]+>|MINGFA_[A-Z_]+|~/[a-z./]+|\\.txt|\\.md|\\.docx|\\.bak|\\.yaml|\
    \\[--.*|[a-z-]+=[a-z0-9.,=-]+|zh|en|text|json|JSON|source|html|csv|CSV|reports|backups|Asia/Shanghai|\
    (today|reading|learner|trainer|invigilator|administrator|sequential|chapter|random|notebook|starred|mock|staff|liaison|leader|grid-worker|mediator|established|worker|contract|dispatched|seconded|unknown)\\b|\
    \\b(other|all|option|half|exam|present|expected)\\b
    """

  @Test(arguments: commands.indices, ["zh", "en"])
  func `help has no word of the other language`(index: Int, language: String) throws {
    let desk = try Desk()
    let run = try desk.run(
      Desk.program, Self.commands[index].english + ["--help", "--lang", language])
    let typed = try Regex(Self.typed).anchorsMatchLineEndings()
    let told = run.text.replacing(typed, with: "")
    let foreign =
      language == "zh"
      ? told.matches(of: /[A-Za-z]{2,}/).map { String($0.output) }
      : told.unicodeScalars.filter(SentenceCheck.isChinese).map { String($0) }
    #expect(foreign == [], "\(told)")
  }

  @Test(arguments: commands.indices, [40, 80])
  func `help is laid out for the window, by display width`(index: Int, columns: Int) throws {
    let desk = try Desk()
    desk.environment["COLUMNS"] = String(columns)
    for language in ["zh", "en"] {
      let words = Self.commands[index].english
      let run = try desk.run(Desk.program, words + ["--help", "--lang", language])
      let wide = run.lines.filter { DisplayWidth.columns(of: $0) > columns }
      #expect(wide == [])
      // What is typed stays whole, to be copied.
      for name in ["--no-color", "--no-input", "--plain"] where !words.isEmpty && words != ["bank"]
      {
        if run.text.contains("--no-") { #expect(run.text.contains(name)) }
      }
      // What an option does begins in one column.
      let starts = run.lines.compactMap { $0.firstMatch(of: /^  -\S.*?  +(?=\S)/)?.output }
        .map { DisplayWidth.columns(of: $0) }
      #expect(Set(starts).count <= 1, "\(run.text)")
      #expect(columns == 40 || starts.count >= 2)
      #expect(!run.text.hasSuffix("\n\n"))
    }
  }

  /// Mistakes in what is typed, and what is said of each.
  static let mistakes: [(arguments: [String], words: String)] = [
    (["bank", "load"], "错误：缺少参数 <文件>"), (["bank", "list", "--colour"], "错误：没有选项 --colour，请用"),
    (["bank", "list", "--plian"], "错误：没有选项 --plian；是不是想写 --plain？"),
    (["--data"], "错误：选项 --data <文件夹> 缺少值"),
    (["practice", "--lang", "xx"], "错误：值“xx”不能用于 --lang <zh|en>；可用：'zh'、'en'"),
    (["practice", "--seed", "x"], "错误：值“x”不能用于 --seed <数>"),
    (["bank", "list", "a", "b"], "错误：2 个多余的参数：'a'、'b'"),
    (["frobnicate"], "没有命令 mingfa frobnicate；全部"),
    (["bank", "list", "--plain=3"], "错误：选项 --plain 不带值，这里写了“3”"),
    (["learner", "add", "x", "--category", "king"], "错误：值“king”不能用于 --category <类别>；可用："),
    (["practice", "quickly"], "错误：没有“quickly”这种方式"),
    (["practice", "mock", "--minutes", "700"], "0 到 600"),
  ]

  @Test(arguments: mistakes.indices)
  func `a mistake in what is typed is told in the language asked for`(index: Int) throws {
    let (arguments, words) = Self.mistakes[index]
    let desk = try Desk()
    let chinese = try desk.run(Desk.program, arguments)
    #expect(chinese.status == 64)
    #expect(chinese.text == "")
    #expect(chinese.errors.contains(words), "\(chinese.errors)")
    let typed = try Regex(Self.typed + "|king|frobnicate|quickly|--?pl[a-z]+|xx")
      .anchorsMatchLineEndings()
    let told = chinese.errors.replacing(typed, with: "")
    #expect(told.matches(of: /[A-Za-z]{2,}/).map { String($0.output) } == [], "\(chinese.errors)")
    desk.environment["LANG"] = "en_US.UTF-8"
    let english = try desk.run(Desk.program, arguments)
    #expect(english.status == 64)
    #expect(
      !english.errors.unicodeScalars.contains(where: SentenceCheck.isChinese), "\(english.errors)")
  }

  /// Words that are no command, and the one that is likely meant.
  static let misspelt: [(typed: String, likely: String?)] = [
    ("practise", "mingfa practice"), ("practise --seed 3", "mingfa practice"),
    ("Practice", "mingfa practice"), ("prac", "mingfa practice"), ("bnak list", "mingfa bank"),
    ("练", "mingfa 练习"), ("体捡", "mingfa 体检"), ("--lang en dcotor", "mingfa doctor"),
    ("--data=d doctr", "mingfa doctor"), ("bank lod", "mingfa bank load"),
    ("bank lod a.txt --retire", "mingfa bank load"), ("题库 载如", "mingfa 题库 载入"),
    ("help foo", nil), ("help practise", "mingfa practice"), ("help bank lod", "mingfa bank load"),
    ("bank lod --help", "mingfa bank load"), ("foo", nil), ("x", nil), ("manua", nil),
    ("fo ba", nil),
    ("bank 民法典", nil),
  ]

  @Test(arguments: misspelt)
  func `a word that is no command is named, with the command that is near`(
    typed: String, likely: String?
  ) throws {
    let desk = try Desk()
    let words = typed.split(separator: " ").map(String.init)
    for language in ["C.UTF-8", "en_US.UTF-8"] where language == "C.UTF-8" || !typed.contains("en")
    {
      desk.environment["LANG"] = language
      let run = try desk.run(Desk.program, words)
      #expect(run.status == 64)
      #expect(run.text == "")
      let told = run.errors.replacing("\n", with: " ")
      #expect(told.contains("没有命令") || told.contains("There is no command '"), "\(told)")
      if let likely {
        #expect(told.contains("是不是想写 \(likely)？") || told.contains("did you mean '\(likely)'?"))
      } else {
        #expect(!told.contains("是不是") && !told.contains("did you mean"))
      }
    }
    #expect(!FileManager.default.fileExists(atPath: desk.data.path))
  }

  @Test(arguments: ["help", "help bank load", "help 题库", "--plain help practice"])
  func `help of a command there is is data with status 0`(line: String) throws {
    let run = try Desk().run(Desk.program, line.split(separator: " ").map(String.init))
    #expect(run.status == 0)
    #expect(run.text.contains("用法：mingfa"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `a completion script is given as the parser made it`(shell: String) throws {
    let desk = try Desk()
    let run = try desk.mingfa("--generate-completion-script", shell)
    #expect(run.status == 0)
    #expect(run.errors == "")
    try desk.folder.write(run.text, to: "script")
    if shell == "bash" { #expect(try desk.shell("bash -n script").status == 0) }
    #expect(run.text.contains("mingfa"))
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
