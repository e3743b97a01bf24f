import Text

/// What a sentence in both languages must be, beyond being there.
package enum SentenceCheck {
  /// Han, or punctuation that stands in Chinese text only.
  package static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    case 0x3001...0x3011, 0x3014...0x301B, 0xFF01...0xFF5E: true
    default: false
    }
  }

  /// Han characters alone: what makes a text Chinese.
  package static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// What is wrong with a wording; empty where nothing is.
  ///
  /// - Parameter quoting: texts that may stand in both languages: a learner's name, a statute's
  ///   title.
  package static func faults(of wording: Wording, quoting: [String] = []) -> [String] {
    var (chinese, english) = (wording.zh, wording.en)
    for text in quoting {
      chinese = chinese.replacingOccurrences(of: text)
      english = english.replacingOccurrences(of: text)
    }
    var faults: [String] = []
    if !chinese.unicodeScalars.contains(where: isHan) {
      faults.append("no Chinese in '\(wording.zh)'")
    }
    if english.unicodeScalars.contains(where: isChinese) {
      faults.append("Chinese in '\(wording.en)'")
    }
    if !english.unicodeScalars.contains(where: { $0.properties.isAlphabetic && $0.isASCII }) {
      faults.append("no English in '\(wording.en)'")
    }
    for text in [wording.zh, wording.en] {
      if SafeText.clean(text) != text { faults.append("a control in '\(text)'") }
      if text.hasPrefix(" ") || text.hasSuffix(" ") { faults.append("space around '\(text)'") }
      // What Swift prints of a value that nobody worded.
      if text.contains("Optional(") || text.contains("nil") {
        faults.append("an unworded value in '\(text)'")
      }
    }
    return faults
  }

  /// What is wrong with the words of all cases of a fact: a case without a sample, a fault of a
  /// sentence, two facts that are told in the same words. Empty where nothing is.
  ///
  /// - Parameters:
  ///   - samples: at least one of each case.
  ///   - name, path: where the cases are declared, below `Sources`.
  ///   - quoting: texts of the samples that stand in both languages.
  package static func faults<Fact: Worded & Hashable>(
    ofAll samples: [Fact], of name: String, in path: String, quoting: [String] = []
  ) throws -> [String] {
    let declared = try Repository.cases(of: name, in: path)
    let sampled = Set(samples.map { Repository.caseName(of: $0) })
    var faults = declared.subtracting(sampled).sorted().map { "no sample of \(name).\($0)" }
    faults += sampled.subtracting(declared).sorted().map { "\(name).\($0) is not declared" }
    for sample in samples { faults += Self.faults(of: sample.wording, quoting: quoting) }
    for language in Language.allCases {
      let told = Dictionary(grouping: Set(samples), by: { $0.wording(language) })
      faults += told.filter { $0.value.count > 1 }.keys.sorted().map { "told twice: \($0)" }
    }
    return faults
  }
}

extension String {
  fileprivate func replacingOccurrences(of text: String) -> String { replacing(text, with: "") }
}
