import ArgumentParser
import Text

/// How many hits a search shows.
struct HitLimit: ParsableArguments {
  @Option(
    help: .worded(
      zh: "最多列出多少（默认 20）", en: "So many at most (default 20)", value: Wording(zh: "数", en: "n")))
  var limit: Int = 20

  func validate() throws {
    guard (1...10_000).contains(limit) else {
      throw ValidationError(
        Wording(zh: "--limit 请用 1 到 10000", en: "--limit takes 1 to 10000").spoken)
    }
  }

  /// One more than is shown tells whether there are more.
  var wanted: Int { limit + 1 }

  /// Whether more was found than is shown.
  func isExceeded(by found: Int) -> Bool { found > limit }

  /// Says that there is nothing, or more than was shown.
  func tell(_ found: Int, _ session: CommandSession) {
    if found == 0 {
      session.note(Wording(zh: "没有找到；换个词试试", en: "Nothing was found; try another word"))
    } else if isExceeded(by: found) {
      session.note(
        Wording(
          zh: "只显示前 \(limit) 个；用 --limit 看更多，或者多写一个词",
          en: "Only the first \(limit) are shown; --limit shows more, a further word fewer"))
    }
  }
}
