/// Which items an attempt goes through, in which order. Orders over whole banks are computed, not
/// listed; a chosen set of questions is listed and frozen.
package enum ItemPlan: Hashable, Sendable {
  /// One item after the other.
  case inOrder([BankSlice])
  /// All items of the slices, in the random order of the attempt's seed.
  case shuffled([BankSlice])
  /// These questions; those of a case stand together.
  case listed([QuestionRef])

  /// An item by its place in a bank.
  package struct Place: Hashable, Sendable {
    package var bank: Int64
    package var item: Int

    package init(bank: Int64, item: Int) {
      self.bank = bank
      self.item = item
    }
  }

  /// How many items (or listed questions) there are.
  package var count: Int {
    switch self {
    case .inOrder(let slices), .shuffled(let slices): slices.reduce(0) { $0 + $1.count }
    case .listed(let refs): refs.count
    }
  }

  /// The item at an index of the plan; nil for listed plans and outside.
  package func place(at index: Int, seed: UInt64) -> Place? {
    switch self {
    case .inOrder(let slices): return Self.place(at: index, in: slices)
    case .shuffled(let slices):
      return SeededPermutation(count: count, seed: seed)[index].flatMap {
        Self.place(at: $0, in: slices)
      }
    case .listed: return nil
    }
  }

  private static func place(at index: Int, in slices: [BankSlice]) -> Place? {
    guard index >= 0 else { return nil }
    var rest = index
    for slice in slices {
      if rest < slice.count { return Place(bank: slice.bank, item: slice.first + rest) }
      rest -= slice.count
    }
    return nil
  }
}
