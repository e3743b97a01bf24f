import ArgumentParser
import Foundation
import People
import Terminal
import Text
import Workflows

/// The exit statuses that the manual lists (those of sysexits.h where it has one).
enum ExitStatus {
  static let checkFailed: Int32 = 1
  static let usage: Int32 = 64
  static let data: Int32 = 65
  static let noInput: Int32 = 66
  static let bug: Int32 = 70
  static let cannotCreate: Int32 = 73
  static let inputOutput: Int32 = 74
  static let busy: Int32 = 75
  static let permission: Int32 = 77
  static let configuration: Int32 = 78
  static let interrupted: Int32 = 130
}

/// Failures that only the command line knows, and the one way out for all.
enum Failure: Error, Worded {
  case badClock(String)
  case badSeed(String)
  /// A command that goes by the clocks of the computer, under a set one.
  case clockIsSet
  /// Asked for something that needs a terminal.
  case badCount(String)
  case badMonth(String)
  case fileNotFound(String)
  /// A new question can only come from a file here.
  case fileNeeded

  var wording: Wording {
    switch self {
    case .badClock(let text):
      Wording(
        zh: "MINGFA_CLOCK=\(text) 看不懂；请写成 2026-11-24T08:00:00Z",
        en: "MINGFA_CLOCK=\(text) cannot be read; write 2026-11-24T08:00:00Z")
    case .clockIsSet:
      Wording(
        zh: "MINGFA_CLOCK 只供测试；考试和账号按电脑的时钟走，请先运行 unset MINGFA_CLOCK",
        en: "MINGFA_CLOCK is for tests; exams and accounts go by the computer's clock, so run "
          + "unset MINGFA_CLOCK first")
    case .badSeed(let text):
      Wording(
        zh: "MINGFA_SEED=\(text) 看不懂；请写一个整数，如 7",
        en: "MINGFA_SEED=\(text) cannot be read; write a whole number such as 7")
    case .badCount(let text):
      Wording(
        zh:
          "“\(text)”看不懂；请写成 single=25，题型有 single multiple indefinite true-false fill-in short case",
        en: "'\(text)' cannot be read; write single=25; the types are single multiple indefinite "
          + "true-false fill-in short case")
    case .badMonth(let text):
      Wording(zh: "“\(text)”不是月份；请写成 2026-11", en: "'\(text)' is no month; write 2026-11")
    case .fileNotFound(let path):
      Wording(zh: "找不到文件 \(path)；请核对路径", en: "There is no file \(path); check the path")
    case .fileNeeded:
      Wording(
        zh: "没有终端可以录入；请用 --file 题目.txt 给出一道题",
        en: "There is no terminal to type at; give the question with --file FILE.txt")
    }
  }

  private var status: Int32 {
    switch self {
    case .badClock, .badSeed, .clockIsSet: ExitStatus.configuration
    case .badCount, .badMonth, .fileNeeded: ExitStatus.usage
    case .fileNotFound: ExitStatus.noInput
    }
  }

  /// Prints a failure on standard error and returns the exit status. A closed pipe is no failure.
  static func report(_ error: any Error) -> Int32 {
    let (status, wording) = judged(error)
    if let wording { message(SafeText.clean(wording.spoken, keepingNewlines: true)) }
    return status
  }

  private static func judged(_ error: any Error) -> (Int32, Wording?) {
    switch error {
    case let failure as Failure: return (failure.status, failure.wording)
    case let failure as ScreenFailure:
      return failure.endsQuietly ? (0, nil) : (ExitStatus.inputOutput, failure.wording)
    case let failure as StorageFailure: return (status(of: failure), failure.wording)
    case let failure as WorkflowFailure: return (status(of: failure), failure.wording)
    case let failure as RestoreFailure: return (status(of: failure), failure.wording)
    case let failure as AccountFailure: return (status(of: failure), failure.wording)
    case let failure as ExamFailure: return (status(of: failure), failure.wording)
    case let unknown as UnknownCommand: return (ExitStatus.usage, unknown.wording)
    case let refusal as Authorisation.Refusal:
      return (ExitStatus.permission, refusal.wording)
    case let refused as AssignCodes.Refused:
      for problem in refused.problems { message(SafeText.clean(problem.text(in: Spoken.language))) }
      return (ExitStatus.data, nil)
    case let refused as ReadBlueprints.Refused:
      for problem in refused.report.problems {
        message(SafeText.clean(problem.text(in: Spoken.language)))
      }
      return (refused.report.isUnreadable ? ExitStatus.noInput : ExitStatus.data, nil)
    case let code as ExitCode: return (code.rawValue, nil)
    default: return usage(error)
    }
  }

  private static func status(of failure: StorageFailure) -> Int32 {
    switch failure {
    case .folderUnusable: ExitStatus.cannotCreate
    case .notOurs, .newer, .damaged: ExitStatus.data
    case .busy, .staleSequence, .replaced: ExitStatus.busy
    case .full, .inputOutput: ExitStatus.inputOutput
    case .readOnly: ExitStatus.permission
    case .missing: ExitStatus.noInput
    case .refused: ExitStatus.bug
    }
  }

