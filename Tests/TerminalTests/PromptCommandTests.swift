import Questions
import TestKit
import Testing
import Text

@testable import Terminal

/// What a typed line means at a prompt: the one table of commands.
@Suite struct PromptCommandTests {
  /// Every command with its key, its word and its Chinese name, spelt out again as the manual has it.
  static let table: [(command: PromptCommand, key: String?, word: String, name: String)] = [
    (.next, "n", "skip", "跳过"), (.previous, "p", "previous", "上一题"), (.star, "s", "star", "收藏"),
    (.sheet, "k", "sheet", "答题卡"), (.note, "i", "note", "笔记"), (.jump, "j", "jump", "跳题"),
    (.why, "y", "why", "为什么"),
    (.mark, "m", "mark", "标记"), (.source, "l", "source", "法条"), (.undo, "u", "undo", "撤销"),
    (.report, "r", "report", "此题有误"), (.search, "/", "search", "查题"),
    (.stop, "q", "stop", "保存退出"), (.help, "?", "help", "帮助"),
    (.submit, nil, "submit", "交卷"),
  ]

  private func read(_ line: String, letters: Bool = true) -> PromptCommand.Reading {
    PromptCommand.read(line, lettersCount: letters)
  }

  private func command(_ command: PromptCommand, _ argument: String = "") -> PromptCommand.Reading {
    .command(PromptCommand.Typed(command: command, argument: argument))
  }

