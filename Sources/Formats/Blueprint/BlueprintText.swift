import Documents
import Exams

/// The text of a blueprint: YAML, read into a value and printed from one.
package enum BlueprintText {
  /// Reads the file of a blueprint, in any encoding that text files have.
  ///
  /// - Returns: the blueprint where it has no problem, neither of its form nor of what it asks; and the
  ///   problems.
  package static func blueprint(inFile path: String) -> (blueprint: Blueprint?, report: ReadReport)
  {
    let source: TextSource
    do throws(TextFault) {
      source = try TextSource(path: path, limit: YAMLText.sizeLimit)
    } catch {
      guard case .tooLarge(let limit) = error else {
        return (nil, ReadReport(unopened: ReadProblem(file: path, fault: error)))
      }
      return (
        nil,
        ReadReport(
          unopened: ReadProblem(
            file: path, position: nil, fact: .blueprint(.tooLarge(limit: limit))))
      )
    }
    return blueprint(in: source.withBytes { String(decoding: $0, as: UTF8.self) }, name: path)
  }

  /// Reads the text of a blueprint; `name` is what problems call it.
  package static func blueprint(
    in text: String, name: String
  ) -> (blueprint: Blueprint?, report: ReadReport) {
    var reader = BlueprintReader(text, name: name)
    let blueprint = reader.read()
    let report = reader.report
    return (report.isWhole ? blueprint : nil, report)
  }
}
