import Foundation
import TestKit
import Testing
import Text

@testable import Terminal

/// Some pages exactly as they look. `GoldenFile` says how to renew them.
@Suite struct GoldenPageTests {
  static let pages = [
    "question T-1 round 0", "question T-C1-1 round 2", "feedback T-1 round 0",
    "feedback T-6 round 0",
    "exam question 5 answered", "long sheet", "exam result", "summary round 0", "stats", "report",
    "home", "home with plans", "home in the middle of a day", "progress",
    "help T-1 round 0", "help exam question 5", "simple T-1 wrong", "simple T-4 wrong",
    "simple feedback T-1 wrong", "simple feedback T-2 wrong", "simple feedback T-4 right",
    "simple second end", "simple learners", "law diff", "law coverage", "law coverage of a learner",
  ]

  @Test(arguments: pages)
  func `a page looks as it did`(name: String) throws {
    var text = ""
    for language in [Language.chinese, .english] {
      let page = try #require(try SamplePages.of(language, hostile: false).page(name))
      for (width, plain) in [(80, false), (40, false), (80, true)] {
        let style = PageStyle(width: width, language: language, plain: plain)
        text += "=== \(width) \(language.rawValue)\(plain ? " plain" : "")\n"
        text += page.lines(style).map { $0 + "\n" }.joined()
      }
    }
    try GoldenFile.compare(text, with: name.replacing(" ", with: "-").lowercased() + ".txt")
  }

  @Test func `every golden file has its page`() throws {
    let kept = try FileManager.default.contentsOfDirectory(atPath: GoldenFile.folder.path).sorted()
    #expect(kept == Self.pages.map { $0.replacing(" ", with: "-").lowercased() + ".txt" }.sorted())
  }
}
