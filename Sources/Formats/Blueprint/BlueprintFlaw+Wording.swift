import Exams
import People
import Questions
import Text

extension BlueprintFlaw: Worded {
  package var wording: Wording {
    switch self {
    case .tooLarge, .empty, .syntax, .severalDocuments, .reference: fileWording
    case .shape, .unknownKey, .keyTwice, .sameKeys, .missing: keyWording
    case .problem(let problem): problem.wording
    default: valueWording
    }
  }

  private var fileWording: Wording {
    switch self {
    case .tooLarge(let limit):
      Wording(
        zh: "文件超过 \(limit >> 10) KB，细目表没有这么长，请核对文件",
        en: "The file is larger than \(limit >> 10) KB, which no blueprint is; check the file")
    case .empty:
      Wording(
        zh: "文件里没有内容，请写上细目表（写法见 docs/blueprints.md）",
        en: "The file says nothing; write a blueprint into it (docs/blueprints.md says how)")
    case .severalDocuments:
      Wording(
        zh: "从这里起是第二份细目表，一个文件只写一份，请分成两个文件",
        en: "A second blueprint begins here; a file has one, so divide it")
    case .reference(let sign):
      Wording(
        zh: "“\(sign)”在这里是 YAML 的引用记号，细目表不用，请删去，或改用全角",
        en: "Here '\(sign)' is YAML's sign for references, which no blueprint uses; remove it")
    case .syntax(let syntax): Self.syntaxWording(syntax)
    default: Wording(zh: "文件有误，请改正", en: "The file is wrong; mend it")
    }
  }

  private static func syntaxWording(_ syntax: Syntax) -> Wording {
    switch syntax {
    case .sign:
      Wording(
        zh: "这里不能是这个符号；缩进请用空格不用 Tab，文字以符号开头的请加引号",
        en: "This sign cannot stand here; indent by spaces and not by tabs, and put a text that "
          + "begins with a sign into quotation marks")
    case .colon:
      Wording(
        zh: "这一行有两个冒号，或接不上前面的行；请核对缩进，有冒号的文字请加引号",
        en: "This line has two colons, or does not belong to the one above; check the indentation, "
          + "and put a text with a colon into quotation marks")
    case .indentation:
      Wording(
        zh: "这一行接不上前面的行；请写成“key: value”，冒号后面空一格，同级的左边对齐",
        en: "This line does not belong to the one above; write 'key: value' with a space behind "
          + "the colon, and align what belongs together")
    case .quote:
      Wording(zh: "引号没有合上，请补上", en: "A quotation mark is not closed; close it")
    case .depth:
      Wording(
        zh: "括号或缩进套得太深，请核对", en: "Brackets or indentation go too deep; check them")
    case .other:
      Wording(
        zh: "这里不是 YAML，请照 docs/blueprints.md 的例子改正",
        en: "This is no YAML; mend it after the example in docs/blueprints.md")
    }
  }

  private var keyWording: Wording {
    switch self {
    case .shape(let field, let shape): return Self.shapeWording(field, shape)
    case .unknownKey(let name, let like, let group):
      let known = BlueprintKeys.members(of: group).map(BlueprintKeys.key)
      return Wording(
        zh: "没有“\(name)”这一项，\(like.map { "是不是 \($0)？" } ?? "")可用：\(known.joined(separator: "、"))",
        en: "There is no key '\(name)'; \(like.map { "did you mean \($0)? " } ?? "")"
          + "Use one of: \(known.joined(separator: ", "))")
    case .keyTwice(let field, let line):
      let key = BlueprintKeys.key(of: field)
      return Wording(
        zh: "\(key) 已在第 \(line) 行写过，请删去一个",
        en: "\(key) stands in line \(line) already; remove one")
    case .sameKeys(let name):
      return Wording(
        zh: "“\(name)”在一处写了不止一次，请只留一个",
        en: "'\(name)' stands several times in one place; keep one")
    case .missing(let field):
      let key = BlueprintKeys.key(of: field)
      return Wording(
        zh: "缺少 \(key)（\(field.wording.zh)），请补上",
        en: "\(key) (\(field.wording.en)) is missing; add it")
    default: return Wording(zh: "键有误，请改正", en: "The key is wrong; mend it")
    }
  }

  private static func shapeWording(_ field: BlueprintField?, _ shape: Shape) -> Wording {
    let key = field.map(BlueprintKeys.key)
    return switch shape {
    case .fields:
      Wording(
        zh: "\(key ?? "细目表")要写成几行“key: value”，请改正",
        en: "\(key ?? "A blueprint") wants lines of 'key: value'; mend it")
    case .list:
      Wording(
        zh: "\(key ?? "细目表")要写成列表，每项以“- ”开头，请改正",
        en: "\(key ?? "A blueprint") wants a list, each entry beginning with '- '; mend it")
    case .value:
      Wording(
        zh: "\(key ?? "细目表")只写一个值，请改正",
        en: "\(key ?? "A blueprint") wants one value; mend it")
    }
  }

