import Exams
import Testing

/// Who sits where before which form.
@Suite struct SeatPlanTests {
  @Test(arguments: [
    (seats: 30, perRow: 6, forms: 2), (seats: 30, perRow: 5, forms: 2),
    (seats: 7, perRow: 3, forms: 3), (seats: 1, perRow: 1, forms: 2), (seats: 12, perRow: 1, forms: 4),
  ])
  func `neighbours beside and behind have different forms, and none comes back later`(
    seats: Int, perRow: Int, forms: Int
  ) {
    let plan = SeatPlan(seats: seats, perRow: perRow, formsPerWave: forms)
    let places = plan.places(for: 65)
    #expect(places.count == 65)
    #expect(Set(places.map { [$0.wave, $0.number] }).count == 65)
    for (index, place) in places.enumerated() {
      let column = (place.number - 1) % perRow
      for other in places[(index + 1)...] where other.wave == place.wave {
        let isBeside = other.number == place.number + 1 && column + 1 < perRow
        let isBehind = other.number == place.number + perRow
        if isBeside || isBehind { #expect(place.form != other.form) }
      }
      for other in places where other.wave != place.wave { #expect(other.form != place.form) }
      #expect(place.form < plan.forms(for: 65))
    }
  }

  @Test func `forms come back where that is allowed`() {
    let plan = SeatPlan(seats: 10, perRow: 5, formsPerWave: 2, repeatsForms: true)
    #expect(plan.forms(for: 35) == 2)
    #expect(Set(plan.places(for: 35).map(\.form)) == [0, 1])
    #expect(plan.waves(for: 35) == 4)
  }
}
