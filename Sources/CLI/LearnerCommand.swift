import ArgumentParser
import People
import Reports
import Terminal
import Text
import Workflows

/// `mingfa learner`: who learns here.
struct LearnerCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "learner", Wording(zh: "学员：添加、查看、修改", en: "Learners: add, list, change"),
      examples: [
        Wording(
          zh: "mingfa learner add 张三 --unit 某县/某镇 --category staff",
          en: "mingfa learner add Ann --unit County/Town --category staff"
        ).spoken,
        "mingfa learner list",
        Wording(
          zh: "mingfa learner set 张三 --unit 某县/某镇/某村",
          en: "mingfa learner set Ann --unit County/Town/Village"
        )
        .spoken,
      ],
      subcommands: [
        Add.self, List.self, Set.self, LearnerExportCommand.self, LearnerForgetCommand.self,
      ], aliases: ["学员"])
  }

  struct Traits: ParsableArguments {
    @Option(
      help: .worded(
        zh: "单位，从县到村：某县/某镇/某村", en: "Unit, from county to village: A/B/C",
        value: Wording(zh: "单位", en: "path")))
    var unit: String?

    @Option(
      help: .worded(
        zh: "人员类别，写哪种都行：staff 在编、liaison 法律明白人、leader 法治带头人、grid-worker 网格员、mediator 调解员、other 其他",
        en: "staff, liaison, leader, grid-worker, mediator or other",
        value: Wording(zh: "类别", en: "category")))
    var category: PersonCategory?

    @Option(
      help: .worded(
        zh: "连续答对几次移出错题本（1–20，默认 3）",
        en: "Right answers in a row that empty the notebook (1-20, default 3)",
        value: Wording(zh: "数", en: "n")))
    var notebookStreak: Int?

    @Option(
      help: .worded(
        zh: "每天新题的上限（0–500，默认 20）", en: "New questions a day at most (0-500, default 20)",
        value: Wording(zh: "数", en: "n")))
    var newPerDay: Int?

    @Flag(
      inversion: .prefixedNo,
      help: .worded(
        zh: "首页是否显示连续天数（默认不显示）", en: "Whether days in a row are counted at home (default: no)"))
    var streak: Bool?

    func change(name: String?, simple: Bool?) -> EditLearners.Change {
      EditLearners.Change(
        name: name, unit: unit, category: category, notebookStreak: notebookStreak,
        newPerDay: newPerDay, isSimple: simple, showsStreak: streak)
    }
  }

  struct Add: SimpleModeCommand {
    static var configuration: CommandConfiguration {
      .worded(
        "add", Wording(zh: "添加学员", en: "Add a learner"),
        examples: [
          Wording(zh: "mingfa learner add 张三 --unit 某县/某镇", en: "mingfa learner add Ann").spoken
        ],
        aliases: ["添加"])
    }
    @OptionGroup var options: GlobalOptions
    @Argument(help: .worded(zh: "姓名", en: "Name", value: Wording(zh: "姓名", en: "name"))) var name:
      String
    @OptionGroup var traits: Traits
    @OptionGroup var simplicity: SimpleOption

    func run() throws {
      let session = try CommandSession(options)
      let learner = try EditLearners(try session.openData(), actor: session.actor)
        .add(traits.change(name: name, simple: simplicity.simple))
      try session.screen.lines(
        session.style.wrapped(
          Wording(
            zh: "已添加学员 \(learner.id.number)：\(LearnerName.text(learner, .chinese))",
            en: "Added learner \(learner.id.number): \(LearnerName.text(learner, .english))"
          ).spoken))
    }
  }

  struct Set: SimpleModeCommand {
    static var configuration: CommandConfiguration {
      .worded(
        "set", Wording(zh: "修改学员", en: "Change a learner"),
        examples: [
          Wording(zh: "mingfa learner set 张三 --name 张三丰", en: "mingfa learner set Ann --name Anna")
            .spoken
        ], aliases: ["修改"])
    }
    @OptionGroup var options: GlobalOptions
    @Argument(help: .worded(zh: "姓名或号码", en: "Name or number", value: Wording(zh: "学员", en: "who")))
    var who: String
    @Option(help: .worded(zh: "新的姓名", en: "A new name", value: Wording(zh: "姓名", en: "name")))
    var name: String?
    @OptionGroup var traits: Traits
    @OptionGroup var simplicity: SimpleOption

    func run() throws {
      let session = try CommandSession(options)
      let learner = try EditLearners(try session.openData(), actor: session.actor)
        .set(who, traits.change(name: name, simple: simplicity.simple))
      try session.screen.lines(
        session.style.wrapped(
          Wording(
            zh: "已修改学员 \(learner.id.number)：\(LearnerName.text(learner, .chinese))",
            en: "Changed learner \(learner.id.number): \(LearnerName.text(learner, .english))"
          ).spoken))
    }
  }

  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      .worded(
        "list", Wording(zh: "列出学员", en: "List the learners"),
        examples: ["mingfa learner list", "mingfa learner list --format json"], aliases: ["列表"])
    }
    @OptionGroup var options: GlobalOptions
    @OptionGroup var format: FormatOption

    private struct Document: Encodable {
      struct Person: Encodable {
        var number: Int64
        var name: String?
        var guest: Bool
        var unit: String?
        var category: String
        var notebookStreak: Int
        var simple: Bool
      }
      var schema = "mingfa.learner-list/1"
      var learners: [Person]
    }

    func run() throws {
      let session = try CommandSession(options)
      let learners = try EditLearners(try session.openData(), actor: session.actor).all()
      try session.print(format.format) {
        try JSONText.encode(
          Document(
            learners: learners.map {
              .init(
                number: $0.id.number, name: $0.name, guest: $0.isGuest, unit: $0.unit?.code,
                category: $0.category.rawValue, notebookStreak: $0.notebookStreak,
                simple: $0.isSimple)
            }))
      } text: {
        guard !learners.isEmpty else {
          return session.style.wrapped(
            Wording(
              zh: "还没有学员；用 mingfa learner add 姓名 添加",
              en: "No learners yet; add one with mingfa learner add NAME"
            )
            .spoken)
        }
        return session.style.table(
          AlignedColumns(
            headings: [
              .init(Wording(zh: "号", en: "No.").spoken, .right),
              .init(Wording(zh: "姓名", en: "Name").spoken),
              .init(Wording(zh: "单位", en: "Unit").spoken),
              .init(Wording(zh: "类别", en: "Category").spoken),
            ],
            rows: learners.map { learner in
              [
                String(learner.id.number), LearnerName.text(learner, Spoken.language),
                SafeText.clean(learner.unit?.code ?? ""), learner.category.wording.spoken,
              ]
            }))
      }
    }
  }
}

extension PersonCategory: ExpressibleByArgument {
  /// Reads a code, a name of either language, or a part that stands in one alone.
  package init?(argument: String) {
    guard let meant = Self.meant(by: argument) else { return nil }
    self = meant
  }
}
