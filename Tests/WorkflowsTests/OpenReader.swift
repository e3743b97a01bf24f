import GRDB

/// Another program that is in the middle of reading a database.
struct OpenReader {
  private let queue: DatabaseQueue

  init(path: String) throws {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction {
      try $0.execute(sql: "BEGIN; SELECT count (*) FROM learner")
    }
  }

  func close() throws { try queue.close() }
}
