import Foundation
import Learning
import Seals
import Storage

/// What a workflow needs from the world, handed in so that tests and tours can fix it.
package struct Environment: Sendable {
  package var clock: any Timekeeper
  /// A fresh random seed.
  package var randomSeed: @Sendable () -> UInt64
  /// Fresh random bytes, for keys and codes that nobody may compute.
  package var randomBytes: @Sendable (Int) -> [UInt8]
  /// The data folder.
  package var folder: URL
  /// The folder of the banks that came with the program; nil where it was not found.
  package var shippedBanks: URL?
  /// The index of statutes that came with the program; nil where it was not found.
  package var statuteIndex: URL?
  /// The program and its version, as steps record it.
  package var program: String
  /// What a guess at a password costs; less in tests alone.
  package var passwordCost: PasswordHash.Cost

  package init(
    clock: any Timekeeper, randomSeed: @escaping @Sendable () -> UInt64, folder: URL,
    shippedBanks: URL?, statuteIndex: URL? = nil, program: String,
    passwordCost: PasswordHash.Cost = .standard,
    randomBytes: @escaping @Sendable (Int) -> [UInt8] = FreshBytes.draw
  ) {
    self.clock = clock
    self.randomSeed = randomSeed
    self.folder = folder
    self.shippedBanks = shippedBanks
    self.statuteIndex = statuteIndex
    self.program = program
    self.passwordCost = passwordCost
    self.randomBytes = randomBytes
  }

  /// Whether the data folder is one of tests, in which exams may go by a set clock.
  package var allowsSetClock: Bool { SetClockMark.stands(in: folder.path) }
}
