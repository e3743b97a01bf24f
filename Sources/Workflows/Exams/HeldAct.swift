/// What an invigilator did for candidates of a wave, as it is told to whoever did it.
package enum HeldAct: Hashable, Sendable {
  case gaveTime(minutes: Int, number: String)
  case gaveAll(minutes: Int, candidates: Int)
  case released(number: String)
}
