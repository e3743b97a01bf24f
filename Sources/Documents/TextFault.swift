/// Why a file could not be read as text.
package enum TextFault: Error, Hashable, Sendable {
  case missing
  case directory
  case notReadable
  /// More than this many bytes.
  case tooLarge(limit: Int)
  /// Another failure of the system, by its errno.
  case failed(code: Int32)
  /// Not text: a byte that no text holds stands in this line, at this offset from the file's start.
  case binary(BinaryKind, line: Int, offset: Int)
  /// Begins as UTF-8, UTF-16 or GB18030 and breaks it in this line.
  case broken(TextEncoding, line: Int, offset: Int)
  /// None of the encodings known here fits; the last of them failed in this line.
  case unknownEncoding(line: Int, offset: Int)

  /// What a binary file seems to be, for a better hint.
  package enum BinaryKind: Hashable, Sendable {
    /// A file of Word, Excel or WPS, or another archive.
    case office
    case pdf
    case other
  }
}
