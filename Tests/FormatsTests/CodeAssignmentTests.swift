import Documents
import Testing

@testable import Formats

private func assign(_ text: String) throws -> (text: String, codes: [String], lines: [Int]) {
  let source = try TextSource(bytes: Array(text.utf8), name: "bank.txt")
  let done = try CodeAssignment.assign(to: source).get()
  return (
    String(decoding: done.text, as: UTF8.self), done.assigned.map(\.code.text),
    done.assigned.map(\.line)
  )
}

struct CodeAssignmentTests {
  @Test("Codes are put in where they lack, and nothing else changes")
  func assigns() throws {
    let before =
      MarkedBank.front + """
        ## 判断题
        1、 题  \t
        答案：对

        2. 题
        编号：DEMO-007
        答案：错
        3. 题
        编号：
        答案：错

        案例：材料
        第二行

        4. [判断] 题
        答案：对
        解析：因为
        """
    let (text, codes, lines) = try assign(before)
    #expect(codes == ["DEMO-008", "DEMO-009", "DEMO-010", "DEMO-011"])
    #expect(lines == [9, 15, 19, 22])
    #expect(
      text == before.replacing("答案：对\n\n2.", with: "答案：对\n编号：DEMO-008\n\n2.")
        .replacing("编号：\n", with: "编号：DEMO-009\n")
        .replacing("第二行\n", with: "第二行\n编号：DEMO-010\n") + "\n编号：DEMO-011")
    #expect(try bank(text).chapters.flatMap(\.items).count == 4)
    // A second time there is nothing to do.
    #expect(try assign(text).text == text)
    #expect(try assign(text).codes == [])
  }

  @Test("Line ends, the byte order mark and the language of the file are kept")
  func keepsForm() throws {
    let english =
      "\u{FEFF}---\nBank: en\nTitle: T\nLanguage: en\nVersion: 1\n---\n## True or false\n1. S\nAnswer: T\n"
    let windows = english.replacing("\n", with: "\r\n")
    #expect(
      try assign(windows).text == windows + "Code: EN-001\r\n")
    #expect(try assign(english).text == english + "Code: EN-001\n")
  }

  @Test("Other errors of the file don't hinder, a front matter that can't be read does")
  func otherErrors() throws {
    let text = MarkedBank.front + "## 判断题\n1. 题\n答案：也许\n"
    #expect(try assign(text).codes == ["DEMO-001"])
    #expect(throws: UnreadableHeader.self) { try assign("## 判断题\n1. 题\n答案：对\n") }
  }
}
