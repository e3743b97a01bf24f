/// A language in which Mingfa speaks.
package enum Language: String, CaseIterable, Sendable, Codable {
  case chinese = "zh"
  case english = "en"

  /// The language for a person's session.
  ///
  /// An explicit choice wins. Else the locale decides: only a locale that names a language other
  /// than Chinese gives English; C, POSIX, C.UTF-8 and no locale at all say nothing about the
  /// reader, and the readers of this program read Chinese.
  ///
  /// - Parameters:
  ///   - explicit: the value of `--lang`, if given.
  ///   - environment: looked up in POSIX order: LC_ALL, LC_MESSAGES, LANG.
  package static func chosen(
    explicit: Language?, environment: (String) -> String?
  ) -> Language {
    if let explicit { return explicit }
    let locale =
      ["LC_ALL", "LC_MESSAGES", "LANG"]
      .compactMap { environment($0) }
      .first { !$0.isEmpty } ?? ""
    let tongue = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" }
    switch tongue {
    case "", "C", "POSIX", "zh": return .chinese
    default: return .english
    }
  }
}
