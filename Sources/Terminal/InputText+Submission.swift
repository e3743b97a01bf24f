extension InputText {
  /// Whether a line is the word that hands a paper in.
  ///
  /// - Parameter asCommand: whether the command, with its colon, is as clear as the word.
  static func handsIn(_ line: String, asCommand: Bool = false) -> Bool {
    var word = narrowed(line).lowercased()
    if asCommand, word.first == ":" { word.removeFirst() }
    return ["交卷", "submit"].contains(word)
  }
}
