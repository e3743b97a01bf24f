import Learning
import Questions
import Statutes
import TestKit
import Text

/// The bank of the pages: every question type, with texts that are long, quote and count.
struct SampleTexts {
  let language: Language
  /// Whether every text tries to do something to the terminal.
  let isHostile: Bool

  func say(_ zh: String, _ en: String) -> String {
    let text = Wording(zh: zh, en: en)(language)
    return isHostile ? HostileText.around(text) : text
  }

  var title: StatuteTitle {
    StatuteTitle(language == .chinese ? "《民法典》" : "Civil Code")
  }

  var learner: String { say("张三", "Ann") }
  /// Who types for the learner.
  var hand: String { say("李四", "Bob") }
  var unit: String { say("某县/某镇", "County/Town") }
  var objection: String { say("“应当”二字多余", "'shall' is one word too many") }
  /// What a learner types into a blank or a text.
  var typed: String { say("说不清楚，大概是先“要约”", "not sure, perhaps an \"offer\" first") }

  /// A short answer that makes one of the points, and one that makes both.
  var someWords: String { typed + Wording(zh: "租金", en: " rent")(language) }
  var allWords: String { someWords + Wording(zh: "和期限", en: " and term")(language) }

  func bank() throws -> Bank {
    var header = try SampleBank.header(
      id: "town", version: "2026.11",
      editions: CalendarDate(iso: "2020-05-28").map { [Edition(title: title, date: $0)] })
    header.title = say("镇里的题库", "The town's bank")
    header.language = language
    let first = BankChapter(
      title: say(
        "第一章 相邻关系和“方便生活”的老规矩，附：排水、通行、采光",
        "Chapter 1: Neighbours, \"good\" old rules, drains and light"),
      items: SampleBank.items([try single(), try multiple(), try indefinite(), try truth()]))
    let second = BankChapter(
      title: say("第二章 合同", "Chapter 2: Contracts"),
      items: SampleBank.items([try fillIn(), try short()]) + [try caseItem()])
    return Bank(header: header, chapters: [first, second])
  }

  private func single() throws -> Question {
    var question = try SampleBank.single(
      "T-1",
      stem: say(
        "老周家的树根伸进了邻居的菜地，邻居想照规矩来，又不想伤了和气。依照《民法典》关于相邻关系的规定，他先做哪一件事最合适？",
        "The roots of Zhou's tree grow into the neighbour's garden. The neighbour wants to keep the law "
          + "and the peace. What is the best thing to do first?"),
      options: [
        say("找老周商量，请他自己修剪", "Talk to Zhou and ask him to cut them"),
        say(
          "连夜把树砍了，再把木头卖掉，用卖木头的钱补偿菜地的损失，剩下的钱两家平分（各一半）",
          "Fell the tree by night, sell the wood, pay for the damage to the garden out of it and share "
            + "what is left (one half each)"),
        say("当作没有看见", "Look away"), say("搬家", "Move"),
      ])
    question.citations = [
      Citation(title: title, provision: .article(ArticleNumber(288))),
      Citation(title: title, provision: .article(ArticleNumber(296)), paragraph: 1, item: 2),
    ]
    question.rationale = Rationale([
      .text(say("先商量；", "Talk first; ")), .option(OptionID(2)),
      .text(say(" 砍的是别人的树，", " fells another's tree, ")), .option(OptionID(3)),
      .text(say(" 没有解决问题，拖下去只会更难办。", " solves nothing and makes it harder later.")),
    ])
    return question
  }

  private func multiple() throws -> Question {
    var question = try SampleBank.multiple("T-2", right: [1, 2])
    question.stem = say("下列哪些是相邻关系里常见的事？", "Which of these are common among neighbours?")
    for index in question.options.indices {
      question.options[index].text = say(
        ["通行", "采光", "选村主任", "以上都不是"][index], ["Paths", "Light", "Elections", "None"][index])
    }
    question.rationale = Rationale(say("选举是村民自治的事。", "Elections are self-government."))
    question.citations = []
    return question
  }

  private func indefinite() throws -> Question {
    var question = try multiple()
    question.code = try SampleBank.code("T-3")
    question.kind = .indefinite
    question.key = .options([OptionID(1)])
    question.rationale = Rationale()
    return question
  }

  private func truth() throws -> Question {
    var question = try SampleBank.truth("T-4")
    question.stem = say(
      "邻居之间“方便生活”，是处理相邻关系的一条老规矩。", "To make life easy is an old rule among neighbours.")
    question.rationale = Rationale(say("有利生产、方便生活、团结互助、公平合理。", "It is in the Code."))
    return question
  }

  private func fillIn() throws -> Question {
    var question = try SampleBank.fillIn("T-5")
    question.stem = say("订立合同，先有____，后有____。", "A contract has first an ____, then an ____.")
    question.key = .blanks([[say("要约", "offer")], [say("承诺", "acceptance")]])
    question.rationale = Rationale(say("一方提出，另一方答应。", "One side offers, the other accepts."))
    return question
  }

  private func short() throws -> Question {
    var question = try SampleBank.short("T-6")
    question.stem = say("村里要租出鱼塘，合同里至少写明哪些事？", "The village lets a pond. What must be written?")
    question.key = .points([
      KeyPoint(
        wording: say("租金多少，什么时候交，交给谁，晚交了怎么办", "How much rent, when, to whom, what if late"),
        forms: [[language == .chinese ? "租金" : "rent"]]),
      KeyPoint(
        wording: say("租期多长", "How long it lasts"),
        forms: [[language == .chinese ? "期限" : "term"]]),
    ])
    question.rationale = Rationale(say("钱和时间写清楚，日后少争吵。", "Money and time, in writing."))
    return question
  }

  private func caseItem() throws -> BankItem {
    var first = try SampleBank.single("T-C1-1", stem: say("老李找谁赔最直接？", "Whom does Li ask first?"))
    for index in first.options.indices {
      first.options[index].text = say(
        ["老王，借车的人", "修车的人", "村里的会计", "谁也不找"][index],
        ["Wang, the borrower", "The mechanic", "The bookkeeper", "Nobody"][index])
    }
    first.citations = []
    first.rationale = Rationale(say("车借给了谁就找谁。", "Who borrowed it answers for it."))
    var second = try truth()
    second.code = try SampleBank.code("T-C1-2")
    return BankItem(
      passage: Passage(
        code: try SampleBank.code("T-C1"),
        text: say(
          "老李把拖拉机借给老王用三天，老王又转手租给了别人，收了钱，车在别人手里坏了。\n老李知道后很生气，要老王赔。",
          "Li lends Wang a tractor for three days. Wang lets it to someone else, takes the money, and "
            + "there it breaks.\nLi is angry and wants Wang to pay.")),
      questions: [first, second])
  }
}
