import Glibc

/// Why nothing more can be written to standard output.
package enum ScreenFailure: Error, Hashable, Sendable {
  /// The reader of the pipe went away (`mingfa bank list | head`): no failure of ours. The program
  /// ends quietly, with success.
  case closed
  /// No space, quota or size left for the file; with the system's error number.
  case full(Int32)
  /// The stream can't be written; with the system's error number.
  case broken(Int32)

  /// Whether the program ends without a word and with status 0.
  package var endsQuietly: Bool { self == .closed }

  init(errorNumber: Int32) {
    switch errorNumber {
    case EPIPE: self = .closed
    case ENOSPC, EDQUOT, EFBIG: self = .full(errorNumber)
    default: self = .broken(errorNumber)
    }
  }
}
