import Foundation
import TestKit

/// `docs/json.md` as a table of documents.
struct JSONPage {
  /// One row of a table.
  struct Field: Sendable {
    let path: String
    /// `text`, `integer`, `truth`, `list` or `object`.
    let type: String
    let meaning: String
    /// Whether the last column says when it is absent.
    let isOptional: Bool

    /// The values that the meaning lists after "one of"; nil where it lists none.
    var values: Set<String>? {
      meaning.ranges(of: /\bone of (?=`)/).last.map {
        Set(DocumentationPage.code(in: meaning[$0.upperBound...]))
      }
    }

    /// Whether it is a sentence for a person, in her language.
    var isWorded: Bool { meaning.contains("in the language of the person") }
  }

  /// One section.
  struct Document: Sendable {
    let schema: String
    /// The words of the command that prints it.
    let command: [String]
    /// Its operands, such as BANK and CODE.
    let operands: [String]
    let fields: [Field]

    /// The fields that an object at a path has, by name; the document itself has the path "".
    func children(of path: String) -> [String: Field] {
      Dictionary(
        fields.compactMap { field in
          let (parent, name) = JSONPage.split(field.path)
          return parent == path && name != "[]" ? (name, field) : nil
        }, uniquingKeysWith: { $1 })
    }
  }

  let documents: [Document]

  init() throws {
    let page = try DocumentationPage("docs/json.md")
    documents = page.lines.filter { $0.hasPrefix("## mingfa.") }.map { heading in
      let section = page.section(String(heading)) ?? []
      let words =
        section.first { $0.hasPrefix("`mingfa ") }
        .flatMap { DocumentationPage.code(in: $0).first }?.split(separator: " ").map(String.init)
        ?? []
      let isOperand: (String) -> Bool = { $0 == $0.uppercased() }
      return Document(
        schema: String(heading.dropFirst(3)),
        command: words.dropFirst().filter { !isOperand($0) },
        operands: words.dropFirst().filter(isOperand),
        fields: page.rows(under: String(heading)).map { row in
          Field(
            path: DocumentationPage.code(in: row[0]).first ?? "", type: row[1], meaning: row[2],
            isOptional: !row[3].isEmpty)
        })
    }
  }

  /// `banks[]` and `title` of `banks[].title`; `blanks` and `[]` of `blanks[]`.
  private static func split(_ path: String) -> (parent: String, name: String) {
    if path.hasSuffix("[]") { return (String(path.dropLast(2)), "[]") }
    guard let dot = path.lastIndex(of: ".") else { return ("", path) }
    return (String(path[..<dot]), String(path[path.index(after: dot)...]))
  }
}

/// A JSON value that keeps whole numbers, truth and text apart.
enum JSONValue: Decodable, Equatable {
  case truth(Bool)
  case integer(Int64)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  /// - Throws: for `null` and for a number that is not whole, too: no document has them.
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(Bool.self) {
      self = .truth(value)
    } else if let value = try? container.decode(Int64.self) {
      self = .integer(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// The name that the page has for its type.
  var type: String {
    switch self {
    case .truth: "truth"
    case .integer: "integer"
    case .text: "text"
    case .list: "list"
    case .object: "object"
    }
  }

  /// The value and all within it, each with its path.
  func visit(at path: String = "", _ body: (String, JSONValue) -> Void) {
    body(path, self)
    switch self {
    case .list(let values): for value in values { value.visit(at: path + "[]", body) }
    case .object(let fields):
      for (name, value) in fields { value.visit(at: path.isEmpty ? name : "\(path).\(name)", body) }
    default: break
    }
  }

  /// The same without what stands at some paths.
  func without(_ paths: Set<String>, at path: String = "") -> JSONValue? {
    if paths.contains(path) { return nil }
    switch self {
    case .list(let values): return .list(values.compactMap { $0.without(paths, at: path + "[]") })
    case .object(let fields):
      return .object(
        fields.reduce(into: [:]) { kept, field in
          let inner = path.isEmpty ? field.key : "\(path).\(field.key)"
          kept[field.key] = field.value.without(paths, at: inner)
        })
    default: return self
    }
  }
}
