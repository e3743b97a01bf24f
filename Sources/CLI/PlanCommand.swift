import ArgumentParser
import Learning
import People
import Reports
import Terminal
import Text
import Workflows

/// `mingfa plan`: practice towards an exam day.
struct PlanCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "plan", Wording(zh: "考试计划：按考试日安排练习", en: "Exam plans: practice towards an exam day"),
      examples: [
        "mingfa plan add 2027-01-15 --minutes 20", "mingfa plan list", "mingfa plan drop 1",
      ], subcommands: [Add.self, List.self, Drop.self], aliases: ["计划"])
  }

  struct Add: ParsableCommand {
    static var configuration: CommandConfiguration {
      .worded(
        "add",
        Wording(
          zh: "添加计划：考试日、题库、每天几分钟（最多两个计划）",
          en: "Add a plan: an exam day, banks, minutes a day (two plans at most)"),
        examples: [
          "mingfa plan add 2027-01-15",
          "mingfa plan add 2027-01-15 --bank civil-code --minutes 30",
          Wording(
            zh: "mingfa plan add 2027-01-15 --bank constitution --name 公共法律知识",
            en: "mingfa plan add 2027-01-15 --bank constitution --name General"
          ).spoken,
        ], aliases: ["添加"])
    }
    @OptionGroup var options: GlobalOptions

    @Argument(
      help: .worded(
        zh: "考试日，如 2027-01-15", en: "The exam day, as in 2027-01-15",
        value: Wording(zh: "日期", en: "date")))
    var date: String

    @Option(
      help: .worded(
        zh: "题库编号，可写多次；默认全部", en: "A bank's id, repeatable; default all",
        value: Wording(zh: "题库", en: "bank")))
    var bank: [String] = []

    @Option(
      help: .worded(
        zh: "每天练几分钟（1–600，默认 20）", en: "Minutes of practice a day (1-600, default 20)",
        value: Wording(zh: "数", en: "n")))
    var minutes = 20

    @Option(
      help: .worded(
        zh: "计划的名称（默认用题库名）", en: "A name for the plan (default: that of its bank)",
        value: Wording(zh: "名称", en: "name")))
    var name: String?

    @OptionGroup var whose: LearnerOption

    func run() throws {
      let session = try CommandSession(options)
      let data = try session.openData()
      let person = try whose.presentPerson(session, data)
      let plan = try EditPlans(data, actor: session.actor).add(
        EditPlans.Wish(date: date, banks: bank, minutes: minutes, title: name), for: person,
        language: Spoken.language)
      try session.screen.lines(
        session.style.sentence(
          Wording(
            zh: "已给\(LearnerName.text(person, .chinese))添加计划 \(plan.number)；以后练“今日练习”就按计划安排",
            en:
              "Added plan \(plan.number) for \(LearnerName.text(person, .english)); 'mingfa practice "
              + "today' follows it from now on")))
      for status in try FollowPlans(data).statuses(of: person, for: session.actor)
      where status.plan.number == plan.number {
        try session.screen.lines(PlanPage.lines(status, style: session.style))
      }
    }
  }

  struct Drop: ParsableCommand {
    static var configuration: CommandConfiguration {
      .worded(
        "drop", Wording(zh: "放弃计划；练过的都保留", en: "Drop a plan; what was practised stays"),
        examples: ["mingfa plan drop 1"], aliases: ["放弃"])
    }
    @OptionGroup var options: GlobalOptions

    @Argument(
      help: .worded(
        zh: "计划的号，见 mingfa plan list", en: "Its number in mingfa plan list",
        value: Wording(zh: "数", en: "n"))
    )
    var number: Int

    @OptionGroup var whose: LearnerOption

    func run() throws {
      let session = try CommandSession(options)
      let data = try session.openData()
      let person = try whose.presentPerson(session, data)
      let plan = try EditPlans(data, actor: session.actor).drop(number, of: person)
      try session.screen.lines(
        session.style.sentence(
          Wording(
            zh: "已放弃\(LearnerName.text(person, .chinese))的计划 \(plan.number)“\(plan.title)”；练过的都保留",
            en: "Dropped plan \(plan.number), '\(plan.title)', of "
              + "\(LearnerName.text(person, .english)); what was practised stays")))
    }
  }

  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      .worded(
        "list",
        Wording(zh: "列出计划：进度、每天要几分钟、预计", en: "List the plans: course, minutes needed, forecast"),
        examples: ["mingfa plan list", "mingfa plan list --format json"], aliases: ["列表"])
    }
    @OptionGroup var options: GlobalOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var whose: LearnerOption

    func run() throws {
      let session = try CommandSession(options)
      let data = try session.openData()
      let person = try whose.presentPerson(session, data)
      let statuses = try FollowPlans(data).statuses(of: person, for: session.actor)
      try session.print(format.format) {
        try JSONText.encode(PlanDocument(person, statuses))
      } text: {
        guard !statuses.isEmpty else {
          return session.style.sentence(
            Wording(
              zh: "\(LearnerName.text(person, .chinese))还没有计划；用 mingfa plan add 考试日 添加",
              en: "No plans yet of \(LearnerName.text(person, .english)); add one with mingfa plan "
                + "add DATE"))
        }
        return PlanPage.list(statuses, of: person, style: session.style)
      }
    }
  }
}

/// The list of plans as JSON.
private struct PlanDocument: Encodable {
  struct Plan: Encodable {
    /// What the plan has for today.
    struct Today: Encodable {
      var new: Int
      var reviews: Int
      var minutes: Int
      var practisedMinutes: Int
    }
    var number: Int
    var name: String
    var examDay: String
    var daysLeft: Int
    var banks: [String]
    var minutes: Int
    /// `on-course`, `behind`, `impossible`, `over` or `empty`.
    var course: String
    var minutesNeeded: Int?
    var questions: Int
    var seen: Int
    var unseenOnDay: Int?
    var predictedPercent: Int?
    var today: Today?
    var notices: [String]
  }
  var schema = "mingfa.plan-list/1"
  var learner: Int64
  var plans: [Plan]

  init(_ learner: Learner, _ statuses: [PlanStatus]) {
    self.learner = learner.id.number
    plans = statuses.map { status in
      let forecast = status.course?.forecast
      return Plan(
        number: status.plan.number, name: SafeText.clean(status.plan.title),
        examDay: CivilDay(status.plan.examDay).iso, daysLeft: status.daysLeft,
        banks: status.banks.map(\.code), minutes: status.plan.minutes,
        course: status.isOver ? "over" : status.course?.state.rawValue ?? "empty",
        minutesNeeded: status.course?.needed, questions: status.questions, seen: status.seen,
        unseenOnDay: forecast?.unseen, predictedPercent: status.course?.recallPercent,
        today: forecast?.days.first.map {
          Plan.Today(
            new: $0.new, reviews: $0.reviews, minutes: Int(($0.seconds / 60).rounded(.up)),
            practisedMinutes: Int(status.practised / 60))
        }, notices: status.notices.map { SafeText.clean($0.wording.spoken) })
    }
  }
}
