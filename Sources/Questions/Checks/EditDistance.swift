/// The fewest characters to replace, put in or take out that make one text from another.
enum EditDistance {
  /// The distance of two texts, or nil where it is greater than the limit.
  ///
  /// For each number of edits and each diagonal of the table of both texts only the place is kept up
  /// to which they agree (Ukkonen, "Algorithms for approximate string matching", Information and
  /// Control 64, 1985): few edits cost little more than reading both once, whatever the length.
  static func between(
    _ one: UnsafeBufferPointer<UInt32>, _ other: UnsafeBufferPointer<UInt32>, atMost limit: Int
  ) -> Int? {
    let target = other.count - one.count
    guard abs(target) <= limit else { return nil }
    // Diagonals -limit-1...limit+1; the outermost stay unreached.
    let middle = limit + 1
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 2 * (2 * middle + 1)) { memory in
      memory.initialize(repeating: -2)
      var (before, now) = (0, 2 * middle + 1)
      for edits in 0...limit {
        for diagonal in -edits...edits {
          let place = before + middle + diagonal
          // Replaced, put into the other, taken out of the one.
          var reached = max(memory[place] + 1, memory[place - 1], memory[place + 1] + 1)
          if edits == 0 { reached = 0 }
          reached = min(reached, one.count, other.count - diagonal)
          guard reached >= 0, reached + diagonal >= 0 else {
            memory[now + middle + diagonal] = -2
            continue
          }
          while reached < one.count, reached + diagonal < other.count,
            one[reached] == other[reached + diagonal]
          {
            reached += 1
          }
          if diagonal == target, reached == one.count { return edits }
          memory[now + middle + diagonal] = reached
        }
        swap(&before, &now)
      }
      return nil
    }
  }
}
