/// Who sits when and where, and before which form 编排: candidates fill the seats of a wave in their order;
/// neighbours have different forms, and no form comes back in a later wave.
package struct SeatPlan: Hashable, Sendable {
  /// One candidate's place.
  package struct Seat: Hashable, Sendable {
    /// From 1.
    package var wave: Int
    /// From 1, within the wave.
    package var number: Int
    /// The position of the form among all forms, from 0.
    package var form: Int

    package init(wave: Int, number: Int, form: Int) {
      self.wave = wave
      self.number = number
      self.form = form
    }
  }

  /// Seats in a room.
  package var seats: Int
  /// Seats in a row, so that who sits behind whom is known; 1 where there is no row.
  package var perRow: Int
  /// Forms that lie in the room at once; 1 where neighbours may have the same.
  package var formsPerWave: Int
  /// Whether forms come back in later waves.
  package var repeatsForms: Bool

  package init(seats: Int, perRow: Int = 1, formsPerWave: Int = 2, repeatsForms: Bool = false) {
    self.seats = max(1, seats)
    self.perRow = max(1, perRow)
    self.formsPerWave = max(1, formsPerWave)
    self.repeatsForms = repeatsForms
  }

  /// How many waves this many candidates take.
  package func waves(for candidates: Int) -> Int { (candidates + seats - 1) / seats }

  /// How many forms they need altogether.
  package func forms(for candidates: Int) -> Int {
    repeatsForms ? formsPerWave : formsPerWave * waves(for: candidates)
  }

  /// The places of this many candidates, in their order. Beside each other and behind each other the
  /// forms differ, where there are two or more: each row begins one form later than the one before.
  package func places(for candidates: Int) -> [Seat] {
    (0..<max(0, candidates)).map { candidate in
      let (wave, seat) = candidate.quotientAndRemainder(dividingBy: seats)
      let (row, column) = seat.quotientAndRemainder(dividingBy: perRow)
      let form = (column + row) % formsPerWave
      return Seat(
        wave: wave + 1, number: seat + 1,
        form: repeatsForms ? form : wave * formsPerWave + form)
    }
  }
}
