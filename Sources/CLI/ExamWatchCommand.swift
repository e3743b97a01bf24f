import ArgumentParser
import Reports
import Terminal
import Text
import Workflows

/// `mingfa exam watch`.
struct ExamWatchCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "watch",
      Wording(zh: "巡考：谁没到、谁在考、谁要帮忙", en: "Watch over the wave that sits: who needs a hand"),
      examples: ["mingfa exam watch", "mingfa exam watch --format json"], aliases: ["巡考"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption
  @OptionGroup var which: ExamOption
  @OptionGroup var format: FormatOption

  @Option(
    help: .worded(
      zh: "几分钟没有动静就提醒", en: "Minutes of silence that are pointed out",
      value: Wording(zh: "分钟", en: "minutes")))
  var silence = 10

  private struct Document: Encodable {
    struct Candidate: Encodable {
      var number: String
      var name: String
      var seat: Int
      var presence: String
      var answered: Int
      /// Milliseconds.
      var remaining: Int64?
      var terminal: String?
      var silent: Int64?
      /// Whether the program at the terminal is gone.
      var gone: Bool
      var lost: Int64?
      var late: Int64?
    }
    var schema = "mingfa.exam-watch/1"
    var exam: String
    var rehearsal: Bool
    var wave: Int
    var elapsed: Int64
    var questions: Int
    var candidates: [Candidate]
  }

  func run(_ desk: SignedIn) throws {
    let session = desk.session
    let watching = WatchExam(desk.data, actor: desk.actor)
    let exam =
      try which.exam.map { try FindExam(desk.data).exam($0) }
      ?? FindExam(desk.data).sittingNow().exam
    let patience = max(1, silence)
    if session.isInteractive, format.format == .text {
      var desk = desk
      let screen = try WatchScreen(
        session.talk, holding: { HoldExam(desk.data, actor: try desk.actorAtTerminal()) },
        look: { try watching.room(exam, patience: patience, isGone: TerminalName.isGone) })
      throw ExitCode(HomeCommand.status(of: try screen.stay()))
    }
    let room = try watching.room(exam, patience: patience, isGone: TerminalName.isGone)
    try session.print(format.format) {
      try JSONText.encode(Self.document(room))
    } text: {
      WatchPage.lines(room, style: session.style)
    }
  }

  private static func document(_ room: WatchExam.Room) -> Document {
    Document(
      exam: room.exam.code, rehearsal: room.exam.isRehearsal, wave: room.wave,
      elapsed: room.elapsed, questions: room.questions,
      candidates: room.lines.map { line in
        var entry = Document.Candidate(
          number: line.candidate.number, name: SafeText.clean(line.candidate.name),
          seat: line.candidate.seat.number, presence: line.presence.rawValue,
          answered: line.answered, remaining: line.remaining,
          terminal: line.terminal.map { SafeText.clean($0) }, gone: line.needs.contains(.gone))
        for need in line.needs {
          switch need {
          case .silent(let milliseconds): entry.silent = milliseconds
          case .lost(let milliseconds): entry.lost = milliseconds
          case .late(let milliseconds): entry.late = milliseconds
          case .gone, .released: break
          }
        }
        return entry
      })
  }
}
