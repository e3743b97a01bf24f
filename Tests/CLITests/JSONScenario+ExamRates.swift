import Foundation

extension JSONScenario {
  /// An exam to which nobody comes, from its making to its results, and its make-up.
  static func examRates(on desk: Desk) throws {
    try desk.folder.write(ExamDesk.little, to: "little.yaml")
    try desk.folder.write("姓名,单位\n张三,某县\n李四,邻县\n", to: "list.csv")
    for (code, options) in [("first", []), ("again", ["--make-up-of", "first"])] {
      let arguments = ["exam", "create", "little.yaml", "--roster", "list.csv", "--code", code]
      let made = try desk.run(
        Desk.program, arguments + ["--forms", "1", "--lang", "en"] + options)
      guard made.status == 0,
        let key = made.text.components(separatedBy: "Opening code ").last?.prefix(while: {
          $0 != ":"
        })
      else { throw LoadedFolders.NotMade(words: made.errors) }
      for (step, input) in [("open", key + "\n"), ("end", ""), ("publish", "")] {
        let run = try desk.run(
          Desk.program, ["exam", step, "--exam", code], input: Data(input.utf8))
        guard run.status == 0 else { throw LoadedFolders.NotMade(words: run.errors) }
      }
    }
  }
}
