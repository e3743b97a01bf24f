/// The words of a Word document (.docx), as one reads them on paper: tracked changes accepted, without
/// headers, footers, notes, comments, text boxes and pictures.
///
/// Source: ECMA-376 part 1 (WordprocessingML) and part 3 (markup compatibility).
package struct WordDocument: Sendable {
  /// A paragraph with something in it; one of a table's cell is a paragraph as others.
  package struct Paragraph: Hashable, Sendable {
    /// Among all paragraphs, also empty ones, from 1.
    package let number: Int
    /// With tabs, and a line feed where the line is broken.
    package let text: String
    /// Whether the writing program puts a number or a sign before it, which is no part of the text.
    package let isNumbered: Bool

    package init(number: Int, text: String, isNumbered: Bool) {
      self.number = number
      self.text = text
      self.isNumbered = isNumbered
    }
  }

  /// A file may have this many bytes: 32 MiB. The Civil Code has 200 KB.
  package static let sizeLimit = 32 << 20

  /// In their order; without those that are empty.
  package let paragraphs: [Paragraph]

  /// Reads a file.
  package init(path: String) throws(WordFault) {
    let store: ByteStore
    do throws(TextFault) {
      (store, _) = try ByteStore.reading(path: path, limit: Self.sizeLimit, cut: false)
    } catch {
      throw .file(error)
    }
    try self.init(store)
  }

  private init(_ store: ByteStore) throws(WordFault) {
    try Self.refuseOthers(store.bytes)
    let archive = try Self.unpacking { () throws(ZipArchive.Flaw) in try ZipArchive(store) }
    let members = try Self.unpacking { () throws(ZipArchive.Flaw) in try archive.members() }
    let bodies = members.filter { $0.name == "word/document.xml" }
    guard let body = bodies.first else { throw Self.otherArchive(members) }
    // Programs differ in which of two they would take.
    guard bodies.count == 1 else { throw .damaged }
    let bytes = try Self.unpacking { () throws(ZipArchive.Flaw) in try archive.contents(of: body) }
    var styles = WordStyles()
    if let member = members.first(where: { $0.name == "word/styles.xml" }) {
      styles = WordStyles(
        try Self.unpacking { () throws(ZipArchive.Flaw) in try archive.contents(of: member) })
    }
    let reader = WordReader(styles: styles)
    do throws(XMLWalk.Flaw) {
      try XMLWalk.through(bytes.bytes, reader)
    } catch {
      switch error {
      case .malformed: throw .malformed(paragraph: max(reader.number, 1))
      case .doctype: throw .doctype
      case .tooDeep: throw .tooDeep(paragraph: reader.number, limit: XMLWalk.depthLimit)
      }
    }
    guard reader.isDocument else { throw .noDocument }
    paragraphs = reader.paragraphs
  }

  private static func unpacking<Result>(
    _ step: () throws(ZipArchive.Flaw) -> Result
  ) throws(WordFault) -> Result {
    do throws(ZipArchive.Flaw) {
      return try step()
    } catch {
      switch error {
      case .damaged: throw .damaged
      case .encrypted: throw .locked
      case .tooLarge: throw .unpacksTooFar(limit: ZipArchive.unpackedLimit)
      }
    }
  }

  /// What a file is that does not begin as a zip file.
  private static func refuseOthers(_ bytes: UnsafeBufferPointer<UInt8>) throws(WordFault) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return }
    guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { throw .otherFormat }
    // Word puts a document with a password into the container of the old format, as a part of this name.
    let sealed = "EncryptedPackage".utf8.flatMap { [UInt8]([$0, 0]) }
    throw bytes.firstRange(of: sealed) == nil ? .oldFormat : .locked
  }

  /// What a zip file is that has no document.
  private static func otherArchive(_ members: [ZipArchive.Member]) -> WordFault {
    let endings = [".docx", ".doc", ".wps", ".txt", ".md", ".pdf"]
    let member = members.first { member in
      endings.contains { member.name.lowercased().hasSuffix($0) }
    }
    return member.map { .archive(member: $0.name) } ?? .noDocument
  }
}
