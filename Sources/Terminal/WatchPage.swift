import Text
import Workflows

/// The room as the invigilator sees it.
package enum WatchPage {
  /// Everyone of the wave, by seat, with what needs a hand.
  package static func lines(_ room: WatchExam.Room, style: PageStyle) -> [String] {
    let language = style.language
    let shown = room.exam.shownTitle
    let title = Wording(zh: SafeText.clean(shown.zh), en: SafeText.clean(shown.en))
    let passed = Durations.words(room.elapsed)
    var lines = style.sentence(
      Wording(
        zh: "\(title.zh) 第 \(room.wave) 场，开考 \(passed.zh)",
        en: "\(title.en), wave \(room.wave), \(passed.en) since the opening"), indent: 0)
    let table = AlignedColumns(
      headings: [
        .init(Wording(zh: "座位", en: "Seat")(language), .right),
        .init(Wording(zh: "准考证号", en: "Number")(language)),
        .init(Wording(zh: "姓名", en: "Name")(language)),
        .init(Wording(zh: "状态", en: "State")(language)),
        .init(Wording(zh: "已答", en: "Answered")(language), .right),
        .init(Wording(zh: "剩余", en: "Left")(language), .right),
      ],
      rows: room.lines.map { line in
        [
          String(line.candidate.seat.number), line.candidate.number,
          SafeText.clean(line.candidate.name), line.presence.wording(language),
          line.presence == .absent ? "" : "\(line.answered)/\(room.questions)",
          line.remaining.map { Durations.clock($0) } ?? "",
        ]
      })
    lines += style.table(table)
    lines += room.lines.flatMap { line in
      line.needs.flatMap { style.sentence(told($0, of: line), indent: 1) }
    }
    return lines + style.sentence(counts(room), indent: 0)
  }

  /// What became otherwise since the room was last looked at.
  package static func news(_ room: WatchExam.Room, since old: WatchExam.Room) -> [Wording] {
    let before = Dictionary(
      old.lines.map { ($0.candidate.id, $0) }, uniquingKeysWith: { $1 })
    return room.lines.flatMap { line -> [Wording] in
      guard let was = before[line.candidate.id] else { return [] }
      var news: [Wording] = []
      if was.presence != line.presence, line.presence != .released {
        news.append(told(line.presence.wording, of: line))
      }
      var known = Set(was.needs.map(kind))
      // Lost once more, though the time of before is not given back yet.
      if line.losses > was.losses { known.remove(kind(.lost(0))) }
      news += line.needs.filter { !known.contains(kind($0)) }.map { told($0, of: line) }
      return news
    }
  }

  /// The prompt: who is where, and the longest time left.
  package static func prompt(_ room: WatchExam.Room, language: Language) -> String {
    let left = Durations.clock(
      room.lines.filter { $0.presence != .absent }.compactMap(\.remaining).max() ?? 0)
    let answering = [.present, .answering, .released].reduce(0) { $0 + room.count($1) }
    return Wording(
      zh: "在考 \(answering) 交卷 \(room.count(.finished)) 未到 \(room.count(.absent)) 剩 \(left)> ",
      en: "\(answering) sit, \(room.count(.finished)) done, \(room.count(.absent)) absent, "
        + "\(left) left> ")(language)
  }

  /// What can be typed.
  package static let help = [
    Wording(
      zh: "回车 = 看全场   q = 离开，考试照常   ? = 帮助",
      en: "Enter = the whole room   q = leave, the exam goes on   ? = help"),
    Wording(
      zh: "g 准考证号 分钟 原因 = 补时；g all 分钟 原因 = 全场补时，没到的也补",
      en: "g NUMBER MINUTES REASON = give time back; g all MINUTES REASON = to the whole room"),
    Wording(
      zh: "r 准考证号 原因 = 放行，换一台机器接着考",
      en: "r NUMBER REASON = release, to go on at another computer"),
  ]

  private static func counts(_ room: WatchExam.Room) -> Wording {
    let (absent, finished) = (room.count(.absent), room.count(.finished))
    let sitting = room.lines.count - absent - finished
    return Wording(
      zh: "应考 \(room.lines.count)，在考 \(sitting)，交卷 \(finished)，未到 \(absent)",
      en:
        "\(room.lines.count) expected, \(sitting) sit, \(finished) have handed in, \(absent) absent"
    )
  }

  private static func told(_ need: WatchExam.Need, of line: WatchExam.Line) -> Wording {
    told(need.wording, of: line)
  }

  private static func told(_ words: Wording, of line: WatchExam.Line) -> Wording {
    let name = "\(line.candidate.number) \(SafeText.clean(line.candidate.name))"
    return Wording(zh: "\(name)：\(words.zh)", en: "\(name): \(words.en)")
  }

  /// Needs of one kind are told once, however long they last.
  private static func kind(_ need: WatchExam.Need) -> Int {
    switch need {
    case .silent: 0
    case .lost: 1
    case .late: 2
    case .released: 3
    case .gone: 4
    case .locked: 5
    }
  }
}

extension WatchExam.Presence: Worded {
  package var wording: Wording {
    switch self {
    case .absent: Wording(zh: "未到", en: "absent")
    case .present: Wording(zh: "已到", en: "present")
    case .answering: Wording(zh: "在考", en: "answering")
    case .released: Wording(zh: "待换机", en: "released")
    case .finished: Wording(zh: "已交卷", en: "finished")
    }
  }
}

extension WatchExam.Need: Worded {
  package var wording: Wording {
    switch self {
    case .silent(let milliseconds):
      Wording(
        zh: "\(milliseconds / 60_000) 分钟没有动静，请去看看；机器坏了就输入 r 放行",
        en:
          "nothing came for \(milliseconds / 60_000) minutes; go and look, and release with r if the "
          + "computer died")
    case .gone:
      Wording(
        zh: "机器断开了或程序已退出；输入 r 放行，他才能再登录",
        en: "the terminal is gone; release with r, so that the candidate can sign in again")
    case .lost(let milliseconds):
      Wording(
        zh: "中断了 \(Durations.words(milliseconds).zh)，还没有补；输入 g 补时",
        en: "lost \(Durations.words(milliseconds).en), not given back; give it back with g")
    case .late(let milliseconds):
      Wording(
        zh: "迟到 \(milliseconds / 60_000) 分钟", en: "came \(milliseconds / 60_000) minutes late")
    case .released: Wording(zh: "已放行，等他在另一台机器登录", en: "released; waits to sign in elsewhere")
    case .locked(let failures, let milliseconds):
      Wording(
        zh: "验证码连错 \(failures) 次，\(Durations.words(milliseconds).zh)后才能再试；"
          + "核对身份后运行 mingfa exam ticket 换一个",
        en:
          "typed \(failures) wrong codes and has to wait \(Durations.words(milliseconds).en); check who "
          + "it is, then give another code with mingfa exam ticket")
    }
  }
}
