import Formats
import Foundation
import Questions
import Statutes
import Testing
import Text

@Suite("The shipped banks")
struct ShippedBanksTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("questionbanks")

  static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".txt") }.sorted()

  private func bank(_ file: String) throws -> Bank {
    let path = Self.folder.appendingPathComponent(file).path
    let (bank, report) = MingfaText().bank(inFile: path)
    return try #require(bank, "\(report.problems.map { $0.text(in: .english) })")
  }

  private func questions(_ file: String) throws -> [Question] {
    try bank(file).chapters.flatMap { $0.items.flatMap { $0.questions } }
  }

  @Test("What the README promises is there")
  func present() {
    #expect(Set(Self.files) == Set(Self.sizes.keys))
  }

  @Test("A bank reads without an error or a warning", arguments: files)
  func clean(_ file: String) {
    let path = Self.folder.appendingPathComponent(file).path
    let problems = MingfaText().bank(inFile: path).report.problems
    #expect(problems.isEmpty, "\(problems.map { $0.text(in: .english) })")
  }

  @Test("What is printed of a bank reads back the same", arguments: files)
  func roundTrip(_ file: String) throws {
    let bank = try bank(file)
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("mingfa-\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data(MingfaText().text(of: bank).utf8).write(to: path)
    let again = MingfaText().bank(inFile: path.path)
    #expect(again.report.problems.isEmpty)
    #expect(again.bank == bank)
  }

  /// How many questions each bank is to have.
  private static let sizes = [
    "civil-code.txt": 500, "constitution.txt": 180, "anti-drug-law.txt": 150, "public-law.txt": 500,
    "mediation.txt": 120, "national-security.txt": 60, "minors.txt": 80, "minors-pupils.txt": 40,
    "publicity.txt": 90, "constitution-en.txt": 20,
  ]

  @Test("A bank has its questions, of all types but for pupils", arguments: files)
  func size(_ file: String) throws {
    let questions = try questions(file)
    #expect(questions.count >= (try #require(Self.sizes[file])))
    // Nobody asks children to write short answers, nor to find out how many options are right.
    let wanted =
      file == "minors-pupils.txt"
      ? QuestionKind.all.filter { $0.id != "short" && $0.id != "indefinite" } : QuestionKind.all
    let missing = Set(wanted).subtracting(questions.map(\.kind))
    #expect(missing.isEmpty, "\(missing.map(\.id).sorted())")
  }

  @Test("At most half of a bank is to be remembered, a quarter to be applied", arguments: files)
  func levels(_ file: String) throws {
    let questions = try questions(file)
    let unmarked = questions.filter { $0.level == nil }
    #expect(unmarked.isEmpty, "\(unmarked.map(\.code))")
    #expect(questions.count { $0.level == .remember } * 2 <= questions.count)
    #expect(questions.count { $0.level == .apply } * 4 >= questions.count)
  }

  @Test("Choosing the longest option is right in at most 40 % of the cases", arguments: files)
  func longest(_ file: String) throws {
    let single = try questions(file).filter { $0.kind == .single }
    let given = single.filter { question in
      guard case .options(let key) = question.key,
        let length = question.options.map(\.text.count).max()
      else { return false }
      let longest = question.options.filter { $0.text.count == length }
      return longest.count == 1 && key.contains(longest[0].id)
    }
    #expect(given.count * 10 <= single.count * 4, "\(given.map(\.code))")
  }

  @Test("At most two stems begin with the same ten characters", arguments: files)
  func openings(_ file: String) throws {
    let groups = Dictionary(grouping: try questions(file)) { $0.stem.prefix(10) }
    for (opening, questions) in groups where questions.count > 2 {
      Issue.record("\(opening)…: \(questions.map(\.code))")
    }
  }

  @Test(
    "Every citation is in the text of its edition",
    .enabled(if: Statute.folder != nil, "MINGFA_STATUTES names no folder with the texts"))
  func citations() throws {
    let folder = try #require(Statute.folder)
    var checked = 0
    var unchecked = 0
    for file in Self.files {
      let editions = try bank(file).header.editions
      let statutes = try editions.map { try Statute(of: $0, in: folder) }
      for question in try questions(file) {
        for citation in question.citations {
          let at = editions.firstIndex { $0.title == citation.title }
          switch at.flatMap({ statutes[$0] })?.finding(citation) ?? .unchecked("no text") {
          case .held: checked += 1
          case .absent(let why):
            checked += 1
            Issue.record("\(question.code) \(citation.text(in: .chinese)): \(why)")
          case .unchecked(let why):
            unchecked += 1
            print("not checked: \(question.code) \(citation.text(in: .chinese)): \(why)")
          }
        }
      }
    }
    print("citations: \(checked) checked, \(unchecked) not checked")
    #expect(checked > 0)
  }

  @Test(
    "Lines are counted as lawyers count them",
    arguments: [
      ("第一条", Statute.Finding.held), ("第一条第二款", .held),
      ("第一条第三款", .absent("2 paragraphs")), ("第一条第一款第二项", .held),
      ("第一条第一款第三项", .absent("2 items")), ("第一条第二款第一项", .absent("0 items")),
      ("第一条第一项", .absent("2 paragraphs, none named")),
      ("第一条之一", .held), ("第一条之一第一项", .held),
      ("第一条之一第二项", .absent("1 items")), ("第一条之二", .absent("no such article")),
      ("第二条第二款", .held), ("第二条第三款", .absent("2 paragraphs")),
      ("第三条", .held), ("第三条第二款", .unchecked("lines do not tell paragraphs")),
      ("第四条第一款", .unchecked("lines do not tell paragraphs")),
      ("第五条第一款", .held), ("第五条第二款", .absent("1 paragraphs")),
      ("第六条", .absent("no such article")), ("序言", .held), ("序言第二自然段", .held),
      ("序言第三自然段", .absent("2 paragraphs")),
    ])
  func counting(_ citation: String, _ finding: Statute.Finding) throws {
    var statute = Statute()
    statute.read(
      """
      # 某法
      2018年3月11日 通过
      ## 序言
      甲。

      乙。
      ## 第一章 总则
      第一条 下列事项：
      （一）甲；
      （二）乙。

      前款不限。
      第一条之一　下列事项：
      (一)甲。
      第二条 由下列人员组成：
      主任，
      委员若干人。
      主任主持。
      第三条 如下：
      甲是乙。
      丙是丁。
      第四条 下列事项：
      （一）甲；
      其他。
      ## 附则
      第五条 自今日起施行。
      附件一
      表。
      """)
    let citations = try CitationText.read("《某法》" + citation).get()
    #expect(try statute.finding(#require(citations.first)) == finding)
  }
}

