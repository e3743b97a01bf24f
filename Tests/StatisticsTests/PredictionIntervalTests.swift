import Foundation
import Statistics
import Testing

/// The range in which the next value lies, by Student's t.
@Suite struct PredictionIntervalTests {
  /// The share of Student's t below a value, by Simpson's rule over its density.
  private static func below(_ value: Double, degrees: Double) -> Double {
    let factor = tgamma((degrees + 1) / 2) / (tgamma(degrees / 2) * (degrees * .pi).squareRoot())
    func density(_ x: Double) -> Double {
      factor * pow(1 + x * x / degrees, -(degrees + 1) / 2)
    }
    let steps = 2000
    let width = value / Double(steps)
    let sum = (0...steps).reduce(0.0) { sum, step in
      let weight = step == 0 || step == steps ? 1.0 : step % 2 == 1 ? 4 : 2
      return sum + weight * density(Double(step) * width)
    }
    return 0.5 + sum * width / 3
  }

  @Test(arguments: 2...9) func `below the table's t lie nine of ten values`(degrees: Int) {
    let share = Self.below(PredictionInterval.t(degrees), degrees: Double(degrees))
    #expect(abs(share - 0.9) < 1e-6)
  }

  @Test func `two values are too few, three are not`() throws {
    #expect(PredictionInterval([0.5, 0.7]) == nil)
    let interval = try #require(PredictionInterval([0.5, 0.6, 0.7]))
    // 0.6 ± 1.885618 · 0.1 · √(4/3)
    #expect(abs(interval.low - 0.382267) < 1e-6)
    #expect(abs(interval.high - 0.817733) < 1e-6)
    #expect(interval.count == 3)
  }

  @Test func `equal values give a point, and only the last ten count`() throws {
    let interval = try #require(PredictionInterval([0.1, 0.2] + Array(repeating: 0.8, count: 10)))
    #expect(interval.count == 10)
    #expect(abs(interval.low - 0.8) < 1e-9 && abs(interval.high - 0.8) < 1e-9)
  }

  @Test(arguments: [3, 5, 10]) func `four of five next values lie within`(count: Int) {
    // The sum of twelve even chances is nearly normal.
    var state: UInt64 = 7
    func even() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    func normal() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + even() } }
    let rounds = 20_000
    let within = (0..<rounds).count { _ in
      let values = (0..<count).map { _ in normal() }
      let next = normal()
      return PredictionInterval(values).map { ($0.low...$0.high).contains(next) } ?? false
    }
    #expect(abs(Double(within) / Double(rounds) - 0.8) < 0.012)
  }
}
