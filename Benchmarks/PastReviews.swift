import GRDBSQLite
import Learning
import Questions

/// A year of a diligent learner, made from a seed and written straight into the database: attempts of a
/// hundred answers, each a step with the one that put its question, and the memories that follow from
/// them. The newest attempt is at random and still open.
struct PastReviews {
  /// So many answers there are.
  static let answers = 1_000_000
  /// So many questions of the bank were seen; the rest are new.
  static let seen = 80_000
  /// Study days with practice.
  static let days = 300
  private static let size = 100
  /// Right answers in a row that take a question out of the notebook.
  private static let needed = MistakeNotebook.usualStreak

  /// The study day after the last one, and 12:00 of it in China, in UTC milliseconds.
  static let today = 20_781
  static let noon = Int64(today) * 86_400_000 + 4 * 3_600_000

  private let database: Connection
  private let learner: Int64
  private let refs: [QuestionRef]
  private var dice = SplitMix(seed: Workbench.seed)
  /// By question, in the order of the bank.
  private var memories: [QuestionMemory]
  private var sources: [(attempt: Int64, sequence: Int)]
  private var attempt: Int64 = 0
  private var counter: Int64 = 0

  /// - Parameter path: of a database with one bank and one learner, in which nothing was practised.
  private init(path: String) throws {
    database = try Connection(path: path)
    learner = try database.rows("SELECT max (id) FROM learner")[0][0]
    refs = try database.rows(
      "SELECT id, version_id FROM question WHERE item IS NOT NULL ORDER BY bank_id, item, part"
    ).map { QuestionRef(question: $0[0], version: $0[1]) }
    memories = Array(repeating: QuestionMemory(), count: refs.count)
    sources = Array(repeating: (0, 0), count: refs.count)
  }

  static func write(to path: String) throws {
    var past = try PastReviews(path: path)
    try past.database.run("PRAGMA synchronous = OFF; BEGIN")
    try past.practise()
    try past.writeMemories()
    try past.database.run("COMMIT; PRAGMA wal_checkpoint (TRUNCATE)")
  }

  private mutating func practise() throws {
    let attempts = Self.answers / Self.size
    var due = Array(repeating: [Int](), count: Self.days + 1)
    var met = 0
    for number in 0..<attempts {
      let day = number * Self.days / attempts
      // The first attempt is all new: there is nothing else to ask.
      let goal = max(Self.size, Self.seen * (number + 1) / attempts)
      var chosen: [Int] = []
      while met < goal, chosen.count < Self.size {
        chosen.append(met)
        met += 1
      }
      var taken = Set(chosen)
      while chosen.count < Self.size {
        // What is due; where nothing is, what was seen before.
        let next = due[day].popLast() ?? Int(dice.next() % UInt64(met))
        if taken.insert(next).inserted { chosen.append(next) }
      }
      let isLast = number == attempts - 1
      try open(chosen, on: day, at: number, isLast: isLast)
      for (place, question) in chosen.enumerated() {
        let isRight = dice.next() % 8 > 0
        try answer(question, at: place, isRight: isRight, on: day, number: number)
        let back = max(day + 1, (memories[question].review?.dueDay ?? 0) - Self.today + Self.days)
        if back < Self.days { due[back].append(question) }
      }
      if !isLast { try finish(on: day, number: number) }
      // Who did not come to it today has it tomorrow.
      if number + 1 < attempts, (number + 1) * Self.days / attempts > day {
        due[day + 1] += due[day]
        due[day] = []
      }
    }
  }

  private func moment(_ day: Int, _ number: Int, _ place: Int) -> Int64 {
    let perDay = Self.answers / Self.size / Self.days + 1
    return Self.noon - Int64(Self.days - day) * 86_400_000
      + Int64(number % perDay * Self.size * 12_000 / 10 + place * 12_000)
  }

  private mutating func open(_ chosen: [Int], on day: Int, at number: Int, isLast: Bool) throws {
    attempt += 1
    let list = chosen.map { "\(refs[$0].question),\(refs[$0].version)" }.joined(separator: ",")
    let bank = 1
    let plan =
      isLast
      ? "{\"kind\":\"shuffle\",\"slices\":[[\(bank),0,\(refs.count)]]}"
      : "{\"kind\":\"list\",\"list\":[\(list)]}"
    try database.insert(
      """
      INSERT INTO attempt (id, station_id, learner_id, kind, mode, seed, plan, category, opened_utc,
        opened_monotonic, opened_boot, program)
      VALUES (?, 1, ?, 'practice', ?, 7, ?, 'other', ?, ?, 'bench', 'bench')
      """,
      [
        .number(attempt), .number(learner), .text(isLast ? "random" : "today"), .text(plan),
        .number(moment(day, number, 0)), .number(moment(day, number, 0)),
      ])
    try database.insert(
      "INSERT INTO attempt_bank (attempt_id, bank_id) VALUES (?, ?)",
      [.number(attempt), .number(Int64(bank))])
    if isLast {
      try database.insert(
        "INSERT INTO open_attempt (attempt_id, learner_id) VALUES (?, ?)",
        [.number(attempt), .number(learner)])
    }
  }

