import ArgumentParser
import Learning
import People
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
        "mingfa practice mock --blueprint enforcement-general",
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
  private func mode(wishingPaper: Bool) -> PracticeMode {
    chapter != nil ? .chapter : wishingPaper ? .mock : .today
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
    let blueprint = try paper.found(in: session)
    let wishesPaper = outline != nil || blueprint != nil
    let takesSimple = [nil, .simple, .today].contains(mode) && chapter == nil && !wishesPaper
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
      mode: mode ?? self.mode(wishingPaper: wishesPaper), banks: bank, chapter: chapter, seed: seed,
      outline: outline, blueprint: blueprint)
    // A wish of its own is not answered with an old attempt.
    let hasWishes = !bank.isEmpty || chapter != nil || seed != nil || wishesPaper
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
