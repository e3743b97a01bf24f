import ArgumentParser
import Learning
import People
import Questions
import Terminal
import Text
import Workflows

/// `mingfa practice`: practice in all modes, and mock exams.
struct PracticeCommand: SimpleModeCommand {
  /// What it is called by.
  static let names = ["practice", "练习"]

  static var configuration: CommandConfiguration {
    .worded(
      names[0],
      Wording(zh: "练习或模拟考试", en: "Practise, or sit a mock exam"),
      examples: [
        "mingfa practice", "mingfa practice random --seed 7 --bank civil-code",
        Wording(
          zh: "mingfa practice chapter --chapter 继承", en: "mingfa practice chapter --chapter Rights"
        )
        .spoken,
        "mingfa practice mock --count single=10,true-false=5 --minutes 20",
        "mingfa practice < answers.txt",
      ], aliases: Array(names.dropFirst()))
  }

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: .worded(
      zh: "方式：\(Self.modes.zh)；不写则接着上次，没有就做今日的",
      en: "\(Self.modes.en); without it, go on with the last, else today",
      value: Wording(zh: "方式", en: "mode")),
    completion: .list(PracticeMode.all.map(\.id)))
  var mode: String?

  @Option(
    help: .worded(
      zh: "题库编号，可写多次；默认全部", en: "A bank's id, repeatable; default all",
      value: Wording(zh: "题库", en: "bank")))
  var bank: [String] = []

  @Option(
    help: .worded(
      zh: "章节名或其中几个字", en: "A chapter's title or a part of it",
      value: Wording(zh: "章节", en: "title")))
  var chapter: String?

  @Option(
    help: .worded(
      zh: "随机种子：同样的种子，同样的题序", en: "Seed: the same seed, the same order",
      value: Wording(zh: "数", en: "n")))
  var seed: UInt64?

  @Option(
    help: .worded(
      zh: "学员姓名或号码", en: "A learner's name or number", value: Wording(zh: "学员", en: "who")))
  var learner: String?

  @Option(
    help: .worded(
      zh: "替学员操作的人的姓名", en: "Who types for the learner", value: Wording(zh: "姓名", en: "name")))
  var assistedBy: String?

  @Flag(
    name: .customLong("new"), help: .worded(zh: "重新开始，不接着上次", en: "Begin anew instead of going on"))
  var anew = false

  @OptionGroup var simplicity: SimpleOption

  @OptionGroup(title: Wording(zh: "模拟考试", en: "Mock exam").spoken) var paper: PaperOptions

  /// The modes as they are typed, with a word of Chinese each.
  private static var modes: Wording {
    let zh = PracticeMode.all.map { [$0.id, $0.rules.words.first ?? ""].joined(separator: " ") }
    return Wording(
      zh: zh.joined(separator: "、"), en: PracticeMode.all.map(\.id).joined(separator: ", "))
  }

  /// Where no mode is named: what the other words can only mean, else today.
  private func mode(for outline: MockOutline?) -> PracticeMode {
    chapter != nil ? .chapter : outline != nil ? .mock : .today
  }

  func run() throws {
    let session = try CommandSession(options)
    let mode = try mode.map { word -> PracticeMode in
      guard let mode = PracticeMode(word: word) else {
        let known = PracticeMode.all.map(\.id).joined(separator: " ")
        throw ValidationError(
          Wording(
            zh: "没有“\(word)”这种方式；有 \(known)",
            en: "There is no mode '\(word)'; there are \(known)"
          ).spoken)
      }
      return mode
    }
    let outline = try paper.outline()
    let takesSimple = [nil, .simple, .today].contains(mode) && chapter == nil && outline == nil
    let wantsSimple = mode == .simple ? simplicity.simple ?? true : simplicity.simple ?? false
    guard takesSimple || !wantsSimple else {
      throw ValidationError(
        Wording(
          zh: "简易模式只做今日的题，不能和其他方式、--chapter 或模拟考试的选项一起用；请去掉 --simple，或者只写 --simple",
          en: "Simple mode asks today's questions; it goes with no other mode, --chapter or option "
            + "of mock exams. Leave out --simple, or write nothing but --simple"
        ).spoken)
    }
    let data = try session.openData()
    try BankOffer.make(session, data: data, asks: !wantsSimple)
    let request = PracticeRequest(
      mode: mode ?? self.mode(for: outline), banks: bank, chapter: chapter, seed: seed,
      outline: outline)
    // A wish of its own is not answered with an old attempt.
    let hasWishes = !bank.isEmpty || chapter != nil || seed != nil || outline != nil
    let talk = session.sharedTalk(data)
    var person = try chosen(session, data, talk, bySimple: wantsSimple)
    if simplicity.simple == false {
      person = try SimpleSession.takeOff(session, data: data, from: person)
    }
    let assistant = try assistedBy.map {
      try EditLearners(data, actor: session.actor).assistant(named: $0)
    }
    var leaving = Leaving.back
    while true {
      talk.presence?.person = person
      if wantsSimple
        || session.isInteractive && person.isSimple && mode == nil && takesSimple
      {
        leaving = try SimpleSession.practise(
          session, talk, data: data, by: person, assistedBy: assistedBy,
          request: PracticeRequest(mode: .simple, banks: bank, seed: seed), keeps: wantsSimple,
          resumes: !anew && !hasWishes)
      } else {
        try begin(with: person, session, data)
        leaving = try PracticeEntry(
          talk, data: data, author: session.author(person, assistedBy: assistant)
        ).practise(
          request, anyMode: mode == nil,
          resumes: !anew && (!hasWishes || (request.mode == .mock && session.isInteractive)))
      }
      guard talk.presence?.takeDeparture() == true else { break }
      person = try picked(session, data, talk, always: true, bySimple: wantsSimple)
    }
    let status = HomeCommand.status(of: leaving)
    if status != 0 { throw ExitCode(status) }
  }

  /// Who practises: the one named, else asked for where somebody sits there.
  private func chosen(
    _ session: CommandSession, _ data: MingfaData, _ talk: Conversation, bySimple: Bool
  ) throws -> Learner {
    let editing = EditLearners(data, actor: session.actor)
    if let learner { return try editing.findPresent(learner) }
    guard session.isInteractive else { return try editing.unasked(named: nil) }
    return try picked(session, data, talk, always: false, bySimple: bySimple)
  }

  private func picked(
    _ session: CommandSession, _ data: MingfaData, _ talk: Conversation, always: Bool,
    bySimple: Bool
  ) throws -> Learner {
    let editing = EditLearners(data, actor: session.actor)
    if bySimple { return try SimpleSession.pick(talk, editing) }
    switch try LearnerPicker(talk, editing: editing).pick(always: always) {
    case .learner(let chosen): return chosen
    case .left(let leaving): throw ExitCode(HomeCommand.status(of: leaving))
    }
  }

  /// Says whose record it is, and what was answered to the person since.
  private func begin(
    with person: Learner, _ session: CommandSession, _ data: MingfaData
  ) throws {
    guard session.isInteractive else { return }
    try session.talk.say(
      Wording(
        zh: "学员：\(LearnerName.text(person, .chinese))",
        en: "Learner: \(LearnerName.text(person, .english))"))
    try ObjectionNews.show(session, data: data, to: person)
  }
}

