import Text

/// Names that people give to learners and plans.
enum UsableName {
  /// The name without blanks at its ends; nil unless it has 1 to 40 characters that can be seen.
  static func name(_ text: String) -> String? {
    let trimmed = String(PlainLine.trimmed(text[...]))
    let hasControls = trimmed.unicodeScalars.contains {
      [.control, .format, .lineSeparator, .paragraphSeparator].contains(
        $0.properties.generalCategory)
    }
    return (1...40).contains(trimmed.count) && !hasControls ? trimmed : nil
  }

  /// The same for a person: a number means a learner's number, and one letter is a key at a prompt.
  static func person(_ text: String) -> String? {
    guard let usable = name(text), !usable.allSatisfy(\.isWholeNumber),
      usable.count > 1 || !usable.allSatisfy({ $0.isASCII || $0.isFullWidthLetter })
    else { return nil }
    return usable
  }
}

extension Character {
  /// A letter as an input method in full-width mode types it.
  fileprivate var isFullWidthLetter: Bool {
    unicodeScalars.allSatisfy { (0xFF01...0xFF5E).contains($0.value) }
  }
}
