import Foundation

/// A data folder in which every field of every document has a value somewhere, and lacks one somewhere
/// where it may; and what each command prints of it.
enum JSONScenario {
  /// One run of a command.
  struct Run {
    let schema: String
    let arguments: [String]
    let status: Int32
    let documents: (chinese: JSONValue, english: JSONValue)
  }

  static let runs = Result { try play() }

  /// A bank that says everything that a bank can say.
  private static let full = """
    ---
    题库：full
    名称：样样齐全的题库
    版本：2026.11.2
    法律：《民法典》 2020-05-28
    核对：2026-11-24 某县司法局
    ---
    ## 单选题
    1. 在第一个标题之前的题
    A. 甲
    B. 以上都对
    答案：A
    解析：[A] 对。
    依据：《民法典》第一条
    难度：较难
    层次：应用
    标签：样例、测试
    用途：练习
    状态：可用
    选项顺序：固定
    计分：少选半分
    免查：all-of-the-above（样例）
    编号：F-1
    # 第一章
    ## 简答题
    2. 有两种说法的要点
    答案：
    - 告知 | 通知 | 事实+理由
    编号：F-2

    """

  private static func play() throws -> [Run] {
    let desk = try Desk()
    try desk.folder.write(BankText.everyType, to: "town.txt")
    try desk.folder.write(full, to: "full.txt")
    try desk.folder.write(full.replacing("答案：A\n", with: ""), to: "broken.txt")
    var runs: [Run] = []
    func run(
      _ schema: String, _ line: String, on desk: Desk = desk, status: Int32 = 0,
      form: [String] = ["--format", "json"]
    ) throws {
      let arguments = line.split(separator: " ").map(String.init)
      func printed(_ language: String) throws -> JSONValue {
        let run = try desk.run(
          Desk.program, arguments + form + ["--lang", language])
        guard run.status == status else { throw LoadedFolders.NotMade(words: run.errors) }
        return try JSONDecoder().decode(JSONValue.self, from: run.output)
      }
      runs.append(
        Run(
          schema: "mingfa.\(schema)/1", arguments: arguments, status: status,
          documents: (try printed("zh"), try printed("en"))))
    }
    // A dry run prints the same twice.
    try run("bank-list", "bank list")
    try run("bank-load", "bank load town.txt full.txt --dry-run")
    try run("bank-load", "bank load full.txt broken.txt --dry-run", status: 65)
    try desk.mingfa("bank", "load", "town.txt", "full.txt")
    try practise(on: desk)
    try run("bank-list", "bank list")
    for bank in ["town", "full"] { try run("bank-show", "bank show \(bank)") }
    for code in ["T-001", "T-002", "T-003", "T-004", "T-005", "T-006", "T-C01-1"] {
      try run("bank-question", "bank show town \(code)")
    }
    for code in ["F-1", "F-2"] { try run("bank-question", "bank show full \(code)") }
    try run("bank-check", "bank check town.txt")
    try run("bank-check", "bank check full.txt")
    try run("bank-check", "bank check broken.txt nowhere.txt", status: 66)
    try run("bank-objections", "bank objections")
    try desk.mingfa("bank", "objections", "--answer", "1", "--accept", "已补上")
    try desk.mingfa("practice", "sequential", "--learner", "1", "--new", input: "r 还有一处\n")
    try run("bank-objections", "bank objections")
    runs += try edits(of: desk.data)
    try statutes(on: desk)
    try run("law-load", "law load 某法.md 某章程.txt --dry-run")
    let indexed = try Desk(data: desk.data)
    try index(on: indexed)
    try run("law-load", "law load 某法.md 某章程.txt --dry-run", on: indexed)
    try run("law-list", "law list")
    try run("law-list", "law list", on: indexed)
    for place in ["某法", "某法 1-1", "某法 3 --around 1", "某章程 序言"] {
      try run("law-show", "law show \(place)")
    }
    try amendment(on: desk)
    try run("law-diff", "law diff 样法@2020-01-02 样法")
    try run("law-diff", "law diff 样法 样法 --summary")
    try run("law-diff", "law diff 某章程.txt 新章程.txt")
    try run("law-search", "law search 甲事")
    try run("law-search", "law search 甲事 --limit 1")
    let mapped = try Desk(data: desk.data)
    try mapped.folder.write(citing, to: "citing.txt")
    try mapped.folder.write(uncited, to: "uncited.txt")
    try mapped.mingfa("bank", "load", "citing.txt")
    try mapped.mingfa("practice", "sequential", "--bank", "citing", "--learner", "张三", input: "a\n")
    try run("bank-cite", "bank cite uncited.txt", on: mapped)
    for learner in ["", " --learner 张三", " --learner 1"] {
      try run("law-coverage", "law coverage" + learner, on: mapped)
    }
    try mapped.folder.write("某章程\n2023年1月2日通过\n序言\n丁。\n第一条 乙。\n", to: "新章程.txt")
    try mapped.mingfa("law", "load", "新章程.txt")
    try DatabaseDump.change(
      """
      INSERT INTO reviewer (name) VALUES ('赵六');
      INSERT INTO flag_decision (flag_id, verdict, reason, reviewer_id, decided_at)
        SELECT min (id), 'wording', '只是文字', 1, 1000 FROM question_flag WHERE statute = '样法';
      """, in: mapped.data)
    try run("bank-review", "bank review", on: mapped)
    try run("bank-review", "bank review --on 2024-01-01", on: mapped)
    try run("bank-search", "bank search 老周")
    try run("bank-search", "bank search 邻居 --limit 1")
    let planned = try Desk(data: desk.data)
    planned.environment["MINGFA_CLOCK"] = "2030-03-01T04:00:00Z"
    try planned.mingfa("plan", "add", "2030-03-20", "--bank", "town", "--learner", "张三")
    try planned.mingfa("plan", "add", "2030-04-20", "--bank", "full", "--learner", "张三")
    try run("plan-list", "plan list --learner 张三", on: planned)
    planned.environment["MINGFA_CLOCK"] = "2030-03-25T04:00:00Z"
    try run("plan-list", "plan list --learner 张三", on: planned)
    try run("learner-list", "learner list")
    try leaveTraces(on: planned)
    for learner in ["张三", "李四", "1"] {
      try run("learner", "learner export \(learner)", on: planned, form: [])
    }
    try DatabaseDump.change("UPDATE assistant SET name = NULL", in: planned.data)
    try run("learner", "learner export 张三", on: planned, form: [])
    for learner in ["张三", "李四", "王五", "1"] {
      try run("stats", "stats --learner \(learner)")
      try run("progress", "progress --learner \(learner)")
    }
    try run("progress", "progress --learner 张三 --bank full")
    try desk.administer()
    try run("pass-rate", "report pass-rate")
    let examined = try Desk(data: desk.data)
    try examRates(on: examined)
    try run("exam-rates", "report pass-rate", on: examined)
    try run("exam-rates", "report pass-rate --basis expected", on: examined)
    try run("pass-rate", "report pass-rate --kind mock", on: examined)
    let staffed = try Desk(data: desk.data)
    try staffed.account("add", "李四", "--learner", "李四")
    try staffed.account("add", "王老师", "--role", "trainer")
    try run("account-list", "account list", on: staffed)
    try staffed.mingfa("learner", "forget", "李四", "--yes")
    try run("account-list", "account list", on: staffed)
    try run("account-history", "account history", on: staffed)
    let exam = try Desk(data: LoadedFolders.town.get())
    try exams(on: exam) { try run($0, $1, on: exam) }
    try verification(on: exam) { try run($0, $1, on: exam, status: $2) }
    let day = try Desk(data: LoadedFolders.town.get())
    try examDay(on: day) { try run($0, $1, on: day, status: $2) }
    try blueprints(on: desk)
    try run("exam-blueprint-list", "exam blueprint list")
    for code in ["full", "small"] { try run("exam-blueprint", "exam blueprint show \(code)") }
    try run(
      "exam-blueprint-check",
      "exam blueprint check data/blueprints/full.yaml data/blueprints/broken.yaml nowhere.yaml",
      status: 66)
    try run("data-check", "data check")
    let damaged = try Desk(data: desk.data)
    try DatabaseDump.change(
      """
      PRAGMA foreign_keys = OFF; INSERT INTO star VALUES (99, 1, 0);
      DROP TRIGGER attempt_result_is_immutable; UPDATE attempt_result SET score = 199
      """, in: damaged.data)
    try run("data-check", "data check", on: damaged, status: 1)
    try rosters(on: desk)
    let general = Desk.blueprint("enforcement-general")
    try run("exam-roster-check", "exam roster check roster.csv --blueprint \(general)")
    try run("exam-roster-check", "exam roster check roster.csv")
    try run("exam-roster-check", "exam roster check wrong.csv", status: 65)
    try run("exam-roster-check", "exam roster check none.csv", status: 66)
    let kept = try Desk(data: desk.data)
    try backups(on: kept)
    try run("backup-list", "data restore", on: kept)
    try run("doctor", "doctor", on: kept)
    try run("doctor", "doctor --data letter.txt", on: kept, status: 1)
    return try runs + restores(of: desk.data)
  }

