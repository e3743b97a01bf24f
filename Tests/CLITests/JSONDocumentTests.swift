import Foundation
import Testing

/// `docs/json.md` tells what `--format json` prints, field by field.
@Suite struct JSONDocumentTests {
  static let documents = (try? JSONPage().documents) ?? []

  /// The documents that the scenario prints under a schema.
  private func printed(_ document: JSONPage.Document) throws -> [JSONScenario.Run] {
    try JSONScenario.runs.get().filter { $0.schema == document.schema }
  }

  @Test func `the page describes exactly the commands that print JSON`() throws {
    let printing = try CommandTree.commands.get().filter(\.printsJSON).map(\.words)
    #expect(printing.count >= 9)
    #expect(Set(Self.documents.map(\.command)) == Set(printing))
    #expect(Set(Self.documents.map(\.schema)).count == Self.documents.count)
    #expect(Self.documents.allSatisfy { $0.fields.count > 1 })
  }

  @Test(arguments: documents.indices)
  func `every path that comes out stands on the page, and every path of the page can come out`(
    index: Int
  ) throws {
    let document = Self.documents[index]
    let runs = try printed(document)
    var types: [String: Set<String>] = [:]
    for run in runs {
      run.documents.chinese.visit { path, value in
        // An element that is an object has no row; its fields have.
        if !path.isEmpty, !(path.hasSuffix("[]") && value.type == "object") {
          types[path, default: []].insert(value.type)
        }
      }
    }
    let paths = document.fields.map(\.path)
    #expect(Set(types.keys).subtracting(paths) == [], "not on the page")
    #expect(Set(paths).subtracting(types.keys) == [], "never printed")
    #expect(Set(paths).count == paths.count)
    for field in document.fields { #expect(types[field.path] == [field.type], "\(field.path)") }
  }

  @Test(arguments: documents.indices)
  func `a field is absent only where the page says so, and there it can be`(
    index: Int
  ) throws {
    let document = Self.documents[index]
    var absent: Set<String> = []
    for run in try printed(document) {
      run.documents.chinese.visit { path, value in
        guard case .object(let fields) = value else { return }
        for (name, field) in document.children(of: path) where fields[name] == nil {
          absent.insert(field.path)
        }
      }
    }
    #expect(absent == Set(document.fields.filter(\.isOptional).map(\.path)))
  }

  @Test(arguments: documents.indices)
  func `a field has only the values that the page lists`(index: Int) throws {
    let document = Self.documents[index]
    for field in document.fields {
      guard let allowed = field.values else { continue }
      #expect(allowed.count > 1, "\(field.path)")
      for run in try printed(document) {
        run.documents.chinese.visit { path, value in
          guard path == field.path, case .text(let text) = value else { return }
          #expect(allowed.contains(text), "\(path)")
        }
      }
    }
  }

  @Test(arguments: documents.indices)
  func `a document names its schema and says the same in both languages, but for its sentences`(
    index: Int
  ) throws {
    let document = Self.documents[index]
    let worded = Set(document.fields.filter(\.isWorded).map(\.path))
    for run in try printed(document) {
      let (chinese, english) = run.documents
      #expect(chinese.without(worded) == english.without(worded), "\(run.arguments)")
      guard case .object(let fields) = chinese else {
        Issue.record("\(run.arguments) printed no object")
        continue
      }
      #expect(fields["schema"] == .text(document.schema))
    }
  }
}
