import Foundation

/// One line of the table: what was measured, against what, and whether the promise is kept.
struct Finding {
  var task: String
  var detail: String
  var ours: Double
  /// The quarter and three quarters of ours; nil for a single value.
  var spread: (low: Double, high: Double)?
  var baseline: Double
  var baselineSpread: (low: Double, high: Double)?
  /// The greatest ratio of ours to the baseline that keeps the promise; nil where a line only informs.
  var limit: Double?
  var unit = Unit.milliseconds

  enum Unit: String {
    case milliseconds = "ms"
    case megabytes = "MB"
    case count = ""

    /// How many of the measured base unit (second, byte, one) make one of this.
    var scale: Double {
      switch self {
      case .milliseconds: 1e-3
      case .megabytes: 1e6
      case .count: 1
      }
    }
  }

  /// Two samples compared at their medians, or at another quantile.
  init(
    _ task: String, _ detail: String, _ ours: Sample, against baseline: Sample, limit: Double?,
    quantile: Double = 0.5
  ) {
    self.task = task
    self.detail = detail
    self.ours = ours.quantile(quantile)
    self.baseline = baseline.quantile(quantile)
    self.limit = limit
    if quantile == 0.5 {
      spread = (ours.quantile(0.25), ours.quantile(0.75))
      baselineSpread = (baseline.quantile(0.25), baseline.quantile(0.75))
    }
  }

  /// A value that has a bound of its own instead of a baseline.
  init(_ task: String, _ detail: String, _ value: Double, atMost bound: Double, unit: Unit) {
    self.task = task
    self.detail = detail
    ours = value
    baseline = bound
    limit = 1
    self.unit = unit
  }

  var ratio: Double { ours / baseline }
  var isKept: Bool { limit.map { ratio <= $0 } ?? true }

  /// The heading and the lines of a table.
  static func table(_ findings: [Finding]) -> String {
    let heading = line("task", "ours (quarters)", "baseline (quarters)", "ratio", "to reach", "")
    return ([heading] + findings.map(\.line)).joined(separator: "\n")
  }

  private var line: String {
    Self.line(
      task + ": " + detail, Self.text(ours, spread, unit),
      Self.text(baseline, baselineSpread, unit), String(format: "%.2f", ratio),
      limit.map { String(format: "%.2f", $0) } ?? "-", isKept ? "" : "MISSED")
  }

  private static func line(
    _ task: String, _ ours: String, _ baseline: String, _ ratio: String, _ limit: String,
    _ verdict: String
  ) -> String {
    let cells = [
      pad(task, 58, left: false), pad(ours, 25), pad(baseline, 25), pad(ratio, 6), pad(limit, 8),
    ]
    return cells.joined(separator: " ") + (verdict.isEmpty ? "" : "  " + verdict)
  }

  private static func pad(_ text: String, _ width: Int, left: Bool = true) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return left ? space + text : text + space
  }

  private static func text(
    _ value: Double, _ spread: (low: Double, high: Double)?, _ unit: Unit
  ) -> String {
    func number(_ value: Double) -> String {
      let scaled = value / unit.scale
      return String(format: unit == .count ? "%.0f" : scaled < 10 ? "%.3f" : "%.1f", scaled)
    }
    guard let spread else { return number(value) + " " + unit.rawValue }
    return "\(number(value)) (\(number(spread.low))-\(number(spread.high))) \(unit.rawValue)"
  }

  /// The fields of a line as JSON takes them; times in seconds, sizes in bytes.
  var fields: [String: Any] {
    var fields: [String: Any] = [
      "task": task, "detail": detail, "ours": ours, "baseline": baseline, "ratio": ratio,
      "kept": isKept,
      "unit": unit == .milliseconds ? "s" : unit == .megabytes ? "byte" : "count",
    ]
    if let limit { fields["to_reach"] = limit }
    if let spread { fields["ours_quarters"] = [spread.low, spread.high] }
    if let baselineSpread {
      fields["baseline_quarters"] = [baselineSpread.low, baselineSpread.high]
    }
    return fields
  }
}
