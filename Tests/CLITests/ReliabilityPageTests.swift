import Foundation
import TestKit
import Testing

/// `docs/reliability.md` names tests that exist, and all that make faults.
@Suite struct ReliabilityPageTests {
  /// A promise with the tests that it names, each by its file and its name.
  struct Promise {
    var number: Int
    var proofs: [(file: String, test: String)] = []
    var isExplained = false
  }

  let promises: [Promise]

  init() throws {
    var promises: [Promise] = []
    var file: String?
    for line in try DocumentationPage("docs/reliability.md").lines {
      if line.hasPrefix("## ") {
        guard let number = line.firstMatch(of: #/^## R([0-9]+)\. /#).flatMap({ Int($0.1) }) else {
          break
        }
        promises.append(Promise(number: number))
        file = nil
      } else if let path = line.wholeMatch(of: /- `(Tests\/[A-Za-z\/]+\.swift)`/) {
        file = String(path.1)
      } else if let name = line.wholeMatch(of: /\ {2}- `(.+)`/), let file {
        promises[promises.count - 1].proofs.append((file, String(name.1)))
      } else if line.hasPrefix("Kept by: ") {
        promises[promises.count - 1].isExplained = true
      }
    }
    self.promises = promises
  }

  /// The names of the tests in a file: those of their functions, or those that are given to them.
  private func tests(in path: String) throws -> [String] {
    let file = Repository.folder.appendingPathComponent(path)
    let source = try String(contentsOf: file, encoding: .utf8)
    let functions = source.matches(of: /func `([^`]+)`\(/).map { String($0.1) }
    return functions + source.matches(of: /@Test\(\s*"([^"]+)"/).map { String($0.1) }
  }

  @Test func `promises are numbered from 1 and each says how it is kept and by what it is proved`()
  {
    #expect(promises.map(\.number) == Array(1...promises.count))
    #expect(promises.count > 10)
    for promise in promises {
      #expect(promise.isExplained && !promise.proofs.isEmpty, "R\(promise.number)")
    }
  }

  @Test func `every test that is named exists`() throws {
    for promise in promises {
      for (file, test) in promise.proofs {
        #expect(try tests(in: file).contains(test), "R\(promise.number): \(file) has no '\(test)'")
      }
    }
  }

  @Test func `every test of faults is named`() throws {
    let folder = Repository.folder.appendingPathComponent("Tests")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix("FaultTests.swift") }.map { "Tests/" + $0 }
    #expect(files.count >= 2)
    let named = promises.flatMap(\.proofs)
    for file in files {
      for test in try tests(in: file) {
        #expect(named.contains { $0.file == file && $0.test == test }, "\(file): '\(test)'")
      }
    }
  }
}
