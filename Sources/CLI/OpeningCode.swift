import Terminal
import Text
import Workflows

/// The code that opens the papers, as it is typed.
enum OpeningCode {
  /// Asks for it. It opens the papers: not on the screen, where a candidate may pass.
  ///
  /// - Throws: `ExamFailure.keyNeeded` where nobody types one.
  static func ask(_ session: CommandSession) throws -> String {
    var prompt = LinePrompt(Wording(zh: "开考码（不显示）> ", en: "Opening code (not shown)> ").spoken)
    prompt.isSecret = true
    guard case .line(let line) = try session.talk.nextLine(prompt) else {
      throw ExamFailure.keyNeeded
    }
    return line
  }
}