/// What a mock exam's paper is made of.
struct PaperOptions: ParsableArguments {
  @Option(
    help: .worded(
      zh: "各题型题数，如 single=25,multiple=10,true-false=15,case=1",
      en: "Questions of each type, as in single=25,multiple=10,true-false=15,case=1",
      value: Wording(zh: "题型=数", en: "list"))
  )
  var count: String?

  @Option(
    help: .worded(
      zh: "各题型每题分数，如 single=2（默认都是 2）", en: "Points of each type, as in single=2 (default 2)",
      value: Wording(zh: "题型=数", en: "list")))
  var points: String?

  @Option(
    help: .worded(
      zh: "时间（分钟），0 为不限", en: "Minutes; 0 for no limit", value: Wording(zh: "数", en: "n")))
  var minutes: Int?

  @Option(
    help: .worded(
      zh: "及格线，占满分的百分之几（默认 60）", en: "Pass mark in percent of full marks (default 60)",
      value: Wording(zh: "数", en: "n")))
  var passMark: Int?

  @Option(
    help: .worded(
      zh: "多选计分：all 全对得分、option 每对一项 0.5 分、half 少选得一半；默认按题目",
      en: "Multiple choice: all, option (0.5 each) or half; default as the questions say",
      value: Wording(zh: "规则", en: "rule")))
  var scoring: ScoringChoice?

  enum ScoringChoice: String, ExpressibleByArgument, CaseIterable {
    case all, option, half

    var rule: ScoringRule {
      switch self {
      case .all: .allOrNothing
      case .option: .perOption
      case .half: .half
      }
    }
  }

  func validate() throws {
    if let minutes, !(0...600).contains(minutes) {
      throw ValidationError(
        Wording(zh: "--minutes 请用 0 到 600", en: "--minutes takes 0 to 600").spoken)
    }
    if let passMark, !(1...100).contains(passMark) {
      throw ValidationError(
        Wording(zh: "--pass-mark 请用 1 到 100", en: "--pass-mark takes 1 to 100").spoken)
    }
  }

