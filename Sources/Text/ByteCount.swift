/// Bytes as people read them.
package enum ByteCount {
  /// 512 B, 1.5 KiB, 20 MiB: one decimal below ten, half up.
  package static func text(_ bytes: Int64) -> String {
    var unit = 0
    var divisor: Int64 = 1
    while unit < units.count - 1, bytes / divisor >= 1024 {
      divisor *= 1024
      unit += 1
    }
    if unit == 0 { return "\(bytes) B" }
    let tenths = (bytes * 10 + divisor / 2) / divisor
    if tenths < 100 { return "\(tenths / 10).\(tenths % 10) \(units[unit])" }
    return "\((bytes + divisor / 2) / divisor) \(units[unit])"
  }

  private static let units = ["B", "KiB", "MiB", "GiB", "TiB"]
}