/// The text of a statute, as far as a citation can be held against it.
struct Statute {
  /// The folder with the texts, one Markdown file a law.
  static let folder = ProcessInfo.processInfo.environment["MINGFA_STATUTES"]

  enum Finding: Equatable, Sendable {
    case held
    case absent(String)
    case unchecked(String)
  }

  fileprivate struct Article {
    /// The number of items in each paragraph.
    var items: [Int] = []
    /// Whether the lines tell where its paragraphs begin.
    var isClear = true
    var state = State.closed
  }

  fileprivate enum State {
    /// The next line begins a paragraph.
    case closed
    /// A list begins.
    case introduced
    /// Within a list of `（一）…`.
    case items
    /// Within a list of lines without numbers.
    case members
  }

  private var preamble = 0
  private var articles: [ArticleNumber: Article] = [:]

  init() {}

  /// nil where the folder has no text of the statute.
  ///
  /// - Throws: where it has texts, but none of this edition: the bank is out of date, or they are.
  init?(of edition: Edition, in folder: String) throws {
    let title = edition.original.short
    let dated = "\(title)(\(edition.date.iso)).md"
    let date = "\(edition.date.year)年\(edition.date.month)月\(edition.date.day)日"
    var found = false
    var read = false
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let rest = name.hasPrefix(title) ? name.dropFirst(title.count) : ""
      guard rest == ".md" || rest.hasPrefix("(") || rest.hasPrefix("·") else { continue }
      found = true
      let file = URL(fileURLWithPath: folder).appendingPathComponent(name)
      let text = try String(contentsOf: file, encoding: .utf8)
      guard name == dated || !rest.hasPrefix("(") && text.prefix(4000).contains(date) else {
        continue
      }
      self.read(text)
      read = true
    }
    guard found else { return nil }
    try #require(read, "\(title): no text of \(edition.date.iso)")
  }

  mutating func read(_ text: String) {
    var article: ArticleNumber?
    var inPreamble = false
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.trimmingCharacters(in: .whitespaces)
      if line.hasPrefix("#") || line.hasPrefix("附件") {
        inPreamble = line.hasSuffix("序言")
        article = nil
      } else if let number = Self.article(line) {
        article = number
        inPreamble = false
        articles[number] = Article()
        articles[number]?.take(line)
      } else if let article {
        articles[article]?.take(line)
      } else if inPreamble, !line.isEmpty {
        preamble += 1
      }
    }
  }

  func finding(_ citation: Citation) -> Finding {
    switch citation.provision {
    case .preamble:
      return max(citation.paragraph ?? 1, 1) <= preamble
        ? .held : .absent("\(preamble) paragraphs")
    case .article(let number):
      guard let article = articles[number] else { return .absent("no such article") }
      return article.finding(paragraph: citation.paragraph, item: citation.item)
    }
  }

  /// The number at the head of an article: `第十七条之一 …`.
  private static func article(_ line: String) -> ArticleNumber? {
    let head = line.prefix { !$0.isWhitespace }
    guard head.first == "第", let end = head.firstIndex(of: "条"),
      let number = ChineseNumeral.value(of: head[..<end].dropFirst())
    else { return nil }
    let rest = head[end...].dropFirst()
    if rest.isEmpty { return ArticleNumber(number) }
    guard rest.first == "之", let insertion = ChineseNumeral.value(of: rest.dropFirst()) else {
      return nil
    }
    return ArticleNumber(number, insertion: insertion)
  }
}

