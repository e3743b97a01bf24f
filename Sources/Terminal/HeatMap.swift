import Learning
import Text

/// Answers a day as a map of weeks and weekdays. Its signs need no colour and have one width on every
/// terminal; more ink is more answers.
struct HeatMap {
  let calendar: DayCalendar
  /// By study day.
  let answers: [Int: Int]

  init(_ calendar: DayCalendar, answers: [Int: Int]) {
    self.calendar = calendar
    self.answers = answers
  }

  /// From so many answers a day on a sign is used.
  private static let signs: [(least: Int, sign: Character)] = [
    (0, "."), (1, "-"), (10, "+"), (30, "#"),
  ]

  private static let weekdays = [
    Wording(zh: "一", en: "Mo"), Wording(zh: "二", en: "Tu"), Wording(zh: "三", en: "We"),
    Wording(zh: "四", en: "Th"), Wording(zh: "五", en: "Fr"), Wording(zh: "六", en: "Sa"),
    Wording(zh: "日", en: "Su"),
  ]
  private static let months = [
    Wording(zh: "1月", en: "Jan"), Wording(zh: "2月", en: "Feb"), Wording(zh: "3月", en: "Mar"),
    Wording(zh: "4月", en: "Apr"), Wording(zh: "5月", en: "May"), Wording(zh: "6月", en: "Jun"),
    Wording(zh: "7月", en: "Jul"), Wording(zh: "8月", en: "Aug"), Wording(zh: "9月", en: "Sep"),
    Wording(zh: "10月", en: "Oct"), Wording(zh: "11月", en: "Nov"), Wording(zh: "12月", en: "Dec"),
  ]

  /// Columns before the first week, and for each.
  private static let lead = 3
  private static let cell = 2

  /// How many columns it takes.
  var width: Int { Self.lead + calendar.weeks * Self.cell }

  /// The sign for so many answers.
  static func sign(_ answers: Int) -> Character {
    signs.last { $0.least <= answers }?.sign ?? signs[0].sign
  }

  /// The months, then a line a weekday; a day that is still to come is left empty.
  func lines(_ language: Language) -> [String] {
    [monthLine(language)]
      + Self.weekdays.enumerated().map { weekday, name in
        var line = " " + name(language)
        for week in 0..<calendar.weeks {
          guard let day = calendar.day(week: week, weekday: weekday) else { break }
          line += " " + String(Self.sign(answers[day] ?? 0))
        }
        return line
      }
  }

  /// Each month's name over the week in which it begins.
  private func monthLine(_ language: Language) -> String {
    var line = ""
    for week in 0..<calendar.weeks {
      let days = (0..<7).compactMap { calendar.day(week: week, weekday: $0) }
      guard let first = days.map({ CivilDay($0) }).first(where: { $0.day == 1 }) else { continue }
      let name = Self.months[first.month - 1](language)
      let start = Self.lead + week * Self.cell
      // A name that would stand out on the right is left away.
      guard start + DisplayWidth.columns(of: name) <= width else { break }
      line = AlignedColumns.padded(line, to: start, alignment: .left) + name
    }
    return line
  }

  /// What the signs mean.
  func legend(style: PageStyle) -> [String] {
    let ranges = Self.signs.enumerated().map { place, step in
      guard place + 1 < Self.signs.count else { return "\(step.sign) \(step.least)+" }
      let last = Self.signs[place + 1].least - 1
      return "\(step.sign) \(step.least)" + (last > step.least ? "-\(last)" : "")
    }
    return style.row([Wording(zh: "每天答题", en: "answers a day")(style.language)] + ranges)
  }

  /// The days with answers as sentences, for a screen reader.
  func sentences(style: PageStyle) -> [String] {
    style.table(
      AlignedColumns(
        headings: [
          .init(Wording(zh: "日期", en: "Day")(style.language)),
          .init(Wording(zh: "答题", en: "Answered")(style.language), .right),
        ],
        rows: answers.keys.sorted().map { [CivilDay($0).iso, String(answers[$0] ?? 0)] }))
  }
}