  /// Changes of questions, each on a copy of the data: the second would find the first.
  private static func edits(of data: URL) throws -> [Run] {
    let new = "1. [判断] 新添的一句\n答案：对\n编号：T-100\n"
    let changes: [(schema: String, line: String, input: String, status: Int32)] = [
      ("bank-edit", "bank edit town T-002 --set 答案=AB", "", 0),
      ("bank-edit", "bank edit town T-002 --set 答案=Z", "", 65),
      ("bank-edit", "bank edit town T-001 --history", "", 0),
      ("bank-add", "bank add town --chapter 合同 --file -", new, 0),
      ("bank-add", "bank add town --chapter 合同 --file -", new.replacing("对", with: "Z"), 65),
      (
        "bank-add", "bank add full --chapter 第一章 --file -",
        new.replacing("答案", with: "依据：《民法典》第十条\n答案"), 0
      ),
    ]
    return try changes.map { change in
      let arguments = change.line.split(separator: " ").map(String.init)
      func printed(_ language: String) throws -> JSONValue {
        let desk = try Desk(data: data)
        desk.environment["MINGFA_CLOCK"] = "2030-03-01T04:00:00Z"
        try desk.mingfa(
          "bank", "edit", "town", "T-001", "--set", "难度=易", "--as", "张三", "--reason", "试")
        let run = try desk.run(
          Desk.program,
          arguments + ["--as", "张三", "--reason", "试", "--format", "json", "--lang", language],
          input: Data(change.input.utf8))
        guard run.status == change.status else { throw LoadedFolders.NotMade(words: run.errors) }
        return try JSONDecoder().decode(JSONValue.self, from: run.output)
      }
      return Run(
        schema: "mingfa.\(change.schema)/1", arguments: arguments, status: change.status,
        documents: (try printed("zh"), try printed("en")))
    }
  }

