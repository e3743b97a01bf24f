import Documents
import Questions
import Text

/// Mingfa's own format: the plain text that trainers write, made exact. docs/bank-format.md is its
/// contract.
package struct MingfaText: BankFormat {
  package let id = "text"
  package let name = Wording(zh: "明法文本", en: "Mingfa text")
  package let fileExtensions = ["txt"]

  /// Longer lines are refused, in bytes.
  package static let lineLimit = 1 << 20
  /// As much of a file is read for its header alone, in bytes.
  package static let headLimit = 4096

  package init() {}

  package func read(
    _ source: TextSource, known: (any KnownSources)?, pastErrors: Bool,
    handle: (BankEvent) throws -> Void
  ) rethrows -> ReadReport {
    try source.withBytes { bytes in
      var reader = Reader(bytes, file: source.name, known: known, pastErrors: pastErrors)
      return try reader.run(handle)
    }
  }

  package func header(ofFile path: String) -> Result<BankHeader, UnreadableHeader> {
    do throws(TextFault) {
      let source = try TextSource(headOf: path, limit: Self.headLimit)
      return source.withBytes { bytes in
        var reader = Reader(bytes, file: path)
        return reader.headerAlone()
      }
    } catch {
      return .failure(UnreadableHeader(problems: [ReadProblem(file: path, fault: error)]))
    }
  }

  package func text(of bank: Bank) -> String {
    var writer = Writer(language: bank.header.language)
    writer.write(bank)
    return writer.text
  }
}
