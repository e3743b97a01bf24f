/// One sentence in every language that Mingfa speaks.
///
/// Both are required by the initialiser, so a sentence that is missing in a language does not
/// compile; a test reads the sources and refuses an empty or an untranslated one.
package struct Wording: Hashable, Sendable {
  package let zh: String
  package let en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The sentence in one language.
  package func callAsFunction(_ language: Language) -> String {
    switch language {
    case .chinese: zh
    case .english: en
    }
  }
}

/// A fact that can be told to a person. The fact is the value, for tests and programs; the wording
/// stands beside it in a file `…+Wording.swift`.
package protocol Worded {
  /// One clear sentence: what is so and, for a failure, what to do about it.
  var wording: Wording { get }
}
