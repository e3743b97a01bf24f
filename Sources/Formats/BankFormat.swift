import Documents
import Questions
import Text

/// A way in which a bank is written in a file. A new format is one folder and one line in
/// `BankFormats`.
package protocol BankFormat: Sendable {
  /// Stable name, as `--format` takes it.
  var id: String { get }
  /// What people call it.
  var name: Wording { get }
  /// The endings of its files' names, without the dot; the first is the usual one.
  var fileExtensions: [String] { get }

  /// Reads a bank from start to end and hands out its parts as they come, so that a bank of any
  /// length needs no memory.
  ///
  /// Events come as long as no error was found; reading then goes on to find all errors, without
  /// events. Where the report has errors, what was handed out is no bank: throw it away.
  ///
  /// - Parameters:
  ///   - known: what the caller has of the bank already; such questions are handed out by number. The
  ///     report is the same with and without it.
  ///   - pastErrors: whether events go on behind an error, with the questions that have none: to be
  ///     looked at, not kept. None come without a readable header.
  /// - Throws: only what `handle` throws.
  func read(
    _ source: TextSource, known: (any KnownSources)?, pastErrors: Bool,
    handle: (BankEvent) throws -> Void
  ) rethrows -> ReadReport

  /// Reads the header alone from the first 4 KB of a file, to tell quickly what a folder holds.
  /// Fails with the problems found there, an unreadable file among them.
  func header(ofFile path: String) -> Result<BankHeader, UnreadableHeader>

  /// The bank in the format's canonical form.
  func text(of bank: Bank) -> String
}

extension BankFormat {
  /// Reads a bank of which nothing is known.
  package func read(
    _ source: TextSource, handle: (BankEvent) throws -> Void
  ) rethrows -> ReadReport {
    try read(source, known: nil, pastErrors: false, handle: handle)
  }

  /// Opens a file and reads it; a file that can't be opened is a problem too.
  package func read(
    file path: String, known: (any KnownSources)? = nil, pastErrors: Bool = false,
    handle: (BankEvent) throws -> Void
  ) rethrows -> ReadReport {
    switch Self.open(path) {
    case .success(let source):
      try read(source, known: known, pastErrors: pastErrors, handle: handle)
    case .failure(let problem): ReadReport(unopened: problem)
    }
  }

  /// The whole bank, and what is wrong with it; nil where there are errors.
  package func bank(in source: TextSource) -> (bank: Bank?, report: ReadReport) {
    var bank: Bank?
    let report = read(source) { event in
      switch event {
      case .header(let header): bank = Bank(header: header, chapters: [])
      case .chapter(let title, _): bank?.chapters.append(BankChapter(title: title, items: []))
      case .item(let item):
        if bank?.chapters.isEmpty == true {
          bank?.chapters.append(BankChapter(title: nil, items: []))
        }
        if let last = bank?.chapters.indices.last { bank?.chapters[last].items.append(item.value) }
      }
    }
    return (report.isWhole ? bank : nil, report)
  }

  /// The same for a file; one that can't be opened is a report with that problem.
  package func bank(inFile path: String) -> (bank: Bank?, report: ReadReport) {
    switch Self.open(path) {
    case .success(let source): bank(in: source)
    case .failure(let problem): (nil, ReadReport(unopened: problem))
    }
  }

  private static func open(_ path: String) -> Result<TextSource, ReadProblem> {
    do throws(TextFault) {
      return .success(try TextSource(path: path))
    } catch {
      return .failure(ReadProblem(file: path, fault: error))
    }
  }
}

extension ReadProblem {
  /// A fault of the file, at the line that it names.
  package init(file: String, fault: TextFault) {
    self.init(
      file: file, position: fault.line.map { SourcePosition(line: $0, column: 1) },
      fact: .file(fault))
  }
}
