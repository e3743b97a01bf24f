import Text

/// The lines that tell how little time is left, at 15, 5 and 1 minutes: each once.
struct TimeNotices {
  private static let minutes: [Int64] = [1, 5, 15]
  private var given: Set<Int64>

  /// - Parameter remaining: milliseconds left now; what lies behind them is never told.
  init(remaining: Int64) {
    given = Set(Self.minutes.filter { remaining <= $0 * 60_000 })
  }

  /// The sentence that is due with so many milliseconds left; nil where none is.
  mutating func due(_ remaining: Int64) -> Wording? {
    guard let reached = Self.minutes.first(where: { remaining <= $0 * 60_000 }),
      !given.contains(reached)
    else { return nil }
    // Whoever slept through the earlier ones is not told them now.
    given.formUnion(Self.minutes.filter { $0 >= reached })
    let left = Durations.words(remaining)
    return Wording(zh: "还剩 \(left.zh)", en: "\(left.en) left")
  }
}
