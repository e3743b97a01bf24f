/// How well a question was recalled, as FSRS grades it.
package enum Rating: Int, Hashable, Sendable, CaseIterable {
  case again = 1
  case hard = 2
  case good = 3
  case easy = 4
}