extension Statute.Article {
  /// Counts the next line of the article; empty ones don't matter.
  fileprivate mutating func take(_ line: String) {
    guard let last = line.last(where: { !"”）’".contains($0) }) else { return }
    let goesOn = "，；、".contains(last)
    if let number = Self.item(line), let count = items.last {
      isClear = isClear && number == count + 1 && (number > 1 || state == .introduced)
      items[items.count - 1] += 1
      state = goesOn ? .items : .closed
      return
    }
    switch state {
    case .closed:
      items.append(0)
      // Some copies have the colon in half width.
      let introduces = last == "：" || last == ":"
      state = introduces ? .introduced : .closed
      isClear = isClear && (introduces || last == "。")
    case .introduced:
      isClear = isClear && goesOn
      state = .members
    case .members:
      isClear = isClear && (goesOn || last == "。")
      state = goesOn ? .members : .closed
    case .items:
      isClear = false
    }
  }

  fileprivate func finding(paragraph: Int?, item: Int?) -> Statute.Finding {
    guard paragraph != nil || item != nil else { return .held }
    guard isClear else { return .unchecked("lines do not tell paragraphs") }
    guard paragraph != nil || items.count == 1 else {
      return .absent("\(items.count) paragraphs, none named")
    }
    let paragraph = paragraph ?? 1
    guard items.indices.contains(paragraph - 1) else {
      return .absent("\(items.count) paragraphs")
    }
    guard let item, item > items[paragraph - 1] else { return .held }
    return .absent("\(items[paragraph - 1]) items")
  }

  /// The number of a line `（一）…`, in brackets of either width.
  private static func item(_ line: String) -> Int? {
    guard line.hasPrefix("（") || line.hasPrefix("("),
      let end = line.firstIndex(where: { "）)".contains($0) })
    else { return nil }
    return ChineseNumeral.value(of: line[..<end].dropFirst())
  }
}
