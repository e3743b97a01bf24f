import Text
import Yams

/// A YAML text as a tree, by Yams, without what can make a small text large: anchors and aliases.
struct YAMLText {
  /// Why there is no tree, and where.
  struct Fault: Error {
    var flaw: BlueprintFlaw
    var place: Place
  }

  /// A file may have this many bytes.
  static let sizeLimit = 256 << 10

  let text: String
  /// Where each line begins, in bytes, with all the line ends that YAML knows.
  private let lines: [Int]

  init(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    self.text = text
    var lines = [0]
    var offset = 0
    var wasReturn = false
    for scalar in text.unicodeScalars {
      offset += UTF8.width(scalar)
      switch scalar.value {
      case 0x0A where wasReturn: lines[lines.count - 1] = offset
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: lines.append(offset)
      default: break
      }
      wasReturn = scalar.value == 0x0D
    }
    self.lines = lines
  }

  /// The place of a mark, whose columns count Unicode's scalars.
  func place(_ mark: Mark?) -> Place {
    let line = min(max(mark?.line ?? 1, 1), lines.count)
    let start = text.utf8.index(text.startIndex, offsetBy: lines[line - 1])
    var offset = lines[line - 1]
    for scalar in text.unicodeScalars[start...].prefix(max(0, (mark?.column ?? 1) - 1)) {
      offset += UTF8.width(scalar)
    }
    return place(offset)
  }

  /// A place by its bytes, in the lines that everybody counts: YAML knows more line ends.
  private func place(_ offset: Int) -> Place {
    Place(line: 1 + text.utf8.prefix(offset).count { $0 == 0x0A }, offset: offset)
  }

  /// The tree of the one document; nil where the text says nothing.
  ///
  /// - Throws: `Fault`.
  func root() throws -> Node? {
    if let found = reference() {
      throw Fault(flaw: .reference(String(found.sign)), place: found.place)
    }
    do {
      return try Parser(yaml: text, encoding: .utf8).singleRoot()
    } catch let error as YamlError {
      throw fault(of: error)
    }
  }

  /// The first sign of the text that YAML could take for an anchor, an alias or a tag. Yams follows
  /// aliases before it hands out anything, and a key of nested ones would keep it busy for ever: so they
  /// are looked for in the text. Rather one too many is found than one too few; a remark may have them
  /// where its line has no quotation mark, behind which YAML may see none.
  private func reference() -> (sign: Character, place: Place)? {
    for (number, start) in lines.enumerated() {
      let end = number + 1 < lines.count ? lines[number + 1] : text.utf8.count
      let line = Array(
        text[
          text.utf8.index(
            text.startIndex, offsetBy: start)..<text.utf8.index(
              text.startIndex, offsetBy: end)
        ].unicodeScalars)
      let isPlain = !line.contains { $0 == "\"" || $0 == "'" }
      var offset = start
      for (column, sign) in line.enumerated() {
        let before = column > 0 ? line[column - 1] : " "
        if isPlain, sign == "#", before.properties.isWhitespace { break }
        if sign == "&" || sign == "*" || sign == "!", column + 1 < line.count,
          !line[column + 1].properties.isWhitespace,
          !before.properties.isAlphabetic, before.properties.numericType == nil
        {
          return (Character(sign), place(offset))
        }
        offset += UTF8.width(sign)
      }
    }
    return nil
  }

  private func fault(of error: YamlError) -> Fault {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      let flaw = BlueprintFlaw.syntax(Self.syntax(problem, within: context?.text))
      // An open quotation is told where it begins.
      if flaw == .syntax(.quote), let context {
        return Fault(flaw: flaw, place: place(context.mark))
      }
      return Fault(flaw: flaw, place: place(mark))
    case .composer(_, _, let mark, _): return Fault(flaw: .severalDocuments, place: place(mark))
    case .duplicatedKeysInMapping(let keys, let context):
      return Fault(flaw: .sameKeys(keys.first ?? ""), place: place(context.mark))
    case .reader(_, let offset, _, _):
      let bytes = offset.map { text.prefix($0).utf8.count } ?? 0
      return Fault(flaw: .syntax(.sign), place: place(bytes))
    default: return Fault(flaw: .syntax(.other), place: place(0))
    }
  }

  /// What libyaml's sentence says.
  private static func syntax(_ problem: String, within context: String?) -> BlueprintFlaw.Syntax {
    if context?.contains("quoted scalar") == true { return .quote }
    if problem.contains("cannot start any token") || problem.contains("tab character") {
      return .sign
    }
    if problem.contains("mapping values are not allowed") { return .colon }
    if problem.contains("nesting") { return .depth }
    if problem.contains("expected") || problem.contains("not allowed") { return .indentation }
    return .other
  }
}
