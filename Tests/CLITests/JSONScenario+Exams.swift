import Foundation

/// An exam whose states and results the scenario prints.
extension JSONScenario {
  /// - Parameter run: prints a document: its schema and the command.
  static func exams(on desk: Desk, run: (String, String) throws -> Void) throws {
    let exam = ExamDesk(desk: desk)
    try run("exam-list", "exam list")
    let made = try exam.make(["张三", "李四"])
    try run("exam-list", "exam list")
    _ = try exam.open(made)
    _ = try exam.sit(made, 0, ["A", "对", "交卷"])
    try run("exam-list", "exam list")
    try desk.mingfa("exam", "end")
    try run("exam-results", "exam results")
    _ = try exam.make(["王五"], code: "off")
    try desk.mingfa("exam", "cancel", "off", "--reason", "台风")
    try run("exam-list", "exam list")
    try run("exam-show", "exam show --exam off")
  }
}
