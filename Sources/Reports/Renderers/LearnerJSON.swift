/// A `LearnerDocument` as JSON, piece by piece: the steps may be many, so they are never all held as
/// text at a time.
package struct LearnerJSON {
  private let put: (String) throws -> Void
  /// What was not handed on yet.
  private var block: String
  private var isFirst = true

  /// Bytes of a piece, about.
  private static let blockSize = 1 << 16

  /// Begins the document.
  ///
  /// - Parameter put: takes each piece of text in order.
  /// - Throws: an encoder's error.
  package init(_ document: LearnerDocument, to put: @escaping (String) throws -> Void) throws {
    self.put = put
    // In the order of the alphabet the steps are the last field: the object is left open for them.
    block = try String(JSONText.encode(document).dropLast(3)) + ",\n  \"steps\" : ["
  }

  /// Adds a step behind the last.
  ///
  /// - Throws: what `put` throws.
  package mutating func add(_ step: LearnerStep) throws {
    block += isFirst ? "" : ","
    isFirst = false
    // No text in JSON holds a line feed, so each one begins a line of the layout.
    for line in try JSONText.encode(step).split(separator: "\n") { block += "\n    " + line }
    guard block.utf8.count >= Self.blockSize else { return }
    try put(block)
    block.removeAll(keepingCapacity: true)
  }

  /// Ends the document.
  ///
  /// - Throws: what `put` throws.
  package func end() throws { try put(block + (isFirst ? "]\n}\n" : "\n  ]\n}\n")) }
}