  /// One that is known to be in force and has headings, one with a preamble.
  private static func statutes(on desk: Desk) throws {
    try desk.folder.write(
      """
      # 中华人民共和国某法
      2020年1月2日 某某会议通过
      ## 第一章 总则
      第一条 甲事：
      （一）乙；
      （二）丙。
      第一条之一 如下：
      （一）丁；
      戊。
      第二条 甲事。
      ## 附则
      第三条 本法自2020年7月1日起施行。
      """, to: "某法.md")
    try desk.folder.write(
      "某章程\n2021年1月2日通过\n序言\n甲。\n第一条 乙。\n第二条 丙。\n", to: "某章程.txt")
    try desk.mingfa("law", "load", "某法.md", "某章程.txt")
  }

  /// Two editions of a statute with a change of each kind, and banks that cite the older one.
  private static func amendment(on desk: Desk) throws {
    let articles = [
      "为了保护鱼塘，促进养殖，制定本法。", "村民委员会应当公布鱼塘的租金和期限。",
      "承租人有下列情形之一的，可以解除合同:\n（一）拖欠租金满三个月的；\n（二）擅自填平水面的。",
      "邻里之间因排水发生争执的，由调解员主持调解。\n调解不成的，告知双方去人民法院起诉。",
      "任何人不得向水里倾倒垃圾。", "渔业技术员每季度到塘边讲课一次，讲解病害防治。",
      "养殖用药必须登记，登记簿保存两年。", "表现突出的养殖户，由镇里给予表扬，并刊登事迹。",
      "垂钓者每次交费，费用归村集体。", "另有下列情形：\n（一）水源干涸；\n其他原因。",
    ]
    var amended = articles
    amended[1] = amended[1].replacing("公布", with: "公示")
    amended[2] = amended[2].replacing("三个月", with: "六个月").replacing("合同:", with: "合同：")
    let halves = amended[3].split(separator: "\n").map(String.init)
    amended.replaceSubrange(3...6, with: halves + [amended[4] + "\n" + amended[5]])
    amended[amended.count - 1] = amended[amended.count - 1].replacing("干涸", with: "断绝")
    amended.insert(amended.remove(at: amended.count - 2), at: 1)
    amended.append("本法自公布之日起施行。")
    for (name, date, texts) in [
      ("旧样法.md", "2020年1月2日", articles), ("新样法.md", "2024年1月2日", amended),
    ] {
      let lines = texts.enumerated().map { number, text in
        "第\(["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一"][number])条 \(text)"
      }
      try desk.folder.write("样法\n\(date)通过\n\(lines.joined(separator: "\n"))\n", to: name)
    }
    try desk.mingfa("law", "load", "旧样法.md")
    let effective = ["--effective", "2024-06-01"]
    try desk.run(Desk.program, ["law", "load", "新样法.md"] + effective)
    try desk.folder.write(
      "某章程\n2023年1月2日通过\n序言\n甲。\n第一条 乙（略）。\n第二条 丙。\n", to: "新章程.txt")
    for (bank, statute) in [
      ("cites", "法律：《样法》 2020-01-02\n"), ("knows", "法律：《样法》 2024-01-02\n"),
    ] {
      let question = """
        ## 判断题
        1. 拖欠租金满三个月，可以解除合同。
        答案：对
        依据：《样法》第三条第一款第一项；第五条；第一条
        编号：X-1

        """
      try desk.folder.write(
        "---\n题库：\(bank)\n名称：样题\n版本：1\n\(statute)---\n\(question)", to: bank + ".txt")
      try desk.mingfa("bank", "load", bank + ".txt")
    }
  }
  /// An index that knows one of both, with another text of an article.
  private static func index(on desk: Desk) throws {
    try statutes(on: desk)
    let lines = try desk.mingfa("law", "index").text.split(separator: "\n")
    let end = lines.lastIndex { $0.hasPrefix("statute") } ?? lines.endIndex
    let changed = lines[..<end].map { line in
      line.hasPrefix("2\t") ? "2\t0\t" + String(repeating: "0", count: 32) : String(line)
    }
    try FileManager.default.createDirectory(
      atPath: desk.path("statutes"), withIntermediateDirectories: true)
    try desk.folder.write(changed.joined(separator: "\n") + "\n", to: "statutes/index.txt")
    desk.environment["MINGFA_BANKS"] = desk.path("banks")
  }

