/// Why the text of a Word document could not be read. Paragraphs count from 1.
package enum WordFault: Error, Hashable, Sendable {
  /// The file as such.
  case file(TextFault)
  /// A file of Word before 2007, or of WPS.
  case oldFormat
  /// Only who has its password can read it.
  case locked
  /// Its bytes are no Word document's; nor is the name of another format known for them.
  case otherFormat
  /// A zip file without a document, but with files such as this one in it.
  case archive(member: String)
  /// A zip file with neither.
  case noDocument
  /// A zip file that is cut off, or whose parts contradict each other.
  case damaged
  /// It unpacks to more than this many bytes, or to suspiciously much.
  case unpacksTooFar(limit: Int)
  /// Declares entities, as no document does.
  case doctype
  case malformed(paragraph: Int)
  /// More than so many elements within each other.
  case tooDeep(paragraph: Int, limit: Int)

  /// The paragraph that the fault names, if it names one.
  package var paragraph: Int? {
    switch self {
    case .malformed(let paragraph), .tooDeep(let paragraph, _): paragraph
    default: nil
    }
  }
}
