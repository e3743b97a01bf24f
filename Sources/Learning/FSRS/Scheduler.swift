import CMath

/// FSRS-6, the spaced-repetition algorithm published by the open-spaced-repetition project: how a
/// review changes what is remembered, and when the next one is due. Times are whole study days; a
/// review on the day of the last one is a same-day review. There are no learning steps and no fuzz:
/// the same reviews always give the same dates.
package struct Scheduler: Sendable {
  /// With the published parameters.
  package static let standard = Scheduler(.standard)

  /// Stabilities never fall below this many days.
  static let leastStability = 0.001

  let parameters: SchedulerParameters
  // Each of these is the same for all reviews, hence worked out once.
  private let initialStability: [Double]
  private let initialDifficulty: [Double]
  /// What difficulty drifts to: that of a first "easy", beyond the bounds if need be.
  private let meanDifficulty: Double
  let decay: Double
  let factor: Double
  private let inverseDecay: Double
  private let intervalScale: Double
  let recallGain: Double
  private let sameDayGain: [Double]
  let forgetBound: Double

  package init(_ parameters: SchedulerParameters) {
    self.parameters = parameters
    let w = parameters.weights
    func firstDifficulty(_ rating: Rating) -> Double {
      w[4] - shim_exp(w[5] * Double(rating.rawValue - 1)) + 1
    }
    initialStability = Rating.allCases.map { max(w[$0.rawValue - 1], Self.leastStability) }
    initialDifficulty = Rating.allCases.map { Self.bounded(firstDifficulty($0)) }
    meanDifficulty = firstDifficulty(.easy)
    decay = -w[20]
    inverseDecay = 1 / decay
    factor = shim_pow(0.9, inverseDecay) - 1
    intervalScale = (shim_pow(parameters.retention, inverseDecay) - 1) / factor
    recallGain = shim_exp(w[8])
    sameDayGain = Rating.allCases.map { shim_exp(w[17] * (Double($0.rawValue - 3) + w[18])) }
    forgetBound = shim_exp(w[17] * w[18])
  }

  /// The chance of recall so many days after the last review:
  /// R(t, S) = (1 + factor · t / S) ^ decay, which is 0.9 at t = S.
  package func recall(_ state: MemoryState, after days: Int) -> Double {
    recall(state.stability, after: days)
  }

  /// The same from the stability alone, in days.
  package func recall(_ stability: Double, after days: Int) -> Double {
    shim_pow(1 + factor * Double(max(0, days)) / stability, decay)
  }

  /// The state after a review.
  ///
  /// - Parameters:
  ///   - state: nil at the first review.
  ///   - days: whole study days since the last review; 0 on the same day. Negative, where a clock
  ///     was set back, counts as 0.
  package func state(
    after rating: Rating, of state: MemoryState?, days: Int
  ) -> MemoryState {
    let place = rating.rawValue - 1
    guard let state else {
      return MemoryState(
        stability: initialStability[place], difficulty: initialDifficulty[place])
    }
    let stability =
      if days < 1 {
        sameDayStability(state, rating)
      } else if rating == .again {
        forgottenStability(state, recall: recall(state, after: days))
      } else {
        recalledStability(state, rating, recall: recall(state, after: days))
      }
    return MemoryState(
      stability: max(stability, Self.leastStability),
      difficulty: difficulty(after: rating, of: state.difficulty))
  }

  /// Whole days from a review to the next, at least 1: when recall has fallen to the wanted
  /// retention, I(r, S) = S / factor · (r ^ (1 / decay) - 1).
  package func interval(_ state: MemoryState) -> Int {
    // Halves to even, as the reference rounds.
    let days = (state.stability * intervalScale).rounded(.toNearestOrEven)
    return Int(min(max(days, 1), Double(parameters.longestInterval)))
  }

  // MARK: The formulas

  /// S' = S · e^(w17 · (G - 3 + w18)) · S^-w19; no less than S unless forgotten.
  private func sameDayStability(_ state: MemoryState, _ rating: Rating) -> Double {
    let gain =
      sameDayGain[rating.rawValue - 1] * shim_pow(state.stability, -parameters.weights[19])
    return state.stability * (rating == .again ? gain : max(gain, 1))
  }

  /// S' = S · (1 + e^w8 · (11 - D) · S^-w9 · (e^(w10 · (1 - R)) - 1) · penalty of hard · bonus of easy).
  private func recalledStability(
    _ state: MemoryState, _ rating: Rating, recall: Double
  ) -> Double {
    let w = parameters.weights
    let change: Double =
      switch rating {
      case .hard: w[15]
      case .easy: w[16]
      case .again, .good: 1
      }
    return state.stability
      * (1 + recallGain * (11 - state.difficulty) * shim_pow(state.stability, -w[9])
        * (shim_exp((1 - recall) * w[10]) - 1) * change)
  }

  /// S' = w11 · D^-w12 · ((S + 1)^w13 - 1) · e^(w14 · (1 - R)), at most S / e^(w17 · w18).
  private func forgottenStability(_ state: MemoryState, recall: Double) -> Double {
    let w = parameters.weights
    let stability =
      w[11] * shim_pow(state.difficulty, -w[12]) * (shim_pow(state.stability + 1, w[13]) - 1)
      * shim_exp((1 - recall) * w[14])
    return min(stability, state.stability / forgetBound)
  }

  /// D' = w7 · D0(easy) + (1 - w7) · (D - w6 · (G - 3) · (10 - D) / 9), from 1 to 10.
  private func difficulty(after rating: Rating, of difficulty: Double) -> Double {
    let w = parameters.weights
    let change = -w[6] * Double(rating.rawValue - 3)
    let damped = difficulty + (10 - difficulty) * change / 9
    return Self.bounded(w[7] * meanDifficulty + (1 - w[7]) * damped)
  }

  private static func bounded(_ difficulty: Double) -> Double { min(max(difficulty, 1), 10) }
}