  /// What an export has besides: every kind of step, response and record of a learner.
  private static func leaveTraces(on desk: Desk) throws {
    try desk.mingfa("plan", "drop", "2", "--learner", "张三")
    try desk.mingfa(
      "practice", "chapter", "--bank", "town", "--chapter", "第二章", "--learner", "张三",
      input: "a\n对\n要约；承诺\n告知\n")
    try desk.mingfa(
      "practice", "sequential", "--bank", "town", "--new", "--learner", "张三",
      input: "s\nm\n\na\nu\na\nac\n对\n要约；承诺\n通知对方\n")
    try DatabaseDump.change(
      """
      INSERT INTO note (learner_id, question_id, version_id, body, written_at)
        SELECT n.learner_id, q.id, q.version_id, '记一笔', 0 FROM learner_name n, question q
        WHERE n.name = '张三' LIMIT 1;
      INSERT INTO step (station_id, counter, attempt_id, sequence, kind, question_id, version_id,
          payload, learner_id, utc, monotonic, boot, program)
        SELECT 1, (SELECT max (counter) + 1 FROM step), attempt_id, sequence + 1, 'rating',
          (SELECT max (id) FROM question), (SELECT max (id) FROM question_version),
          '{"rating":4,"sequence":2}', learner_id, utc, monotonic, boot, program
        FROM step WHERE learner_id = (SELECT learner_id FROM learner_name WHERE name = '张三')
        ORDER BY counter DESC LIMIT 1;
      INSERT INTO question_memory (learner_id, question_id, answered, right, streak, in_notebook,
          is_due, attempt_id, sequence)
        SELECT 1, max (id), 0, 0, 0, 0, 0, 1, 1 FROM question;
      """, in: desk.data)
  }

