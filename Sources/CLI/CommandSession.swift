import ArgumentParser
import Foundation
import Learning
import People
import Terminal
import Text
import Workflows

/// What a command works with: screen, language, and the data folder once it is asked for.
final class CommandSession {
  let options: GlobalOptions
  let screen: Screen
  let environment: Environment
  let isInteractive: Bool

  init(_ options: GlobalOptions) throws {
    self.options = options
    let capabilities = TerminalCapabilities(
      environment: Self.variable, noColour: options.noColor, plain: options.plain)
    screen = Screen(capabilities)
    isInteractive = capabilities.isInteractive && !options.noInput
    environment = try Self.environment(options)
  }

  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  private static func environment(_ options: GlobalOptions) throws -> Environment {
    let seed = try seed()
    return Environment(
      clock: try clock(), randomSeed: { seed }, folder: folder(options),
      shippedBanks: shippedBanks(), statuteIndex: statuteIndex(), program: Version.text)
  }

  /// What chance begins with where no `--seed` says it: drawn, or set by MINGFA_SEED for tours and
  /// reproducible reports.
  private static func seed() throws -> UInt64 {
    guard let text = variable("MINGFA_SEED"), !text.isEmpty else {
      var seeds = SystemRandomNumberGenerator()
      return seeds.next() >> 1
    }
    guard let seed = UInt64(text), seed <= .max >> 1 else { throw Failure.badSeed(text) }
    return seed
  }

  /// The clocks of the computer, or, for tours and reproducible reports, a set one:
  /// `MINGFA_CLOCK=2026-11-24T08:00:00Z`, optionally with `+MILLISECONDS` between two readings.
  private static func clock() throws -> any Timekeeper {
    guard let text = variable("MINGFA_CLOCK"), !text.isEmpty else { return SystemClocks() }
    let parts = text.split(separator: "+", maxSplits: 1)
    guard let start = parts.first.flatMap({ try? Date(String($0), strategy: .iso8601) }) else {
      throw Failure.badClock(text)
    }
    let stride = parts.count == 2 ? Int64(parts[1]) ?? 0 : 0
    return SteppedClock(start: Int64(start.timeIntervalSince1970) * 1000, stride: stride)
  }

  /// Exams and accounts go by the clocks of the computer: whoever could set one would stand still in time.
  /// Where the data folder says that it is one of tests, a set clock will do.
  ///
  /// - Throws: `Failure.clockIsSet`.
  func refuseSetClock() throws {
    guard environment.clock is SystemClocks || environment.allowsSetClock else {
      throw Failure.clockIsSet
    }
  }

  /// `--data`, else MINGFA_DATA, else the XDG data folder.
  private static func folder(_ options: GlobalOptions) -> URL { chosenFolder(options).url }

  /// The data folder, and who chose it.
  static func chosenFolder(_ options: GlobalOptions) -> (url: URL, source: HealthFact.Source) {
    if let named = options.data ?? Spoken.raw("--data"), !named.isEmpty {
      return (absolute(named), .option("--data"))
    }
    if let named = variable("MINGFA_DATA"), !named.isEmpty {
      return (absolute(named), .variable("MINGFA_DATA", named))
    }
    if let xdg = variable("XDG_DATA_HOME"), xdg.hasPrefix("/") {
      return (absolute(xdg + "/mingfa"), .variable("XDG_DATA_HOME", xdg))
    }
    return (absolute((variable("HOME") ?? "/") + "/.local/share/mingfa"), .usual)
  }

  private static func absolute(_ path: String) -> URL {
    if path.hasPrefix("/") { return URL(fileURLWithPath: path, isDirectory: true) }
    return URL(
      fileURLWithPath: FileManager.default.currentDirectoryPath + "/" + path, isDirectory: true)
  }

  /// The banks that came with the program: MINGFA_BANKS, else beside the installed program.
  private static func shippedBanks() -> URL? {
    if let named = variable("MINGFA_BANKS"), !named.isEmpty { return absolute(named) }
    guard let path = installed("questionbanks"), access(path, R_OK) == 0 else { return nil }
    return URL(fileURLWithPath: path, isDirectory: true)
  }

  /// The index of statutes: beside the banks that MINGFA_BANKS names, else beside the installed
  /// program, else in the checkout whose build runs. The first that is there.
  private static func statuteIndex() -> URL? {
    var folders: [String?] = [installed("statutes")]
    if let named = variable("MINGFA_BANKS"), !named.isEmpty {
      folders.insert(absolute(named).deletingLastPathComponent().path + "/statutes", at: 0)
    }
    if let program = programPath, let build = program.range(of: "/.build/") {
      folders.append(program[..<build.lowerBound] + "/statutes")
    }
    let paths = folders.compactMap { $0.map { $0 + "/index.txt" } }
    return paths.first { access($0, R_OK) == 0 }.map { URL(fileURLWithPath: $0) }
  }

  /// Where an installed program has what came with it.
  private static func installed(_ name: String) -> String? {
    programPath.map { program in
      let prefix = ((program as NSString).deletingLastPathComponent as NSString)
        .deletingLastPathComponent
      return prefix + "/share/mingfa/" + name
    }
  }

  /// The file that runs.
  static var programPath: String? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer.prefix(count), as: UTF8.self) : nil
  }

  private(set) lazy var talk = Conversation(
    screen: screen,
    reader: lineReader(for: screen.capabilities, historyFolder: historyFolder),
    language: Spoken.language, isInteractive: isInteractive)

  /// The conversation in home and practice: on a computer that several learners share it asks after ten
  /// minutes without a key whether the person is still the same.
  func sharedTalk(_ data: MingfaData) -> Conversation {
    guard isInteractive else { return talk }
    let editing = EditLearners(data, actor: actor)
    let check = PresenceCheck(
      talk, clock: environment.clock, isShared: { (try? editing.isShared()) ?? false })
    return Conversation(
      screen: screen, reader: check, language: Spoken.language, isInteractive: true)
  }

  private var historyFolder: String? {
    access(environment.folder.path, W_OK) == 0 ? environment.folder.path : nil
  }

  /// Opens the data folder.
  func openData() throws -> MingfaData {
    let data = try MingfaData(environment)
    AfterWork.watch(data)
    return data
  }

  /// Who acts: at the command line nobody has signed in yet.
  let actor = CommandSession.unnamed
  static let unnamed = Actor()

  /// Who has signed in at this terminal; nobody where none has, and nobody is asked.
  ///
  /// - Throws: `StorageFailure`.
  func actor(in data: MingfaData) throws -> Actor {
    guard let token = SessionFile(environment.folder)?.token(),
      let account = try SignIn(data).resume(token)
    else { return actor }
    return Actor(account)
  }

  /// Tells that questions are held back, and why.
  func note(held count: Int) {
    guard count > 0 else { return }
    note(
      Wording(
        zh: "有 \(count) 道题在考试的卷上，公布成绩前不显示；培训员和管理员登录（mingfa sign-in）后可以查看",
        en:
          "\(count) questions are on the papers of exams and are not shown before the results are "
          + "published; trainers and administrators see them once signed in (mingfa sign-in)"))
  }

  /// Prints lines, or a value as JSON.
  func print(_ format: OutputFormat, json: () throws -> String, text: () throws -> [String]) throws
  {
    switch format {
    case .json: try screen.write(try json())
    case .text: try screen.lines(try text())
    }
  }

  /// A sentence on standard error.
  func note(_ wording: Wording) { talk.warn(wording) }

  var style: PageStyle { talk.style }
}
