import CMinizip
import Foundation

/// Word documents and other zip files, made for one test.
package enum WordFile {
  struct NotWritten: Error {}

  /// The main part of a document with these paragraphs, each a piece of plain text.
  package static func body(ofParagraphs texts: some Sequence<some StringProtocol>) -> String {
    body(texts.map { "<w:p><w:r><w:t>\(escaped($0))</w:t></w:r></w:p>" }.joined())
  }

  /// The main part of a document around the XML of its paragraphs.
  package static func body(_ paragraphs: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:v="urn:schemas-microsoft-com:vml"><w:body>\(paragraphs)<w:sectPr/></w:body></w:document>
    """
  }

  /// A text as XML has it.
  package static func escaped(_ text: some StringProtocol) -> String {
    String(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  /// The members of a document around its main part, in the order in which Word writes them.
  package static func members(body: String, styles: String? = nil) -> [(name: String, bytes: Data)]
  {
    [
      ("[Content_Types].xml", Data("<Types/>".utf8)),
      ("_rels/.rels", Data("<Relationships/>".utf8)),
      ("word/document.xml", Data(body.utf8)),
    ] + (styles.map { [("word/styles.xml", Data($0.utf8))] } ?? [])
  }

  /// Writes a zip file; returns its path.
  @discardableResult
  package static func write(
    _ members: [(name: String, bytes: Data)], to name: String, in folder: TemporaryFolder
  ) throws -> String {
    let path = folder.url.appendingPathComponent(name).path
    guard let zip = zipOpen64(path, 0) else { throw NotWritten() }
    for (name, bytes) in members {
      var facts = zip_fileinfo()
      guard
        zipOpenNewFileInZip(zip, name, &facts, nil, 0, nil, 0, nil, 8, -1) == 0,
        bytes.withUnsafeBytes({ zipWriteInFileInZip(zip, $0.baseAddress, UInt32($0.count)) }) == 0,
        zipCloseFileInZip(zip) == 0
      else { throw NotWritten() }
    }
    guard zipClose(zip, nil) == 0 else { throw NotWritten() }
    return path
  }

  /// Writes a document with these paragraphs; returns its path.
  @discardableResult
  package static func write(
    paragraphs: some Sequence<some StringProtocol>, to name: String, in folder: TemporaryFolder
  ) throws -> String {
    try write(members(body: body(ofParagraphs: paragraphs)), to: name, in: folder)
  }
}
