import Foundation
import Reports
import TestKit
import Testing

/// JSON as commands print it.
@Suite struct JSONTextTests {
  private struct Document: Codable, Equatable {
    var reason: String
    var names: [String: String]
  }

  @Test func `what a terminal would obey is escaped, and reads back the same`() throws {
    let document = Document(
      reason: HostileText.around("少一个选项") + "\u{1F468}\u{200D}\u{1F469}\t\n",
      names: ["张三": "“引号”/斜线", HostileText.around("键"): "值"])
    let text = try JSONText.encode(document)
    #expect(HostileText.unsafe(in: text).filter { $0 != "\n" } == [])
    #expect(text.contains("\\u202e") && text.contains("\\u009b2J"))
    #expect(try JSONDecoder().decode(Document.self, from: Data(text.utf8)) == document)
  }

  @Test func `ordinary text stands as it is, in one order and indented`() throws {
    #expect(
      try JSONText.encode(["b": "“民法典”/é👍", "a": "x"]) == """
        {
          "a" : "x",
          "b" : "“民法典”/é👍"
        }

        """)
  }
}
