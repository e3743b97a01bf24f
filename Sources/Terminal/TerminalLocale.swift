import Glibc

/// The character set in which readline counts: without a UTF-8 locale it edits bytes, and one
/// backspace leaves two thirds of a Chinese character.
package enum TerminalLocale {
  /// Tried in turn where the environment gives no UTF-8; the first is part of Debian's libc.
  static let fallbacks = ["C.UTF-8", "C.utf8", "zh_CN.UTF-8", "en_US.UTF-8"]

  /// The locale to put in LC_ALL while readline starts; nil where the environment's own is UTF-8.
  /// - Parameters:
  ///   - isUTF8: sets a locale (empty: the environment's) and says whether its characters are UTF-8.
  static func replacement(isUTF8: (String) -> Bool) -> Result<String?, Missing> {
    if isUTF8("") { return .success(nil) }
    guard let found = fallbacks.first(where: isUTF8) else { return .failure(Missing()) }
    return .success(found)
  }

  struct Missing: Error, Equatable {}

  /// Sets the process's character set and runs `start`, which may look at the environment. Of the
  /// locale nothing else is used here, and each part is a file to be opened at every start.
  ///
  /// Readline 8.2 sets LC_CTYPE again from the environment when it starts, so a replacement must
  /// stand there meanwhile; afterwards readline only compares and leaves the locale alone.
  /// - Returns: what the person should know, if anything.
  static func establish(
    environment: (String) -> String?, whileStarting start: () -> Void
  ) -> TerminalFact? {
    let result = replacement(isUTF8: { name in
      setlocale(LC_CTYPE, name) != nil && codeset() == "UTF-8"
    })
    switch result {
    case .success(nil):
      start()
      return nil
    case .success(let name?):
      let before = environment("LC_ALL")
      setenv("LC_ALL", name, 1)
      start()
      if let before { setenv("LC_ALL", before, 1) } else { unsetenv("LC_ALL") }
      return nil
    case .failure:
      setlocale(LC_CTYPE, "")
      start()
      let asked = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment($0) }
      return .noUTF8Locale(asked: asked.first { !$0.isEmpty } ?? "C")
    }
  }

  /// The locale that lines are edited in, and its character set.
  package static func inForce() -> (name: String, characterSet: String) {
    let found = replacement { setlocale(LC_ALL, $0) != nil && codeset() == "UTF-8" }
    if case .failure = found { setlocale(LC_ALL, "") }
    return (setlocale(LC_CTYPE, nil).map { String(cString: $0) } ?? "", codeset())
  }

  private static func codeset() -> String {
    nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
  }
}
