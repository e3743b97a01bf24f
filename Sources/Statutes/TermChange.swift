import Text

/// A figure or term that an amendment put in the place of another: 三日 became 五日.
package struct TermChange: Hashable, Sendable {
  package let old: String
  package let new: String

  package init(old: String, new: String) {
    self.old = old
    self.new = new
  }

  /// Longer stretches are sentences, which no question repeats.
  private static let longest = 16

  /// The terms that an amendment of a provision changed, each once. A figure takes the sign behind it, so
  /// that 五 is not found in 十五日.
  package static func all(in change: ProvisionChange) -> [TermChange] {
    var found: [TermChange] = []
    for part in change.parts {
      let runs = part.marks.runs
      for place in runs.indices.dropLast() {
        guard case .removed(var old) = runs[place], case .added(var new) = runs[place + 1],
          old.count <= longest, new.count <= longest
        else { continue }
        if isFigure(old), isFigure(new), place + 2 < runs.count,
          case .kept(let unit, _) = runs[place + 2], let sign = unit.first, !sign.isPunctuation
        {
          old.append(sign)
          new.append(sign)
        }
        let term = TermChange(old: old, new: new)
        if old.count > 1, !found.contains(term) { found.append(term) }
      }
    }
    return found
  }

  private static func isFigure(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isNumber || ChineseNumeral.isNumeral($0) }
  }

  /// The same change with figures in the other way of writing them: 15日 became 30日; nil where the terms are
  /// no figures.
  var inDigits: TermChange? {
    func digits(_ text: String) -> String? {
      let numeral = text.prefix { ChineseNumeral.isNumeral($0) }
      guard !numeral.isEmpty, let value = ChineseNumeral.value(of: numeral) else { return nil }
      return String(value) + text[numeral.endIndex...]
    }
    guard let old = digits(old), let new = digits(new) else { return nil }
    return TermChange(old: old, new: new)
  }

  /// A text with the new term in the place of the old one; nil where the old one does not stand in it. A
  /// figure is not found inside a longer one.
  package func applied(to text: String) -> String? {
    for change in [self, inDigits].compactMap({ $0 }) {
      if let changed = change.replaced(in: text) { return changed }
    }
    return nil
  }

  /// Whether the new term stands in a text.
  package func isApplied(in text: String) -> Bool {
    [self, inDigits].compactMap { $0 }.contains {
      TermChange(old: $0.new, new: $0.new).replaced(in: text) != nil
    }
  }

  private func replaced(in text: String) -> String? {
    var result = ""
    var rest = Substring(text)
    var isChanged = false
    while let first = rest.first {
      let before = result.last
      let continuesFigure =
        before.map { Self.isFigure(String($0)) } ?? false && Self.isFigure(String(old.prefix(1)))
      if rest.hasPrefix(old), !continuesFigure {
        result += new
        rest = rest.dropFirst(old.count)
        isChanged = true
      } else {
        result.append(first)
        rest.removeFirst()
      }
    }
    return isChanged ? result : nil
  }
}
