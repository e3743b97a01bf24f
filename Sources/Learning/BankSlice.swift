/// A run of the practice items of one bank: items `first ..< first + count`.
package struct BankSlice: Hashable, Sendable {
  package var bank: Int64
  package var first: Int
  package var count: Int

  package init(bank: Int64, first: Int, count: Int) {
    self.bank = bank
    self.first = first
    self.count = count
  }
}