  private var valueWording: Wording {
    switch self {
    case .noValue(let field):
      let key = BlueprintKeys.key(of: field)
      return Wording(
        zh: "\(key) 后面没有值，请补上或删去这一行",
        en: "Nothing stands behind \(key); give its value or remove the line")
    case .unreadable(let field, let text):
      let key = BlueprintKeys.key(of: field)
      let allowed = Self.allowed(for: field)
      return Wording(
        zh: "\(key) 的“\(text)”看不懂，请写\(allowed.zh)",
        en: "\(key) cannot be '\(text)'; write \(allowed.en)")
    case .onlyForCases(let field):
      let key = BlueprintKeys.key(of: field)
      return Wording(
        zh: "只有案例题才写 \(key)，请删去", en: "Only a section of cases has \(key); remove it")
    case .withoutPerOption:
      return Wording(
        zh: "只有 scoring: per-option（每选对一项）才写 each，请删去或改计分",
        en: "Only scoring: per-option has each; remove it or change the scoring")
    case .noTrait:
      let known = BlueprintField.traits.map(BlueprintKeys.key)
      return Wording(
        zh: "没有写是什么的比例，请写一项：\(known.joined(separator: "、"))",
        en: "This does not say of what it is a share; add one of: \(known.joined(separator: ", "))")
    case .severalTraits(let first, let second):
      let keys = [first, second].map(BlueprintKeys.key)
      return Wording(
        zh: "一个比例只能写一项，这里有 \(keys[0]) 和 \(keys[1])，请分成两个",
        en: "A share is of one thing, and this names \(keys[0]) and \(keys[1]); divide it")
    case .noBounds:
      return Wording(
        zh: "没有写多少，请写 share、at-least 或 at-most，如 20%",
        en: "This does not say how much; add share, at-least or at-most, such as 20%")
    case .shareAndBounds:
      return Wording(
        zh: "share 是正好这么多，不能再写 at-least 或 at-most，请删去一个",
        en: "With share, which is exact, neither at-least nor at-most has a use; remove one")
    case .boundsReversed:
      return Wording(
        zh: "at-least 大于 at-most，请改正", en: "at-least is more than at-most; mend them")
    default: return Wording(zh: "值有误，请改正", en: "The value is wrong; mend it")
    }
  }

  /// What may be written.
  private static func allowed(for field: BlueprintField) -> Wording {
    func list(_ words: [String]) -> String { words.joined(separator: ", ") }
    switch field {
    case .points, .each, .deduction, .floor:
      return Wording(
        zh: "分数，如 2 或 0.5\(field == .floor ? "，不设最低分写 none" : "")",
        en: "points such as 2 or 0.5\(field == .floor ? ", or none for no floor" : "")")
    case .share, .atLeast, .atMost, .mark, .excellent:
      return Wording(zh: "百分数，如 60%", en: "a percentage such as 60%")
    case .mean, .tolerance, .spread:
      return Wording(
        zh: "0 到 1 的小数，最多四位，如 0.45", en: "0 to 1 with at most four decimals, such as 0.45")
    case .shuffleQuestions, .shuffleOptions: return Wording(zh: "是或否", en: "yes or no")
    case .type:
      let ids = QuestionKind.all.map(\.id) + [BlueprintKeys.casus[0]]
      return Wording(
        zh: "\(list(ids))，或单选题、多选题这样的名称", en: "one of \(list(ids))")
    case .scoring:
      return Wording(
        zh: "全对才得分（all-or-nothing）、每选对一项（per-option）或选不全得一半（half）",
        en: "all-or-nothing, per-option or half")
    case .level:
      return Wording(zh: "识记、理解或应用", en: "remember, understand or apply")
    case .authorDifficulty: return Wording(zh: "1 到 5，如 4-5", en: "1 to 5, such as 4-5")
    case .candidates:
      let names = Wording(
        zh: list(PersonCategory.allCases.map(\.wording.zh)),
        en: list(PersonCategory.allCases.map(\.rawValue)))
      return Wording(zh: "人员类别：\(names.zh)", en: "one of \(names.en)")
    case .code, .title, .banks, .bank, .after, .statute, .chapter, .topic:
      return Wording(zh: "文字", en: "text")
    default: return Wording(zh: "整数，如 30", en: "a whole number such as 30")
    }
  }
}
