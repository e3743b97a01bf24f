import Documents
import Formats
import Questions
import Text

/// A new question that comes as text in the bank format.
extension EditQuestion {
  /// What a text came to.
  package enum Reading: Sendable {
    case read(EditedQuestion)
    /// It has errors, at their places in the text.
    case refused([ReadProblem])
  }

  /// Reads one question for a bank, with or without front matter of its own, for which the bank's stands. Its
  /// chapter is one of the bank's; without a code it gets the next free one.
  ///
  /// - Parameters:
  ///   - name: what problems call the text.
  ///   - chapter: where it is put, whatever chapter the text names.
  /// - Throws: `WorkflowFailure.notOneQuestion`, and what `add` throws.
  package func add(
    _ bytes: some Collection<UInt8>, named name: String, to bank: String, chapter: String?
  ) throws -> Reading {
    let source: TextSource
    do throws(TextFault) {
      source = try TextSource(bytes: bytes, name: name)
    } catch {
      return .refused([ReadProblem(file: name, fault: error)])
    }
    let (body, dropped) = Self.withoutFrontMatter(
      source.withBytes { String(decoding: $0, as: UTF8.self) })
    let bank = try ShowBank(data, actor: actor).find(bank)
    let header = try data.header(of: bank)
    var writer = MingfaText.Writer(language: header.language)
    writer.write(header)
    let head = writer.text
    var text = head + body + (body.hasSuffix("\n") ? "" : "\n")
    let code = FreeCode.next(
      after: try data.revisions.codes(of: bank.id), inBank: bank.code)
    if Self.lacksCode(text) { text += "\(BankField.code.wording(header.language)): \(code.text)\n" }
    let reading = QuestionText.read(text, name: name)
    guard reading.report.isWhole else {
      let moved = dropped - head.utf8.count { $0 == 0x0A }
      return .refused(
        reading.report.problems.filter { $0.severity == .error }.map { problem in
          ReadProblem(
            file: name,
            position: problem.position.map {
              SourcePosition(line: max(1, $0.line + moved), column: $0.column)
            }, fact: problem.fact, quote: problem.quote)
        })
    }
    guard let question = reading.question, !reading.hasPassage else {
      throw WorkflowFailure.notOneQuestion(file: name)
    }
    return .read(try add(question, to: bank, chapter: chapter ?? reading.chapter))
  }

  /// The text behind its front matter, and how many lines that has.
  private static func withoutFrontMatter(_ text: String) -> (body: String, lines: Int) {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    func isRule(_ line: Substring) -> Bool {
      let signs = line.filter { !$0.isWhitespace && $0 != "\u{FEFF}" }
      return signs.count >= 3 && signs.allSatisfy { $0 == "-" }
    }
    guard let start = lines.firstIndex(where: { $0.contains { !$0.isWhitespace } }),
      isRule(lines[start]), let end = lines[(start + 1)...].firstIndex(where: isRule)
    else { return (lines.joined(separator: "\n"), 0) }
    return (lines[(end + 1)...].joined(separator: "\n"), end + 1)
  }

  /// Whether exactly one code is missing in a text; where more are, the reader says so.
  private static func lacksCode(_ text: String) -> Bool {
    guard let source = try? TextSource(bytes: text.utf8, name: "") else { return false }
    guard case .success(let assignment) = CodeAssignment.assign(to: source) else { return false }
    return assignment.assigned.count == 1
  }
}
