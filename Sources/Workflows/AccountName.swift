import Text

/// The name under which somebody signs in.
enum AccountName {
  /// One spelling, whatever the input method was set to, without blanks at its ends.
  static func spelt(_ name: String) -> String {
    let name = NormalForm.compatible(name)
    return UsableName.name(name) ?? name
  }

  /// A name that an account can have.
  ///
  /// - Throws: `AccountFailure.nameUnusable`.
  static func checked(_ name: String) throws -> String {
    guard let usable = UsableName.person(NormalForm.compatible(name)) else {
      throw AccountFailure.nameUnusable(name)
    }
    return usable
  }
}
