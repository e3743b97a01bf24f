import Foundation
import Testing

/// A trainer's answer on its way to the learner's screen.
@Suite struct ObjectionNewsTests {
  @Test(arguments: [["practice"], []])
  func `an answer to an objection is told at the next start, once`(arguments: [String]) throws {
    let desk = try Desk.town()
    try desk.mingfa("practice", input: "r 少一个选项\n")
    #expect(
      try desk.mingfa("bank", "objections", "--answer", "1", "--accept", "已经补上").status == 0)
    for isFirst in [true, false] {
      let terminal = try TerminalSession(desk, arguments + (arguments.isEmpty ? [] : ["--new"]))
      try terminal.wait(for: arguments.isEmpty ? "明法> " : "答> ")
      terminal.type("\u{3}")
      #expect(terminal.finish() == .exit(130))
      #expect(terminal.text.contains("[采纳] 已经补上") == isFirst)
    }
  }
}
