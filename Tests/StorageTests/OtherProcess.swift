import GRDB

/// Another connection to a database, which may hold it between statements as another process would.
struct OtherProcess {
  private let queue: DatabaseQueue

  init(path: String) throws {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    queue = try DatabaseQueue(path: path, configuration: configuration)
  }

  func run(_ sql: String) throws {
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  func number(_ sql: String) throws -> Int? {
    try queue.read { try Int.fetchOne($0, sql: sql) }
  }
}
