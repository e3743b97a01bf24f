import Documents
import Questions
import Testing

@testable import Formats

/// A bank text in which ⟦⟧ marks the places where problems are expected.
struct MarkedBank {
  /// Without the marks.
  var text = ""
  var marks: [SourcePosition] = []

  init(_ marked: String) {
    var line = 1
    var column = 1
    for character in marked {
      switch character {
      case "⟦": marks.append(SourcePosition(line: line, column: column))
      case "⟧": break
      case "\n":
        line += 1
        column = 1
        text.append(character)
      default:
        column += 1
        text.append(character)
      }
    }
  }

  /// The front matter of most tests; seven lines with the empty one after it.
  static let front = """
    ---
    题库：demo
    名称：演示
    版本：1
    法律：《民法典》 2020-05-28
    ---


    """

  /// A question in which nothing is missing, to be put under a type heading for single choice.
  static let whole = """
    1. 题干
    A. 甲
    B. 乙
    答案：A
    解析：因为
    依据：《民法典》第一条
    难度：中
    层次：识记
    编号：D-1
    """
}

/// Reads a text that stands in memory.
func read(_ text: String) throws -> (bank: Bank?, report: ReadReport) {
  MingfaText().bank(in: try TextSource(bytes: Array(text.utf8), name: "bank.txt"))
}

/// Reads a text that has no errors.
func bank(_ text: String) throws -> Bank {
  let (bank, report) = try read(text)
  let errors = report.problems.filter { $0.severity == .error }
  return try #require(bank, "\(errors.map { $0.text(in: .english) })")
}
