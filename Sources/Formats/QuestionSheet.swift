import Questions
import Text

/// A question's text in the bank format, field by field: to be changed one by one and put together again.
///
/// Values are written as in a file, so that whoever reads the whole finds what is wrong with them.
package struct QuestionSheet: Hashable, Sendable {
  /// A part of the text that can be changed by itself.
  package enum Place: Hashable, Sendable {
    case type, stem
    /// By position from 0.
    case option(Int)
    case field(BankField)
  }

  private var values: [Place: String]
  private let language: Language

  /// A question in its canonical text.
  package init(_ question: Question, in language: Language) {
    var writer = MingfaText.Writer(language: language)
    writer.write(BankItem(questions: [question]))
    self.init(language: language)
    values[.type] = question.kind.type.name(language)
    // What stands before the number is the heading.
    var place: Place?
    for line in writer.text.split(separator: "\n").drop(while: { !$0.hasPrefix("1. ") }) {
      var rest = line
      switch LineShape.ofLine(line) {
      case .number(let offset) where place == nil:
        place = .stem
        rest = Self.rest(of: line, behind: offset)
      case .option(let number, let offset):
        place = .option(number)
        rest = Self.rest(of: line, behind: offset)
      case .field(let field, let offset):
        place = .field(field)
        rest = Self.rest(of: line, behind: offset)
      default: break
      }
      guard let place else { continue }
      values[place] =
        values[place].map { $0.isEmpty ? String(rest) : $0 + "\n" + rest }
        ?? String(rest)
    }
  }

  /// An empty sheet.
  package init(language: Language) {
    values = [:]
    self.language = language
  }

  private static func rest(of line: Substring, behind offset: Int) -> Substring {
    Substring(line.utf8.dropFirst(offset))
  }

  /// The text at a place as it is written in a file; empty where nothing stands there.
  package subscript(place: Place) -> String { values[place] ?? "" }

  /// Puts a text at a place; an empty one takes away what stands there.
  ///
  /// Its lines after the first are text, whatever they look like: no other field is changed by it.
  package mutating func set(_ text: String, at place: Place) {
    let lines = CanonicalText.text(text).split(separator: "\n").enumerated().map { number, line in
      guard number > 0 else { return String(line) }
      switch LineShape.ofLine(line) {
      case .text, .escaped: return String(line)
      default: return "\\" + line
      }
    }
    values[place] = lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// Puts a type at its place.
  package mutating func set(_ kind: QuestionKind) { values[.type] = kind.type.name(language) }

  /// How many options there are, up to the last that has a text.
  package var optionCount: Int {
    (AnswerOption.letters.indices.last { values[.option($0)] != nil } ?? -1) + 1
  }

  /// The question under the number 1, its type in a tag.
  package var text: String { parts.map(\.text).joined() }

  /// What stands in a line of the text, from 0; nil behind its end.
  package func place(atLine line: Int) -> Place? {
    var end = 0
    for part in parts {
      end += part.text.utf8.count { $0 == 0x0A }
      if line < end { return part.place }
    }
    return nil
  }

  private var parts: [(place: Place, text: String)] {
    var parts: [(Place, String)] = [(.stem, "1. [\(self[.type])] \(self[.stem])\n")]
    for number in 0..<optionCount {
      // A letter without a text is left for the reader to find missing.
      guard let text = values[.option(number)] else { continue }
      parts.append((.option(number), "\(AnswerOption.letters[number]). \(text)\n"))
    }
    for field in Self.fields {
      guard let value = values[.field(field)] else { continue }
      let label = Wording(zh: "\(field.wording.zh)：", en: "\(field.wording.en): ")(language)
      parts.append((.field(field), label + (value.hasPrefix("- ") ? "\n" : "") + value + "\n"))
    }
    return parts
  }

  /// In the order in which they are written.
  private static let fields = BankField.allCases.filter { $0 != .code } + [.code]

  // MARK: Names

  /// The place that a name means: a label of the format in either language or an alias, `题型`, `题干`, or an
  /// option's letter.
  package static func place(named name: String) -> Place? {
    let name = CanonicalText.line(name).lowercased()
    if name == typeName.zh || name == typeName.en.lowercased() { return .type }
    if name == stemName.zh || name == stemName.en.lowercased() { return .stem }
    if let letter = name.uppercased().first, name.count == 1,
      let number = AnswerOption.letters.firstIndex(of: letter)
    {
      return .option(number)
    }
    var bytes = name
    let label = bytes.withUTF8 { Vocabulary.labels.value($0, 0, $0.count) }
    if case .field(let field)? = label { return .field(field) }
    return nil
  }

  /// Whether a name means the text of a case.
  package static func meansPassage(_ name: String) -> Bool {
    var bytes = CanonicalText.line(name).lowercased()
    let label = bytes.withUTF8 { Vocabulary.labels.value($0, 0, $0.count) }
    if case .caseStart? = label { return true }
    return false
  }

  /// The type with a name that a heading may have.
  package static func kind(named name: String) -> QuestionKind? {
    var bytes = CanonicalText.line(name)
    let type = bytes.withUTF8 { Vocabulary.types.value($0, 0, $0.count) }
    if case .kind(let number)? = type { return QuestionKind.all[number] }
    return nil
  }

  private static let typeName = Wording(zh: "题型", en: "Type")
  private static let stemName = Wording(zh: "题干", en: "Stem")

  /// What a place is called.
  package static func name(of place: Place) -> Wording {
    switch place {
    case .type: typeName
    case .stem: stemName
    case .option(let number):
      Wording(zh: String(AnswerOption.letters[number]), en: String(AnswerOption.letters[number]))
    case .field(let field): field.wording
    }
  }

  /// The place of a part that a rule of the check names.
  package static func place(of part: CheckFinding.Part) -> Place {
    switch part {
    case .whole, .stem: .stem
    case .key: .field(.answer)
    case .explanation: .field(.explanation)
    case .option(let number): .option(number)
    case .citation: .field(.basis)
    case .waiver: .field(.waivers)
    }
  }
}
