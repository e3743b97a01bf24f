import Text

extension CoverageMap {
  /// The heading, in every form.
  package var title: Wording {
    guard let person = person?.wording else {
      return Wording(zh: "法律覆盖", en: "Coverage of statutes")
    }
    return Wording(zh: "法律覆盖：\(person.zh)", en: "Coverage of statutes: \(person.en)")
  }

  /// When it was counted, by what, and from which banks; a sentence a line.
  package var origin: [Wording] {
    let banks = banks.map { bank in
      let title = SafeText.clean(bank.title)
      let origin = SafeText.clean("\(bank.code) \(bank.version)")
      return Wording(zh: "\(title)（\(origin)）", en: "\(title) (\(origin))")
    }
    return [
      Wording(zh: "截至 \(asOf)，\(program)", en: "As of \(asOf), \(program)"),
      Wording(
        zh: "题库：\(banks.map(\.zh).joined(separator: "、"))",
        en: "Banks: \(banks.map(\.en).joined(separator: ", "))"),
    ]
  }

  /// Said where there is no statute to show.
  package static let nothing = Wording(
    zh: "这些题库没有写明依据哪部法律，画不出覆盖图", en: "These banks name no statute, so there is nothing to map")

  /// What does not count, a sentence a line; empty where all does.
  package var notes: [Wording] {
    var notes: [Wording] = []
    let uncited = banks.map(\.uncited).reduce(0, +)
    if uncited > 0 {
      notes.append(
        Wording(zh: "没有依据的题 \(uncited) 道，未计入", en: "Questions that cite nothing: \(uncited)"))
    }
    for edition in unknown {
      notes.append(
        Wording(
          zh: "\(edition.name.zh) \(edition.edition) 版没有索引也没有全文，\(edition.citations) 处依据未计入；"
            + "请用 mingfa law load 载入全文",
          en:
            "Of \(edition.name.en), edition of \(edition.edition), there is neither index nor text; "
            + "citations left out: \(edition.citations); load its text with mingfa law load"))
    }
    if !absent.isEmpty {
      let count = absent.count
      notes.append(
        Wording(
          zh: "不存在的依据 \(count) 处，未计入", en: "Citations of places that do not exist: \(count)"))
    }
    return notes
  }
}

extension CoverageMap.Statute {
  /// 2020-05-28 版.
  package var editionName: Wording {
    Wording(zh: "\(edition) 版", en: "edition of \(edition)")
  }

  /// 覆盖 12/38 条（31.58%），45 题.
  package var summary: Wording {
    let asked = asked(all)
    let share = asked.percent ?? "0.00%"
    let questions = total.questions
    return Wording(
      zh: "覆盖 \(asked.numerator)/\(asked.denominator) 条（\(share)），\(questions) 题",
      en: "\(asked.numerator)/\(asked.denominator) articles (\(share)), questions: \(questions)")
  }

  /// How much of a heading is asked about: articles with a question of all; where there is a person,
  /// articles that the person has met before them.
  package func share(_ heading: CoverageMap.Heading, hasPerson: Bool) -> String {
    let asked = asked(heading.all)
    let met = hasPerson ? "\(met(heading.all).numerator)/" : ""
    return "\(met)\(asked.numerator)/\(asked.denominator)"
  }

  /// What the person has met of it.
  package var meeting: Wording {
    let met = met(all).numerator
    let asked = asked(all).numerator
    let answered = total.answered
    let rest = asked - met
    return Wording(
      zh: "答过其中 \(answered) 题，涉及 \(met) 条；有题而从未问到 \(rest) 条",
      en:
        "Questions answered: \(answered); articles met: \(met); with questions, never met: \(rest)"
    )
  }
}

extension CoverageMap {
  /// What the figures behind a heading are.
  package var shares: Wording {
    person == nil
      ? Wording(zh: "标题后面：有题的条数/全部条数", en: "Behind a heading: articles with questions/all articles")
      : Wording(
        zh: "标题后面：答到的条数/有题的条数/全部条数",
        en: "Behind a heading: articles met/articles with questions/all articles")
  }
}

extension CoverageMap.Person {
  /// The name, or what stands for it.
  package var wording: Wording {
    guard let name = name.map({ SafeText.clean($0) }) else {
      return Wording(zh: "学员 \(number)", en: "learner \(number)")
    }
    return Wording(zh: "\(name)", en: "\(name)")
  }
}

extension CoverageMap.Article {
  /// What is said of the article alone: 第八条：3 题; where there is a person, also what was answered.
  package func sentence(hasPerson: Bool) -> Wording {
    let (questions, answered) = (count.questions, count.answered)
    guard hasPerson else {
      return Wording(zh: "\(name.zh)：\(questions) 题", en: "\(name.en), questions: \(questions)")
    }
    return Wording(
      zh: "\(name.zh)：\(questions) 题，答过 \(answered) 题",
      en: "\(name.en), questions: \(questions), answered: \(answered)")
  }
}
