/// Names that people give to learners and plans.
enum UsableName {
  /// The name without blanks at its ends; nil unless it has 1 to 40 characters that can be seen.
  static func name(_ text: String) -> String? {
    let trimmed = String(
      text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    let hasControls = trimmed.unicodeScalars.contains {
      [.control, .format, .lineSeparator, .paragraphSeparator].contains(
        $0.properties.generalCategory)
    }
    return (1...40).contains(trimmed.count) && !hasControls ? trimmed : nil
  }
}
