import Testing

@testable import Terminal

@Suite struct WatchOrderTests {
  static let lines: [(String, WatchOrder?)] = [
    ("", .show), ("  ", .show), ("q", .leave), ("Ｑ", .leave), ("?", .help), ("？", .help),
    ("g 1003 5 停电", .give(number: "1003", minutes: 5, reason: "停电")),
    ("补时 1003 5 换了 机器", .give(number: "1003", minutes: 5, reason: "换了 机器")),
    ("g all 10 power cut", .give(number: nil, minutes: 10, reason: "power cut")),
    ("g 全场 １０ 停电", .give(number: nil, minutes: 10, reason: "停电")),
    ("r 1003 死机", .release(number: "1003", reason: "死机")),
    ("放行 １００３ 死机", .release(number: "1003", reason: "死机")),
    ("g 1003 five x", nil), ("g 1003 5", nil), ("r 1003", nil), ("g", nil), ("x 1003 5 y", nil),
  ]

  @Test(arguments: lines) func `a line is read as an order or as none`(
    line: String, order: WatchOrder?
  ) { #expect(WatchOrder.read(line) == order) }
}