  /// The text as an input method in full-width mode types it.
  private func wide(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          (0x21...0x7E).contains(scalar.value)
            ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar == " " ? "\u{3000}" : scalar
        }))
  }

  @Test func `the table has every command`() {
    #expect(Self.table.map(\.command) == PromptCommand.allCases)
  }

  @Test(arguments: table.indices)
  func `the key, the word and the Chinese name mean the command, in either width and case`(
    index: Int
  ) {
    let (wanted, key, word, name) = Self.table[index]
    #expect(wanted.word == word)
    #expect(wanted.wording == Wording(zh: name, en: wanted.wording.en))
    #expect(wanted.letter.map(String.init) == key)
    var spellings = [word, word.uppercased(), name].flatMap {
      [":\($0)", "：\($0)", wide(":\($0)")]
    }
    if let key { spellings += [":\(key)", "：\(key)", wide(":\(key.uppercased())")] }
    spellings += spellings.map { "  \($0)\u{3000}" } + [": \(word)", "：　\(name)"]
    for spelling in spellings {
      #expect(read(spelling) == command(wanted), "\(spelling)")
      #expect(read(spelling, letters: false) == command(wanted), "\(spelling)")
    }
    guard let key else { return }
    for spelling in [key, key.uppercased(), wide(key), wide(key.uppercased()), " \(key) "] {
      #expect(read(spelling) == command(wanted), "\(spelling)")
      // Where a text is wanted, a letter is a text; ? and / stay what they are.
      #expect(
        read(spelling, letters: false)
          == (wanted == .help || wanted == .search ? command(wanted) : .answer),
        "\(spelling)")
    }
  }

  @Test(arguments: Array("ABCDEFGHtfxTFXabcdefgh").map(String.init))
  func `A to H, t, f and x are answers and never commands`(letter: String) {
    #expect(!PromptCommand.allCases.contains { $0.letter.map(String.init) == letter.lowercased() })
    for text in [letter, wide(letter), " \(letter) ", "\(letter)\(letter)", "\(letter) \(letter)"] {
      #expect(read(text) == .answer, "\(text)")
      #expect(read(text, letters: false) == .answer, "\(text)")
    }
    if case .command = read(":\(letter)") { Issue.record(":\(letter) is a command") }
  }

  @Test(arguments: [
    "", " ", "　", "对", "错", "√", "×", "abd", "a、c", "ＡＢ", "true", "no", "12", "00", "１", "skip",
    "收藏",
    "跳过", "n 日", "s s", "p 2", "jab", "j", "nn", "qq", "k9", "出生；死亡", "第 1 条", "-", ";",
  ])
  func `what is neither key nor word is an answer`(line: String) {
    // "j" alone asks where to jump.
    #expect(read(line) == (line == "j" ? command(.jump) : .answer))
    #expect(read(line, letters: false) == .answer)
  }

  @Test func `0 leaves where letters count, and is a text elsewhere`() {
    for zero in ["0", "０", " 0 "] {
      #expect(read(zero) == command(.stop))
      #expect(read(zero, letters: false) == .answer)
    }
    #expect(read("10") == .answer)
  }

  @Test(
    arguments: [
      ("j 12", "12"), ("J  12 ", "12"), ("j12", "12"), ("Ｊ１２", "12"), ("ｊ　１２", "１２"),
      (":jump 12", "12"),
      (":跳题 12", "12"), ("：j　12", "12"), (":ju 12", "12"), ("j abc", "abc"),
    ])
  func `a jump takes a number`(line: String, number: String) {
    #expect(read(line) == command(.jump, number))
  }

  @Test(
    arguments: [
      ("r 答案应为 B", "答案应为 B"), ("r　答案应为Ｂ，因为（一）已改；见：第２条！", "答案应为Ｂ，因为（一）已改；见：第２条！"),
      (":report 少一个选项", "少一个选项"), ("：此题有误　题干不通？", "题干不通？"), ("Ｒ  two  words  ", "two  words"),
    ])
  func `an objection keeps its words as they were typed`(line: String, reason: String) {
    #expect(read(line) == command(.report, reason))
    if line.hasPrefix(":") || line.hasPrefix("：") {
      #expect(read(line, letters: false) == command(.report, reason))
    } else {
      #expect(read(line, letters: false) == .answer)
    }
  }

  @Test(
    arguments: [
      ("sk", .next), ("ski", .next), ("pr", .previous), ("sta", .star), ("she", .sheet),
      ("wh", .why),
      ("ju", .jump), ("ma", .mark), ("so", .source), ("un", .undo), ("re", .report), ("sto", .stop),
      ("he", .help), ("su", .submit), ("上", .previous), ("收", .star), ("答题", .sheet), ("保存", .stop),
      ("跳过", .next),
    ] as [(String, PromptCommand)])
  func `the beginning of one name is that command`(beginning: String, wanted: PromptCommand) {
    #expect(read(":\(beginning)") == command(wanted))
    #expect(read("：\(wide(beginning.uppercased())) ") == command(wanted))
  }

  @Test(
    arguments: [("st", [.star, .stop]), ("跳", [.next, .jump])] as [(String, [PromptCommand])])
  func `the beginning of several names is none of them`(
    beginning: String, several: [PromptCommand]
  ) {
    #expect(read(":\(beginning)") == .severalCommands(beginning, several))
    #expect(read("：\(beginning) 12", letters: false) == .severalCommands(beginning, several))
  }

  @Test(
    arguments: [
      (":", ""), ("：", ""), (": ", ""), (":x", "x"), (":a", "a"), (":xyz", "xyz"), ("：收藏夹", "收藏夹"),
      (":skipp", "skipp"), (":12", "12"), (":对 吗", "对"), ("::skip", ":skip"), (":0", "0"),
    ])
  func `another word after a colon is named, not taken for an answer`(line: String, word: String) {
    #expect(read(line) == .unknownWord(word))
    #expect(read(line, letters: false) == .unknownWord(word))
  }

  @Test func `commands are worded in both languages`() {
    for command in PromptCommand.allCases {
      for wording in [command.wording, command.explanation] {
        #expect(SentenceCheck.faults(of: wording) == [])
      }
    }
    #expect(Set(PromptCommand.allCases.map(\.word)).count == PromptCommand.allCases.count)
    #expect(Set(PromptCommand.allCases.map(\.wording.zh)).count == PromptCommand.allCases.count)
  }
}

@Suite struct InputTextTests {
  @Test(
    arguments: [
      ("ａｂＣ１２？：；，（）", "abC12?:;,()"), ("　收藏　", "收藏"), (" \t a b \t", "a b"), ("", ""), ("　", ""),
      ("《民法典》、。“”", "《民法典》、。“”"), ("é e\u{301} ７日", "é e\u{301} 7日"), ("～！", "~!"), ("￥", "￥"),
    ])
  func `letters, digits and signs come in one width and without space around`(
    line: String, narrow: String
  ) {
    #expect(InputText.narrowed(line) == narrow)
    #expect(InputText.narrowed(narrow) == narrow)
  }

  @Test(
    arguments: [
      ("Ｒ　理由，一", "R", "理由，一"), ("word", "word", ""), ("", "", ""), ("  a  b  c ", "a", "b  c"),
      ("一\t二", "一", "二"),
    ])
  func `the first word is narrowed and the rest is not`(line: String, word: String, rest: String) {
    let read = InputText.wordAndRest(line[...])
    #expect(read.word == word)
    #expect(read.rest == rest)
  }
}