  /// Besides that of the day: one without a step, and one that cannot be used.
  private static func backups(on desk: Desk) throws {
    let empty = try Desk()
    try empty.mingfa("learner", "add", "赵六")
    try FileManager.default.copyItem(
      at: empty.data.appendingPathComponent("mingfa.sqlite"),
      to: desk.data.appendingPathComponent("backups/mingfa-hand-20200101T000000Z.sqlite"))
    try desk.folder.write("half a file", to: "data/backups/mingfa-auto-20200101.sqlite")
    try desk.folder.write("a letter", to: "letter.txt")
  }

  /// A restore over a database and one into an empty folder, each on a desk of its own in each
  /// language: what the first has replaced must not show in the second.
  private static func restores(of data: URL) throws -> [Run] {
    let arguments = ["data", "restore", "backup.sqlite", "--yes"]
    return try [true, false].map { isThere in
      func printed(_ language: String) throws -> JSONValue {
        let desk = try Desk(data: isThere ? data : nil)
        desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:00:00Z"
        try FileManager.default.copyItem(
          at: data.appendingPathComponent("mingfa.sqlite"),
          to: desk.folder.url.appendingPathComponent("backup.sqlite"))
        let run = try desk.run(
          Desk.program, arguments + ["--format", "json", "--lang", language])
        guard run.status == 0 else { throw LoadedFolders.NotMade(words: run.errors) }
        return try JSONDecoder().decode(JSONValue.self, from: run.output)
      }
      return Run(
        schema: "mingfa.data-restore/1", arguments: arguments, status: 0,
        documents: (try printed("zh"), try printed("en")))
    }
  }

  /// A guest practises and objects; of the learners one has another hand, one no unit, one no answer.
  private static func practise(on desk: Desk) throws {
    func exam(_ who: String, _ options: String...) throws {
      try desk.run(
        Desk.program,
        ["practice", "mock", "--count", "true-false=1", "--seed", "7", "--learner", who] + options,
        input: Data("对\n".utf8))
    }
    try desk.mingfa("practice", "sequential", input: "s\na\nr 少一个选项\nb\n")
    try desk.mingfa("learner", "add", "张三", "--unit", "某县/某镇", "--category", "staff")
    try desk.mingfa("learner", "add", "李四")
    try desk.mingfa("learner", "add", "王五", "--unit", "某县/邻镇")
    try exam("张三", "--assisted-by", "驻村干部")
    try exam("李四")
  }
}
