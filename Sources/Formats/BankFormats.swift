/// The formats that Mingfa reads and writes.
package enum BankFormats {
  /// The registry: a format that stands here is read, written and offered everywhere. The first is
  /// Mingfa's own.
  package static let all: [any BankFormat] = [MingfaText()]

  /// The format with this name, as `--format` takes it; nil where the registry has none.
  package static func named(_ id: String) -> (any BankFormat)? { all.first { $0.id == id } }

  /// The format for a file, by the ending of its name; Mingfa's own where none says otherwise.
  package static func format(forFile path: String) -> any BankFormat {
    let lower = path.lowercased()
    return all.first { format in
      format.fileExtensions.contains { lower.hasSuffix("." + $0) }
    } ?? MingfaText()
  }
}