  private static func status(of failure: WorkflowFailure) -> Int32 {
    switch failure {
    case .fileUnwritable, .fileExists: ExitStatus.cannotCreate
    case .paperCannotBeFilled, .notebookEmpty, .nothingStarred, .nothingByDigits, .noBanks,
      .plan(.bankEmpty):
      ExitStatus.data
    case .nothingToday, .plan(.done): 0
    case .timeIsOver, .nothingToUndo, .notBeforeYou, .olderBank, .codeTaken, .stateUnreachable:
      ExitStatus.checkFailed
    case .changedMeanwhile: ExitStatus.busy
    case .heldForExam: ExitStatus.permission
    case .notOneQuestion: ExitStatus.data
    case .noSuchField, .fieldFixed, .noSuchType, .nothingToChange, .authorMissing, .reasonUnusable:
      ExitStatus.usage
    case .statuteDiffers, .noStatutes, .blueprintTwice, .sharesNotMet: ExitStatus.data
    case .indexUnreadable: ExitStatus.configuration
    case .noSuchStatute, .noSuchEdition, .noSuchArticle, .noPreamble, .noEditionDate,
      .onlyOneEdition:
      ExitStatus.usage
    case .noSuchBank, .noSuchChapter, .severalChapters, .chapterNeeded, .noSuchQuestion,
      .noSuchLearner, .noSuchUnit,
      .isForgotten, .forgettingUnconfirmed,
      .nameTaken, .nameUnusable, .unitPathUnusable, .streakOutOfRange,
      .newPerDayOutOfRange, .noSuchObjection, .textUnusable, .nothingToFind, .notInExam,
      .emptyPaper,
      .monthsReversed, .zoneUnknown, .hourOutOfRange, .plan, .noSuchBlueprint:
      ExitStatus.usage
    }
  }

  private static func status(of failure: RestoreFailure) -> Int32 {
    switch failure {
    case .notThere: ExitStatus.noInput
    case .notOurs, .newer, .damaged, .inconsistent: ExitStatus.data
    case .isInUse, .unconfirmed: ExitStatus.usage
    case .busy: ExitStatus.busy
    }
  }

  private static func status(of failure: ExamFailure) -> Int32 {
    switch failure {
    case .wrongKey, .keyNeeded, .wrongTicket: ExitStatus.permission
    case .formAltered, .notEligible, .signingKeyUnusable: ExitStatus.data
    case .noSuchAnchor: ExitStatus.noInput
    case .heldElsewhere, .severalOpen, .waveOpen, .examSits, .rehearsalOpen: ExitStatus.busy
    case .noExams, .nothingOpen, .impossible, .notFound, .notOver, .notPublished, .isPublished,
      .waveNotOpen, .waveWasOpened, .otherWave, .tooLate, .hasEnded, .goneElsewhere, .timeIsOver,
      .timeWasGiven, .stillSitting, .tooEarly, .notBegun, .hasBegun, .makeUpTooEarly, .isCancelled,
      .wasHeld, .rehearsalLacks:
      ExitStatus.checkFailed
    case .gradeDiffers: ExitStatus.data
    case .onNetwork: ExitStatus.configuration
    case .noSuchExam, .codeTaken, .codeUnusable, .noCandidates, .roomUnusable, .noSuchWave,
      .noSuchCandidate, .minutesUnusable, .reasonMissing:
      ExitStatus.usage
    }
  }

  private static func status(of failure: AccountFailure) -> Int32 {
    switch failure {
    case .noAccounts, .wrong, .isDisabled, .passwordIsTemporary, .notOwner: ExitStatus.permission
    case .locked: ExitStatus.busy
    case .noSuchAccount, .nameTaken, .nameUnusable, .learnerTaken, .password, .passwordIsOld,
      .passwordsDiffer, .severalAdministrators, .noTerminal, .passwordMissing:
      ExitStatus.usage
    case .lastAdministrator: ExitStatus.checkFailed
    case .passwordFileUnreadable: ExitStatus.noInput
    case .sessionFileUnwritable: ExitStatus.cannotCreate
    case .outOfMemory: ExitStatus.inputOutput
    }
  }

  /// Help, the version, and what the argument parser has to say.
  private static func usage(_ error: any Error) -> (Int32, Wording?) {
    let code = Mingfa.exitCode(for: error).rawValue
    let screen = Screen(TerminalCapabilities(environment: CommandSession.variable))
    // A script for a shell, or the tree of commands as JSON, is for no screen.
    guard code != 0 || !isForProgram else {
      do { try screen.line(Mingfa.fullMessage(for: error)) } catch { return judged(error) }
      return (code, nil)
    }
    // The parser quotes what was typed.
    let text = SafeText.clean(
      localized(Mingfa.fullMessage(for: error, columns: HelpLayout.unbroken)), keepingNewlines: true
    )
    let width = PageStyle(
      width: screen.capabilities.width, language: Spoken.language, plain: false
    ).width
    let lines = HelpLayout.lines(text, width: width)
    if code == 0 {
      // Help and version are what was asked for: data on standard output.
      do { try screen.lines(lines) } catch { return judged(error) }
      return (0, nil)
    }
    for line in lines { screen.message(line) }
    return (code == 1 ? ExitStatus.bug : code, nil)
  }

  private static var isForProgram: Bool {
    Spoken.raw("--generate-completion-script") != nil
      || CommandLine.arguments.contains("--experimental-dump-help")
  }

  static func message(_ text: String) {
    Screen(TerminalCapabilities(environment: CommandSession.variable)).message(text)
  }
}
