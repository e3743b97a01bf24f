import Documents

/// A way in which the text of a statute stands in a file. A new format is one file and one line in
/// `StatuteFormats`.
protocol StatuteFormat: Sendable {
  /// The endings of its files' names, without the dot.
  var fileExtensions: [String] { get }

  /// The lines of a file, or why it could not be read.
  func lines(ofFile path: String) -> Result<[StatuteLine], ReadProblem>
}

/// Markdown and plain text: a line a paragraph; # marks headings where it stands.
struct PlainStatute: StatuteFormat {
  /// The longest statute has 300 KB.
  static let sizeLimit = 32 << 20

  let fileExtensions = ["md", "markdown", "txt"]

  func lines(ofFile path: String) -> Result<[StatuteLine], ReadProblem> {
    do throws(TextFault) {
      return .success(StatuteLine.all(of: try TextSource(path: path, limit: Self.sizeLimit)))
    } catch {
      // A document of Word under another name.
      if case .binary(.office, _, _) = error { return WordStatute().lines(ofFile: path) }
      return .failure(ReadProblem(file: path, fault: error))
    }
  }
}

/// Documents of Word, as the National Laws and Regulations Database hands them out: a paragraph a line.
struct WordStatute: StatuteFormat {
  /// Of these only the first two are read; the others get to know what to do.
  let fileExtensions = ["docx", "docm", "doc", "wps"]

  func lines(ofFile path: String) -> Result<[StatuteLine], ReadProblem> {
    do throws(WordFault) {
      return .success(try WordDocument(path: path).paragraphs.flatMap(StatuteLine.lines))
    } catch {
      return .failure(ReadProblem(file: path, fault: error))
    }
  }
}
