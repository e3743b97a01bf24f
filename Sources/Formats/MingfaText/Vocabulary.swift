import Questions
import Text

/// The words of the format, in Chinese and English.
enum Vocabulary {
  /// What a label at the start of a line announces.
  enum Label: Sendable {
    case field(BankField)
    case caseStart
  }

  /// What a name of a type means.
  enum TypeName: Hashable, Sendable {
    /// By position in `QuestionKind.all`.
    case kind(Int)
    case casus
  }

  static let labels = NameTable<Label>(
    BankField.allCases.flatMap { field in
      ([field.wording.zh, field.wording.en] + aliases(of: field)).map { ($0, Label.field(field)) }
    } + [("案例", Label.caseStart), ("case", Label.caseStart)])

  static func aliases(of field: BankField) -> [String] {
    switch field {
    case .answer: ["正确答案", "参考答案", "标准答案"]
    case .explanation: ["答案解析", "试题解析"]
    case .basis: ["法条", "法律依据"]
    case .level: ["认知层次"]
    case .code: ["题号"]
    case .waivers: ["免检"]
    default: []
    }
  }

  static let headerLabels = NameTable<HeaderField>(
    HeaderField.allCases.flatMap { [($0.wording.zh, $0), ($0.wording.en, $0)] })

  static let types = NameTable<TypeName>(
    QuestionKind.all.enumerated().flatMap { position, kind in
      kind.type.headings.map { ($0, TypeName.kind(position)) }
    } + ["案例题", "案例分析题", "案例", "case"].map { ($0, TypeName.casus) })

  /// What stands in every name of a type, at its end, and behind it: for lines that look like one.
  static let typeStems = ["选择", "单选", "多选", "判断", "填空", "简答", "不定项", "案例"]
  static let typeEndings = ["题", "题目", "选择", "单选", "多选", "不定项"]
  static let typeStops = "（(：:"

  static let caseEnd = NameTable<Bool>([("案例完", true), ("end of case", true)])

  static let difficulties = NameTable<Difficulty>(
    Difficulty.allCases.flatMap {
      [($0.wording.zh, $0), ($0.wording.en, $0), (String($0.rawValue), $0)]
    })
  static let levels = table(CognitiveLevel.allCases)
  static let uses = table(QuestionUse.allCases)
  static let states = table(QuestionState.allCases)
  static let orders = table(OptionOrder.allCases)

  static let rules = NameTable<ScoringRule>(
    [ScoringRule.allOrNothing, .perOption, .half].flatMap { rule in
      let name = wording(of: rule)
      return [(name.zh, rule), (name.en, rule)]
    })

  static func wording(of rule: ScoringRule) -> Wording {
    switch rule.partialCredit {
    case .none: Wording(zh: "全对得分", en: "All or nothing")
    case .perOption: Wording(zh: "每项得分", en: "Per option")
    case .half: Wording(zh: "少选半分", en: "Half")
    }
  }

  /// The rules of the check by their ids, for waivers.
  static let checks = NameTable<any BankCheck>(BankChecks.registry.map { ($0.id, $0) })

  static let truths = NameTable<Bool>(
    ["对", "正确", "√", "✓", "✔", "t", "true"].map { ($0, true) }
      + ["错", "错误", "×", "✗", "✘", "x", "f", "false"].map { ($0, false) })

  static let languages = NameTable<Language>([("zh", .chinese), ("en", .english)])

  private static func table<Value: CaseIterable & Worded & Sendable>(
    _ values: [Value]
  ) -> NameTable<Value> {
    NameTable(values.flatMap { [($0.wording.zh, $0), ($0.wording.en, $0)] })
  }
}
