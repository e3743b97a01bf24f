import Foundation
import TestKit
import Testing
import Text

@testable import Terminal

/// What holds for every page in every window, language and style, whatever its texts are.
@Suite struct PageTests {
  /// A window and how it is looked at.
  struct Setting: Sendable, CustomTestStringConvertible {
    let width: Int
    let language: Language
    let plain: Bool
    let hostile: Bool

    var style: PageStyle { PageStyle(width: width, language: language, plain: plain) }
    var testDescription: String {
      "\(width) \(language.rawValue)\(plain ? " plain" : "")\(hostile ? " hostile" : "")"
    }
  }

  static let settings = [40, 80, 200].flatMap { width in
    [Language.chinese, .english].flatMap { language in
      [false, true].flatMap { plain in
        [false, true].map { hostile in
          Setting(width: width, language: language, plain: plain, hostile: hostile)
        }
      }
    }
  }

  @Test(arguments: settings)
  func `no page breaks a rule of the screen`(setting: Setting) throws {
    let sample = try SamplePages.of(setting.language, hostile: setting.hostile)
    #expect(sample.pages.count > 80)
    for page in sample.pages {
      let lines = page.lines(setting.style)
      #expect(PageRules.faults(of: lines, width: setting.width) == [], "\(page.name)")
      if setting.plain {
        #expect(!lines.contains { $0.contains("---") }, "\(page.name)")
      } else {
        let ambiguous = page.columns(setting.style).filter {
          $0.unicodeScalars.contains(where: DisplayWidth.isAmbiguous)
        }
        #expect(ambiguous == [], "\(page.name)")
      }
    }
  }

  @Test(arguments: [40, 60, 80, 100, 200])
  func `a page is as wide as the window, up to what can be read`(width: Int) {
    let style = PageStyle(width: width, language: .chinese, plain: false)
    #expect(style.rule == [String(repeating: "-", count: min(width, 100))])
    #expect(PageStyle(width: width, language: .chinese, plain: true).rule == [])
  }

  @Test func `hostile texts are shown, not swallowed`() throws {
    let style = PageStyle(width: 200, language: .chinese, plain: true)
    let sample = try SamplePages.of(.chinese, hostile: true)
    for name in ["question T-1 round 0", "feedback T-5 round 0", "feedback T-6 round 0", "report"] {
      let page = try #require(sample.page(name))
      let text = page.lines(style).joined().replacing(" ", with: "")
      for mark in ["<1B>[31m", "<9B>2J", "<202E>", "<200B>", "<00>"] {
        #expect(text.contains(mark), "\(mark) in \(name)")
      }
    }
  }

  /// Words that stand in pages of both languages: commands, keys and units.
  static let common =
    "mingfa [a-z ]+|Ctrl-[CD]|:[a-z]+|\\b[a-z?] (?=/|[^a-z])|j 12|t / f|acd|A C D|\\b[A-H]\\b|"
    + "--format json|\\d+ (s|min|h)\\b|\\d{4}-\\d{2}(-\\d{2})?"

  @Test(arguments: [40, 80])
  func `an English page of an English bank has no Chinese`(width: Int) throws {
    let style = PageStyle(width: width, language: .english, plain: false)
    for page in try SamplePages.of(.english, hostile: false).pages
    where page.name != "rows of words" {
      let chinese = page.lines(style).filter {
        $0.unicodeScalars.contains(where: SentenceCheck.isChinese)
      }
      #expect(chinese == [], "\(page.name)")
    }
  }

  @Test(arguments: [40, 80])
  func `a Chinese page of a Chinese bank has no English but commands`(width: Int) throws {
    let common = try Regex(Self.common)
    let style = PageStyle(width: width, language: .chinese, plain: false)
    for page in try SamplePages.of(.chinese, hostile: false).pages {
      // A command may stand over two lines.
      let text = page.lines(style).map { $0.drop { $0 == " " } }.joined(separator: " ")
      let english = text.replacing(common, with: "").matches(of: /[A-Za-z]{2,}/).map(\.output)
      #expect(english == [], "\(page.name)")
    }
  }

  @Test(arguments: [40, 80], [Language.chinese, .english])
  func `help fits a screen: at most 15 lines`(width: Int, language: Language) throws {
    let style = PageStyle(width: width, language: language, plain: false)
    let pages = try SamplePages.of(language, hostile: false).pages.filter {
      $0.name.hasPrefix("help")
    }
    #expect(pages.count > 10)
    for page in pages {
      let lines = page.lines(style)
      #expect(lines.count <= 15, "\(page.name)\n\(lines.joined(separator: "\n"))")
    }
  }

  @Test(arguments: [Language.chinese, .english])
  func `home with two plans and the progress fit 24 rows of 80 columns, with their prompts`(
    language: Language
  ) throws {
    let style = PageStyle(width: 80, language: language, plain: false)
    for page in try SamplePages.of(language, hostile: false).pages
    where page.name.hasPrefix("home") || page.name.hasPrefix("progress") {
      #expect(page.lines(style).count < 24, "\(page.name)")
    }
  }

  @Test(arguments: [Language.chinese, .english])
  func `a question with its hints fits 24 rows of 80 columns`(language: Language) throws {
    let style = PageStyle(width: 80, language: language, plain: false)
    for page in try SamplePages.of(language, hostile: false).pages
    where page.name.contains("question") {
      #expect(page.lines(style).count < 24, "\(page.name)")
    }
  }
}
