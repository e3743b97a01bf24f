/// The blanks of a fill-in stem: runs of two underscores or more, full-width ones too.
package enum StemBlanks {
  /// How many blanks a stem has.
  package static func count(in stem: String) -> Int {
    var count = 0
    var run = 0
    for scalar in stem.unicodeScalars {
      if scalar == "_" || scalar == "＿" {
        run += 1
        if run == 2 { count += 1 }
      } else {
        run = 0
      }
    }
    return count
  }
}