  /// The outline that the options ask for; nil where they ask for nothing.
  func outline() throws -> MockOutline? {
    guard count != nil || points != nil || minutes != nil || passMark != nil || scoring != nil
    else {
      return nil
    }
    var outline = MockOutline.scales[0]
    if let count {
      let counts = try pairs(count) { Int($0) }
      outline.sections = QuestionKind.all.compactMap { kind in
        counts[kind.id].map {
          MockOutline.Section(kind: kind, count: $0, points: Score(points: 2))
        }
      }
      outline.cases = counts["case"] ?? 0
    }
    if let points {
      let points = try pairs(points) { Self.score(String($0)) }
      for index in outline.sections.indices {
        if let own = points[outline.sections[index].kind.id] {
          outline.sections[index].points = own
        }
      }
      if let own = points["case"] { outline.casePoints = own }
    }
    if let minutes { outline.minutes = minutes == 0 ? nil : minutes }
    if let passMark { outline.passShare = passMark * 100 }
    outline.rule = scoring?.rule
    return outline
  }

  /// Reads `single=25,case=1`; the names are those of the types, and `case`.
  private func pairs<Value>(
    _ text: String, _ value: (Substring) -> Value?
  ) throws -> [String: Value] {
    var result: [String: Value] = [:]
    for piece in text.split(separator: ",") {
      let parts = piece.split(separator: "=")
      guard parts.count == 2, let amount = value(parts[1]), let name = Self.typeID(parts[0])
      else { throw Failure.badCount(String(piece)) }
      result[name] = amount
    }
    guard !result.isEmpty else { throw Failure.badCount(text) }
    return result
  }

  /// The id of a type by its id or its Chinese name, with or without 题; `case` for a case.
  private static func typeID(_ word: Substring) -> String? {
    let word = String(word)
    if ["case", "案例", "案例题"].contains(word) { return "case" }
    return QuestionKind.all.first { kind in
      let name = kind.type.name.zh
      return kind.id == word || name == word || name.hasPrefix(word) && word.count >= 2
    }?.id
  }

  /// 2, 0.5 or 2.25 as points; nil for anything else or 0.
  private static func score(_ text: String) -> Score? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Int(parts[0]), (0...1000).contains(whole)
    else {
      return nil
    }
    var hundredths = whole * 100
    if parts.count == 2 {
      guard (1...2).contains(parts[1].count), let fraction = Int(parts[1]), fraction >= 0 else {
        return nil
      }
      hundredths += parts[1].count == 1 ? fraction * 10 : fraction
    }
    return hundredths > 0 ? Score(hundredths: hundredths) : nil
  }
}

extension CommandSession {
  /// Who makes the steps.
  func author(_ learner: Learner, assistedBy: AssistantID? = nil) -> StepAuthor {
    StepAuthor(
      learner: learner, actor: Actor(learner: learner.id), assistedBy: assistedBy,
      program: Version.text)
  }
}

/// Offers the shipped banks that are newer than the loaded ones.
enum BankOffer {
  /// - Parameter asks: whether a person at the terminal is asked about newer banks; without it, only
  ///   the very first start loads any.
  static func make(_ session: CommandSession, data: MingfaData, asks: Bool = true) throws {
    let shipped = ShippedBanks(data, actor: session.actor)
    let offers = try shipped.offers()
    guard !offers.isEmpty else { return }
    let titles = offers.map { "\($0.header.title) \($0.header.version.text)" }
    // The very first start has nothing to ask about: there is nothing to practise without banks.
    let isFirst = try data.banks.banks().isEmpty
    guard isFirst || asks else { return }
    if !isFirst {
      guard session.isInteractive else {
        session.note(
          Wording(
            zh: "有新的题库：\(titles.joined(separator: "、"))；在终端里运行 mingfa，按提示载入",
            en: "New banks: \(titles.joined(separator: ", ")); run mingfa at a terminal to load "
              + "them"))
        return
      }
      let consent = try session.talk.confirm(
        Wording(
          zh: "有新的题库：\(titles.joined(separator: "、"))。现在载入吗？",
          en: "New banks: \(titles.joined(separator: ", ")). Load them now?"))
      switch consent {
      case .yes: break
      case .no: return try shipped.decline(offers)
      case .left(.back): return
      case .left(let leaving): throw ExitCode(HomeCommand.status(of: leaving))
      }
    }
    for (offer, outcome) in zip(offers, try shipped.load(offers)) {
      switch outcome {
      case .loaded(let summary, _):
        session.note(
          offer.loaded == nil
            ? Wording(
              zh: "已载入 \(summary.title)：\(summary.added) 题",
              en: "Loaded \(summary.title): \(summary.added) questions")
            : Wording(
              zh: "已载入 \(summary.title)：新 \(summary.added) 题，改 \(summary.changed) 题",
              en: "Loaded \(summary.title): \(summary.added) new, \(summary.changed) changed"))
      case .refused(let report):
        try ProblemList.print(report, session: session)
        session.note(
          Wording(
            zh: "\(offer.path) 没有载入", en: "\(offer.path) was not loaded"))
      }
    }
  }
}
