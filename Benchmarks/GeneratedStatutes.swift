import Foundation
import Statutes

/// Statutes put together from phrases: as many and as long as a township needs.
struct GeneratedStatutes {
  private static let count = 64
  private static let articles = 100

  /// The texts, written as Markdown.
  let files: [String]

  init(_ bench: Workbench) throws {
    var dice = SplitMix(seed: Workbench.seed)
    files = try (1...Self.count).map { number in
      let path = bench.path("statute-\(number).md")
      let lines =
        ["# 中华人民共和国第\(number)号样法", "2020年1月2日 某某会议通过", "## 第一章 总则"]
        + (1...Self.articles).map {
          ArticleNumber($0).chinese + " " + Self.sentences(&dice).joined(separator: "\n")
        }
      try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
      return path
    }
  }

  /// Two editions, of which every twentieth article has other words.
  static func editions(
    articles: Int
  ) throws -> (old: StatuteText, new: StatuteText, changed: Int) {
    var dice = SplitMix(seed: Workbench.seed)
    let old = (1...articles).map {
      StatuteArticle(number: ArticleNumber($0), heading: nil, lines: sentences(&dice))
    }
    let new = old.map { article in
      guard article.number.number % 20 == 0 else { return article }
      var lines = article.lines
      lines[0] = "应当在三十日以内由\(pick(Phrases.bodies, &dice))决定；" + lines[0]
      return StatuteArticle(number: article.number, heading: nil, lines: lines)
    }
    func text(_ articles: [StatuteArticle], _ year: Int) throws -> StatuteText {
      guard let date = CalendarDate(year: year, month: 1, day: 2) else {
        throw Obstacle.wrongResult("no year \(year)")
      }
      return StatuteText(
        fullTitle: "中华人民共和国样法典", date: date,
        effective: nil, preamble: [], headings: [], articles: articles)
    }
    return (try text(old, 2020), try text(new, 2026), articles / 20)
  }

  private static func sentences(_ dice: inout SplitMix) -> [String] {
    (0...dice.next() % 3).map { _ in
      "\(pick(Phrases.people, &dice))\(pick(Phrases.acts, &dice))，\(pick(Phrases.facts, &dice))的，"
        + "由\(pick(Phrases.bodies, &dice))按照\(pick(Phrases.principles, &dice))的原则，"
        + "就\(pick(Phrases.matters, &dice))和\(pick(Phrases.topics, &dice))作出处理。"
    }
  }

  private static func pick(_ words: [String], _ dice: inout SplitMix) -> String {
    words[Int(dice.next() % UInt64(words.count))]
  }
}
