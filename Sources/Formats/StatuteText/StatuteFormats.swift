import Statutes

/// The formats in which statutes are read.
package enum StatuteFormats {
  /// The registry.
  static let all: [any StatuteFormat] = [PlainStatute(), WordStatute()]

  /// The endings of the names of files that can be read.
  package static var fileExtensions: [String] { all.flatMap(\.fileExtensions) }

  /// By the ending of its name; plain text where none says otherwise.
  static func format(forFile path: String) -> any StatuteFormat {
    let lower = path.lowercased()
    return all.first { format in
      format.fileExtensions.contains { lower.hasSuffix("." + $0) }
    } ?? PlainStatute()
  }

  /// Reads files of statutes and joins those that are parts of one.
  package static func read(
    files: [String], given: StatuteGiven = StatuteGiven()
  ) -> StatuteReading {
    var reading = StatuteReading()
    var parts: [StatutePart] = []
    for file in files {
      switch format(forFile: file).lines(ofFile: file) {
      case .failure(let problem): reading.problems.append(problem)
      case .success(let lines):
        let (part, problems) = part(of: lines, file: file, given: given)
        reading.problems += problems
        if let part { parts.append(part) }
      }
    }
    var assembly = StatuteAssembly(given: given)
    let statutes = assembly.join(parts)
    reading.problems += assembly.problems
    if reading.errorCount == 0 { reading.statutes = statutes }
    return reading
  }

  /// What one file has; nil where it is no part of a statute.
  static func part(
    of lines: [StatuteLine], file: String, given: StatuteGiven
  ) -> (StatutePart?, [ReadProblem]) {
    var reader = StatuteReader(file: file)
    reader.read(lines)
    let part = reader.part(given: given)
    return (part, reader.problems)
  }
}

/// What the caller says of a text where the file does not.
package struct StatuteGiven: Hashable, Sendable {
  /// The date of the edition.
  package var edition: CalendarDate?
  /// Since when it is in force.
  package var effective: CalendarDate?

  package init(edition: CalendarDate? = nil, effective: CalendarDate? = nil) {
    self.edition = edition
    self.effective = effective
  }
}
