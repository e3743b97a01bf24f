import Foundation

/// The tasks, their table and their JSON.
struct Benchmark {
  private var only: String?
  private var jsonPath = ".build/bench.json"
  /// Stems to be searched by this very program, as a process whose memory can be seen.
  private var stemsPath: String?
  /// A sitting of an exam, by this very program, as one process of many.
  private var sitting: String?

  init(arguments: [String]) throws {
    var words = arguments[...]
    while let word = words.popFirst() {
      guard let value = words.popFirst() else { throw Obstacle.usage(word) }
      switch word {
      case "--only" where Self.tasks.contains(value): only = value
      case "--near": stemsPath = value
      case "--sit": sitting = value
      case "--json": jsonPath = value
      default: throw Obstacle.usage("\(word) \(value)")
      }
    }
  }

  private static let tasks = [
    "start", "answer", "home", "load", "schedule", "plan", "law", "assembly", "sitting",
    "verify", "near",
  ]

  /// Returns whether every promise was kept.
  func run() throws -> Bool {
    if let stemsPath {
      try NearTask.search(stemsPath)
      return true
    }
    if let sitting {
      try SittingTask.sit(sitting)
      return true
    }
    // Told before the other tasks have taken their minutes.
    let near = only == nil || only == "near" ? try NearBaseline() : nil
    let bench = try Workbench(environment: ProcessInfo.processInfo.environment)
    defer { bench.clear() }
    var findings: [Finding] = []
    if only == nil || only == "load" { findings += try LoadTask(bench: bench).run() }
    if only == nil || only == "start" { findings += try StartTask(bench: bench).run() }
    if only == nil || only == "answer" { findings += try AnswerTask(bench: bench).run() }
    if only == nil || only == "home" { findings += try HomeTask(bench: bench).run() }
    if only == nil || only == "schedule" { findings += try ScheduleTask(bench: bench).run() }
    if only == nil || only == "plan" { findings += try PlanTask(bench: bench).run() }
    if only == nil || only == "law" { findings += try LawTask(bench: bench).run() }
    if only == nil || only == "assembly" { findings += try AssemblyTask(bench: bench).run() }
    if only == nil || only == "sitting" { findings += try SittingTask(bench: bench).run() }
    if only == nil || only == "verify" { findings += try VerifyTask(bench: bench).run() }
    if let near { findings += try NearTask(bench: bench, baseline: near).run() }
    print(Finding.table(findings))
    let report: [String: Any] = [
      "schema": "mingfa.bench/1", "seed": Workbench.seed, "findings": findings.map(\.fields),
    ]
    let json = try JSONSerialization.data(
      withJSONObject: report, options: [.prettyPrinted, .sortedKeys])
    try json.write(to: URL(fileURLWithPath: jsonPath))
    bench.note("the same as JSON: \(jsonPath)")
    return findings.allSatisfy(\.isKept)
  }
}
