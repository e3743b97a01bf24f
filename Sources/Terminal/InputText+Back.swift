extension InputText {
  /// Whether a line asks for the level above: 0 or q, which are no answer where this is asked.
  static func meansBack(_ line: String) -> Bool {
    ["0", "q"].contains(narrowed(line).lowercased())
  }
}