  private mutating func answer(
    _ question: Int, at place: Int, isRight: Bool, on day: Int, number: Int
  ) throws {
    try step(
      "start", refs[question], 2 * place + 1, "{\"index\":\(place),\"order\":[1,2,3,4]}", nil,
      moment(day, number, place))
    try step(
      "answer", refs[question], 2 * place + 2,
      "{\"hits\":\(isRight ? 1 : 0),\"response\":{\"options\":[1]},\"total\":1}", isRight ? 3 : 1,
      moment(day, number, place) + 9_000)
    let record = AnswerRecord(
      verdict: isRight ? .right : .wrong, day: Self.today - Self.days + day)
    memories[question] = memories[question].after(record, needed: Self.needed)
    sources[question] = (attempt, 2 * place + 2)
  }

  private mutating func finish(on day: Int, number: Int) throws {
    try step(
      "finish", nil, 2 * Self.size + 1, "{\"reason\":\"completed\"}", nil,
      moment(day, number, Self.size - 1) + 12_000)
  }

  private mutating func step(
    _ kind: String, _ ref: QuestionRef?, _ sequence: Int, _ payload: String, _ verdict: Int64?,
    _ utc: Int64
  ) throws {
    counter += 1
    try database.insert(
      """
      INSERT INTO step (station_id, counter, attempt_id, sequence, kind, question_id, version_id,
        payload, verdict, learner_id, actor_id, utc, monotonic, boot, program)
      VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'bench', 'bench')
      """,
      [
        .number(counter), .number(attempt), .number(Int64(sequence)), .text(kind),
        .number(ref?.question), .number(ref?.version), .text(payload), .number(verdict),
        .number(learner), .number(learner), .number(utc), .number(utc),
      ])
  }

  private func writeMemories() throws {
    for (index, memory) in memories.enumerated() {
      guard let review = memory.review else { continue }
      try database.insert(
        """
        INSERT INTO question_memory (learner_id, question_id, answered, right, streak, in_notebook,
          is_due, attempt_id, sequence, stability, difficulty, first_day, last_day, due_day)
        VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .number(learner), .number(refs[index].question), .number(Int64(memory.answered)),
          .number(Int64(memory.right)), .number(Int64(memory.streak)),
          .number(memory.inNotebook ? 1 : 0), .number(sources[index].attempt),
          .number(Int64(sources[index].sequence)), .fraction(review.state.stability),
          .fraction(review.state.difficulty), .number(Int64(review.firstDay)),
          .number(Int64(review.lastDay)), .number(Int64(review.dueDay)),
        ])
    }
  }
}

/// A connection straight on the C interface, which keeps each statement that it prepared.
private final class Connection {
  enum Value {
    case number(Int64?)
    case fraction(Double)
    case text(String)
  }

  private var handle: OpaquePointer?
  private var statements: [String: OpaquePointer] = [:]
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(path: String) throws {
    guard sqlite3_open(path, &handle) == SQLITE_OK else { throw failure }
  }

  deinit {
    for statement in statements.values { sqlite3_finalize(statement) }
    sqlite3_close(handle)
  }

  private var failure: Obstacle {
    .wrongResult("past reviews: \(String(cString: sqlite3_errmsg(handle)))")
  }

  func run(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
  }

  private func prepared(_ sql: String) throws -> OpaquePointer? {
    if let statement = statements[sql] { return statement }
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { throw failure }
    statements[sql] = statement
    return statement
  }

  func insert(_ sql: String, _ values: [Value]) throws {
    let statement = try prepared(sql)
    for (place, value) in zip(Int32(1)..., values) {
      switch value {
      case .number(let number?): sqlite3_bind_int64(statement, place, number)
      case .number(nil): sqlite3_bind_null(statement, place)
      case .fraction(let fraction): sqlite3_bind_double(statement, place, fraction)
      case .text(let text): sqlite3_bind_text(statement, place, text, -1, Self.copied)
      }
    }
    let status = sqlite3_step(statement)
    sqlite3_reset(statement)
    guard status == SQLITE_DONE else { throw failure }
  }

  /// All rows, as whole numbers.
  func rows(_ sql: String) throws -> [[Int64]] {
    let statement = try prepared(sql)
    defer { sqlite3_reset(statement) }
    var rows: [[Int64]] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      rows.append((0..<sqlite3_column_count(statement)).map { sqlite3_column_int64(statement, $0) })
    }
    return rows
  }
}
