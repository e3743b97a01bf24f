/// A record that is whole, one whose papers are not open yet, and one that was altered by hand.
extension JSONScenario {
  /// - Parameter run: prints a document: its schema, the command and its status.
  static func verification(on desk: Desk, run: (String, String, Int32) throws -> Void) throws {
    try run("exam-verify", "exam verify", 0)
    _ = try ExamDesk(desk: desk).make(["王五"], code: "later")
    try desk.mingfa("exam", "export", "--exam", "small", "--output", "sealed.json")
    try desk.folder.write("{}", to: "letter.json")
    try run("exam-verify", "exam verify --against sealed.json --against letter.json", 1)
    try DatabaseDump.change(
      "DROP TRIGGER evidence_stays; DELETE FROM evidence", in: desk.data)
    try run("exam-verify", "exam verify --exam later", 1)
  }
}
