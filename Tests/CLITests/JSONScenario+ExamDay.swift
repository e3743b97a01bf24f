import Foundation

/// A wave in which candidates are absent, silent, late, interrupted, released and finished.
extension JSONScenario {
  /// - Parameter run: prints a document: its schema, the command and its status.
  static func examDay(on desk: Desk, run: (String, String, Int32) throws -> Void) throws {
    let exam = ExamDesk(desk: desk)
    func clock(_ minutes: Int) {
      desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:\(minutes < 10 ? "0" : "")\(minutes):00Z"
    }
    clock(0)
    let made = try exam.make(
      ["张三", "李四", "王五"], code: "day", "--from", "2026-11-24T11:00", "--until",
      "2026-11-24T14:00")
    try run("exam-list", "exam list", 0)
    try run("exam-show", "exam show", 0)
    // The set clock is pointed out.
    try run("exam-preflight", "exam preflight", 1)
    try desk.mingfa("exam", "extra", "1002", "10", "--reason", "视力")
    // The assistance of a roster, which its columns bring.
    try DatabaseDump.change(
      "UPDATE candidate SET assistance = '读题员 赵六' WHERE number = '1002'", in: desk.data)
    _ = try exam.open(made)
    clock(1)
    _ = try exam.sit(made, 0, ["A"])
    clock(7)
    _ = try exam.sit(made, 1, ["A", "对", "交卷"])
    clock(8)
    for second in [0, 1, 3] {
      desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:08:0\(second)Z"
      try desk.mingfa("exam", "sit", input: "1003\n0000-0000\n")
    }
    try desk.mingfa("exam", "release", "1001", "--reason", "死机")
    try run("exam-watch", "exam watch", 0)
    clock(9)
    _ = try exam.sit(made, 0, [])
    clock(14)
    _ = try exam.sit(made, 2, [])
    clock(25)
    try run("exam-watch", "exam watch", 0)
    try desk.mingfa("exam", "end", "--yes")
    try desk.mingfa("exam", "publish")
    try run("exam-show", "exam show", 0)
  }
}
