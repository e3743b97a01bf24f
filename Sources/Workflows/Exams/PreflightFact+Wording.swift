import Text

extension PreflightFact: Worded {
  package var wording: Wording {
    switch self {
    case .clock(let shown, let zone):
      Wording(
        zh: "时钟 \(shown)（\(zone)），请和手表对一下",
        en: "The clock says \(shown) (\(zone)); hold a watch against it")
    case .clockAstray(let shown):
      Wording(
        zh: "时钟是 \(shown)，年份不对；请先校准电脑的时间",
        en: "The clock says \(shown), which cannot be; set the computer's clock first")
    case .clockBehind(let milliseconds):
      Wording(
        zh: "时钟比最后一条考试记录慢 \(Self.minutes(milliseconds)) 分钟；请先校准电脑的时间",
        en:
          "The clock is \(Self.minutes(milliseconds)) minutes behind the last entry of the record; "
          + "set it first")
    case .zoneUnknown(let zone):
      Wording(
        zh: "不认识时区“\(zone)”；请用 mingfa data set 改正",
        en: "The time zone '\(zone)' is unknown; mend it with mingfa data set")
    case .clockMaySet(let name):
      Wording(
        zh: "数据文件夹里有 \(name)，MINGFA_CLOCK 能改考试的时间，只供测试；正式考试前请删掉它",
        en: "With \(name) in the data folder MINGFA_CLOCK can set the time of exams, which is for "
          + "tests; remove it before a real exam")
    case .fileSystem(let kind):
      Wording(zh: "数据在本机磁盘（\(kind)）", en: "The data lie on a disk of this computer (\(kind))")
    case .fileSystemFleeting(let kind):
      Wording(
        zh: "数据在内存（\(kind)）里，断电就没了；请用 --data 换到磁盘",
        en: "The data lie in memory (\(kind)) and go with the power; choose a disk with --data")
    case .fileSystemOnNetwork(let kind):
      ExamFailure.onNetwork(kind: kind).wording
    case .space(let free, let wanted):
      free >= wanted
        ? Wording(zh: "磁盘还有 \(free >> 20) MB", en: "\(free >> 20) MB are free on the disk")
        : Wording(
          zh: "磁盘只剩 \(free >> 20) MB，考试要 \(wanted >> 20) MB；请先腾出空间",
          en: "Only \(free >> 20) MB are free and an exam wants \(wanted >> 20); make room first")
    case .spaceUnknown:
      Wording(
        zh: "查不到磁盘空间；请检查数据文件夹", en: "The space on the disk is not told; look at the data folder")
    case .backup(let name): Wording(zh: "备份 \(name)", en: "Backup \(name)")
    case .backupOld(let name):
      Wording(
        zh: (name.map { "最新的备份 \($0) 超过一天" } ?? "还没有备份") + "；请运行 mingfa data backup",
        en: (name.map { "The newest backup, \($0), is older than a day" } ?? "There is no backup")
          + "; run mingfa data backup")
    case .formsSealed(let count):
      Wording(
        zh: "\(count) 套卷和封存时一样；卷里的内容要 --key 才能核对",
        en: "\(count) forms are sealed as they were frozen; looking inside takes --key")
    case .formsOpen(let count):
      Wording(zh: "\(count) 套卷都能打开，内容完好", en: "All \(count) forms open and are whole")
    case .formAltered(let code): ExamFailure.formAltered(code).wording
    case .keyWrong: ExamFailure.wrongKey.wording
    case .formMissing(let position):
      Wording(
        zh: "缺第 \(position + 1) 套卷；请恢复备份", en: "Form \(position + 1) is missing; restore a backup")
    case .blueprintAltered:
      Wording(
        zh: "细目表和建考试时不同；请恢复备份",
        en: "The blueprint is not the one that the exam was made from; restore a backup")
    case .roster(let candidates, let waves):
      Wording(zh: "\(candidates) 名考生，\(waves) 场", en: "\(candidates) candidates in \(waves) waves")
    case .rosterEmpty:
      Wording(zh: "没有考生；请重新建考试", en: "There is no candidate; make the exam anew")
    case .nameless(let numbers):
      Wording(
        zh: "没有姓名的考生：\(numbers.joined(separator: "、"))；请核对身份后再放入场",
        en: "Candidates without a name: \(numbers.joined(separator: ", ")); check who they are")
    case .questionsReady:
      Wording(
        zh: "封卷以后没有题被质疑或停用",
        en: "No question was put in doubt or retired since the papers were frozen")
    case .questionsFlagged(let codes):
      Wording(
        zh: "封卷以后有题存疑：\(codes.joined(separator: "、"))；请用 mingfa bank review 看过再决定开不开考",
        en:
          "In doubt since the papers were frozen: \(codes.joined(separator: ", ")); look at them with "
          + "mingfa bank review before you open")
    case .questionsNotReady(let codes):
      Wording(
        zh: "封卷以后改动或停用的题：\(codes.joined(separator: "、"))；请决定开不开考",
        en:
          "Changed or retired since the papers were frozen: \(codes.joined(separator: ", ")); decide "
          + "whether to open")
    case .waves(let left):
      Wording(zh: "还有 \(left) 场要考", en: "\(left) waves are still to be opened")
    case .isCancelled(let code): ExamFailure.isCancelled(code).wording
    case .isOver:
      Wording(zh: "这场考试已经考完；请用 --exam 选一场", en: "This exam is over; choose one with --exam")
    }
  }

  private static func minutes(_ milliseconds: Int64) -> Int64 { (milliseconds + 59_999) / 60_000 }
}
