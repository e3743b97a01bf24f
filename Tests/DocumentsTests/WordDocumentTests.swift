import Foundation
import TestKit
import Testing

@testable import Documents

@Suite struct WordDocumentTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ body: String, styles: String? = nil) throws -> [WordDocument.Paragraph] {
    let path = try WordFile.write(
      WordFile.members(body: body, styles: styles), to: "a.docx", in: folder)
    return try WordDocument(path: path).paragraphs
  }

  /// `1:text`, with `#` where there is a number that is no text.
  private func shown(_ paragraphs: [WordDocument.Paragraph]) -> [String] {
    paragraphs.map { "\($0.number):\($0.isNumbered ? "#" : "")\($0.text)" }
  }

  private func fault(_ bytes: Data, name: String = "a.docx") throws -> WordFault? {
    let file = folder.url.appendingPathComponent(name)
    try bytes.write(to: file)
    do throws(WordFault) {
      _ = try WordDocument(path: file.path)
      return nil
    } catch {
      return error
    }
  }

  private func fault(body: String) throws -> WordFault? {
    let path = try WordFile.write(WordFile.members(body: body), to: "body.docx", in: folder)
    return try fault(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  static let bodies: [(xml: String, text: [String])] = [
    ("<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r></w:p>", ["1:甲乙"]),
    ("<w:p/><w:p><w:r><w:t>甲</w:t></w:r></w:p>", ["2:甲"]),
    // Spaces: those of XML at the ends of a text are none, full-width ones are text.
    (
      "<w:p><w:r><w:t> 甲 </w:t></w:r><w:r><w:t xml:space='preserve'> 乙</w:t></w:r></w:p>", ["1:甲 乙"]
    ),
    ("<w:p><w:r><w:t>　　第一条　甲\n乙</w:t></w:r></w:p>", ["1:　　第一条　甲 乙"]),
    (
      "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:sym/></w:r></w:p>",
      ["1:甲\t乙\n丙-"]
    ),
    ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>", ["1:甲"]),
    // Tracked changes.
    (
      "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>"
        + "<w:ins><w:r><w:t>丙</w:t></w:r></w:ins></w:p>", ["1:甲丙"]
    ),
    (
      "<w:p><w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom><w:r><w:t>乙</w:t></w:r></w:p>"
        + "<w:p><w:moveTo><w:r><w:t>甲</w:t></w:r></w:moveTo></w:p>", ["1:乙", "2:甲"]
    ),
    (
      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
        + "<w:p><w:r><w:t>乙</w:t></w:r></w:p><w:p><w:r><w:t>丙</w:t></w:r></w:p>",
      ["1:甲乙", "3:丙"]
    ),
    // What stands beside the text.
    (
      "<w:p><w:r><w:t>甲</w:t><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p>"
        + "</w:txbxContent></v:textbox></w:pict><w:instrText>PAGE</w:instrText></w:r></w:p>",
      ["1:甲"]
    ),
    (
      "<w:p><w:ruby><w:rt><w:r><w:t>jiǎ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲</w:t></w:r>"
        + "</w:rubyBase></w:ruby></w:p>", ["1:甲"]
    ),
    (
      "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r>"
        + "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>乙</w:t></w:r></w:p>", ["1:乙"]
    ),
    (
      "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t>"
        + "</w:r></w:p></w:tc></w:tr></w:tbl>", ["1:甲", "2:乙"]
    ),
    ("<w:sdt><w:sdtContent><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:sdtContent></w:sdt>", ["1:甲"]),
    ("<w:p><w:hyperlink><w:r><w:t>甲</w:t></w:r></w:hyperlink></w:p>", ["1:甲"]),
    // Of several forms the first.
    (
      "<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>甲</w:t></w:r></mc:Choice><mc:Choice><w:r>"
        + "<w:t>乙</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>丙</w:t></w:r></mc:Fallback>"
        + "</mc:AlternateContent><w:r><w:t>丁</w:t></w:r></w:p>", ["1:甲丁"]
    ),
    (
      "<w:p><w:r><mc:AlternateContent><mc:Fallback><w:t>甲</w:t><w:tab/><w:t>乙</w:t></mc:Fallback>"
        + "</mc:AlternateContent></w:r></w:p>", ["1:甲\t乙"]
    ),
    // Numbers that are no text.
    (
      "<w:p><w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
        + "<w:p><w:r><w:t>乙</w:t></w:r></w:p>", ["1:#甲", "2:乙"]
    ),
    (
      "<w:p><w:pPr><w:pStyle w:val='b'/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
        + "<w:p><w:pPr><w:pStyle w:val='b'/><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr>"
        + "<w:r><w:t>乙</w:t></w:r></w:p>"
        + "<w:p><w:pPr><w:pStyle w:val='c'/></w:pPr><w:r><w:t>丙</w:t></w:r></w:p>",
      ["1:#甲", "2:乙", "3:丙"]
    ),
    ("<w:p><w:r><w:t>&lt;甲&amp;乙&#x4E19;<![CDATA[丁]]></w:t></w:r></w:p>", ["1:<甲&乙丙丁"]),
    ("<x:p xmlns:x='urn:x'><w:r><w:t>甲</w:t></w:r></x:p>", []),
  ]

  @Test(arguments: bodies.indices)
  func `the words are those that one reads on paper`(index: Int) throws {
    let styles = """
      <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
      <w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>
      <w:style w:styleId="c"><w:basedOn w:val="d"/></w:style>
      <w:style w:styleId="d"><w:basedOn w:val="c"/></w:style></w:styles>
      """
    let (xml, text) = Self.bodies[index]
    #expect(shown(try read(WordFile.body(xml), styles: styles)) == text)
  }

  @Test(arguments: [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ])
  func `a prefix is as good as another, and both forms of the standard are read`(
    space: String
  ) throws {
    for (xmlns, prefix) in [("xmlns", ""), ("xmlns:字", "字:")] {
      let body = "<w:document><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>"
        .replacing("w:", with: prefix)
        .replacing("<\(prefix)document", with: "<\(prefix)document \(xmlns)='\(space)'")
      #expect(shown(try read(body)) == ["1:甲"])
    }
  }

  @Test func `a document in UTF-16 is read`() throws {
    let body = WordFile.body(ofParagraphs: ["甲"]).replacing("UTF-8", with: "UTF-16")
    let bytes = try #require(body.data(using: .utf16))
    let path = try WordFile.write([("word/document.xml", bytes)], to: "a.docx", in: folder)
    #expect(shown(try WordDocument(path: path).paragraphs) == ["1:甲"])
  }

  // MARK: Files that are refused

  private func document(_ text: String = "甲") throws -> Data {
    let path = try WordFile.write(paragraphs: [text], to: "whole.docx", in: folder)
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  @Test func `what is no Word document of today is told by its kind`() throws {
    let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let sealed = "EncryptedPackage".utf8.flatMap { [UInt8]([$0, 0]) }
    #expect(try fault(Data(ole + [UInt8](repeating: 0, count: 600))) == .oldFormat)
    #expect(try fault(Data(ole + [UInt8](repeating: 0, count: 600) + sealed)) == .locked)
    for text in ["", "PK", "第一条 甲。", "{\\rtf1", "<html></html>", "%PDF-1.7"] {
      #expect(try fault(Data(text.utf8)) == .otherFormat, "\(text)")
    }
    #expect(throws: WordFault.file(.missing)) {
      try WordDocument(path: folder.url.path + "/nowhere")
    }
    #expect(throws: WordFault.file(.directory)) { try WordDocument(path: folder.url.path) }
  }

  @Test func `an archive of something else is told from a document`() throws {
    func fault(_ names: [String]) throws -> WordFault? {
      let path = try WordFile.write(
        names.map { ($0, Data("甲".utf8)) }, to: "archive.docx", in: folder)
      return try self.fault(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
    #expect(try fault(["xl/workbook.xml"]) == .noDocument)
    #expect(try fault(["法律/监察法.docx", "b.txt"]) == .archive(member: "法律/监察法.docx"))
    #expect(try fault(["WORD/DOCUMENT.XML/", "../word/document.xml"]) == .noDocument)
    #expect(try fault(["word/document.xml", "word/document.xml"]) == .damaged)
    #expect(try self.fault(body: "<html xmlns='http://www.w3.org/1999/xhtml'/>") == .noDocument)
  }

  @Test func `names that lead elsewhere do no harm, nor do archives within`() throws {
    let names = ["../../etc/passwd", "/etc/passwd", "C:\\x", String(repeating: "a", count: 60_000)]
    let inner = try document("乙")
    let path = try WordFile.write(
      names.map { ($0, Data("甲".utf8)) } + [("word/embeddings/a.docx", inner)]
        + WordFile.members(body: WordFile.body(ofParagraphs: ["甲"])), to: "a.docx", in: folder)
    #expect(shown(try WordDocument(path: path).paragraphs) == ["1:甲"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
        == ["a.docx", "whole.docx"])
  }

  @Test func `a member with a password is told`() throws {
    var bytes = try document()
    // The flags stand 6 bytes into the heads of a member, 8 into its entry in the directory.
    for (sign, offset) in [([0x50, 0x4B, 3, 4], 6), ([0x50, 0x4B, 1, 2], 8)] as [([UInt8], Int)] {
      for place in bytes.ranges(of: sign).map(\.lowerBound) { bytes[place + offset] |= 1 }
    }
    #expect(try fault(bytes) == .locked)
  }

  @Test func `a file that is cut off anywhere is refused`() throws {
    let bytes = try document()
    for length in 4..<bytes.count {
      #expect(try fault(bytes.prefix(length)) == .damaged, "\(length)")
    }
  }

  /// Words without end, in the shape of a document.
  private func bomb(_ count: Int) -> String {
    WordFile.body(ofParagraphs: [String(repeating: "a", count: count)])
  }

  @Test func `what unpacks to too much is refused before it is unpacked`() throws {
    #expect(try fault(body: bomb(3 << 20)) == nil)
    #expect(try fault(body: bomb(20 << 20)) == .unpacksTooFar(limit: 64 << 20))
    #expect(try fault(body: bomb(70 << 20)) == .unpacksTooFar(limit: 64 << 20))
  }

  @Test(arguments: [1, 1000, 60 << 20] as [UInt32])
  func `a promise about its size that a member does not keep is damage`(promised: UInt32) throws {
    var bytes = try document(String(repeating: "甲乙丙", count: 300))
    for (sign, offset) in [([0x50, 0x4B, 3, 4], 22), ([0x50, 0x4B, 1, 2], 24)] as [([UInt8], Int)] {
      for place in bytes.ranges(of: sign).map(\.lowerBound) {
        let size = withUnsafeBytes(of: promised.littleEndian) { Data($0) }
        bytes.replaceSubrange(place + offset..<place + offset + 4, with: size)
      }
    }
    let found = try fault(bytes)
    #expect(found == .damaged || found == .unpacksTooFar(limit: 64 << 20))
  }

  @Test func `entities are not declared, so none is expanded`() throws {
    let body = WordFile.body(ofParagraphs: ["甲"]).replacing(
      "<w:document", with: "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><w:document")
    #expect(try fault(body: body) == .doctype)
    #expect(
      try fault(body: body.replacing(" [<!ENTITY a SYSTEM 'file:///etc/passwd'>]", with: ""))
        == .doctype)
    let undeclared = WordFile.body("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>")
    #expect(try fault(body: undeclared) == .malformed(paragraph: 1))
  }

  @Test func `broken XML is told by its paragraph`() throws {
    let body = WordFile.body(ofParagraphs: ["甲", "乙", "丙"])
    let broken: [(String, Int)] = [
      (body.replacing("乙</w:t>", with: "乙"), 2), ("", 1), ("文字", 1),
      (body.replacing("</w:document>", with: ""), 3), (body.replacing("丙", with: "&丙"), 3),
      (body.replacing("甲", with: "\u{1}"), 1), (body.replacing("xmlns:w=", with: "xmlns:z="), 1),
      (body.replacing("UTF-8", with: "EUC-CN"), 1),
    ]
    for (xml, paragraph) in broken {
      #expect(try fault(body: xml) == .malformed(paragraph: paragraph))
    }
    let mangled = Data(body.utf8.map { $0 == 0xE4 ? 0xFF : $0 })
    let path = try WordFile.write([("word/document.xml", mangled)], to: "a.docx", in: folder)
    #expect(throws: WordFault.malformed(paragraph: 2)) { try WordDocument(path: path) }
  }

  @Test func `elements within elements have a limit`() throws {
    func nested(_ depth: Int) -> String {
      let inner = depth - 5
      return WordFile.body(
        "<w:p>" + String(repeating: "<w:ins>", count: inner) + "<w:r><w:t>甲</w:t></w:r>"
          + String(repeating: "</w:ins>", count: inner) + "</w:p>")
    }
    #expect(shown(try read(nested(256))) == ["1:甲"])
    #expect(try fault(body: nested(257)) == .tooDeep(paragraph: 1, limit: 256))
    #expect(try fault(body: nested(100_000)) == .tooDeep(paragraph: 1, limit: 256))
  }

  @Test func `500 damaged files are read or refused`() throws {
    let texts = (1...40).map { "第\($0)条　某人应当在\($0)日内向某机关报告某事。" }
    let path = try WordFile.write(paragraphs: texts, to: "whole.docx", in: folder)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    // The same without packing, so that damage reaches the XML: its checksum is not looked at.
    let body = Data(WordFile.body(ofParagraphs: texts).utf8)
    var random = RandomBytes(state: 2026)
    var (read, refused) = (0, 0)
    for round in 0..<500 {
      var bytes = round % 2 == 0 ? whole : body
      for _ in 0...random.next(below: 8) {
        switch random.next(below: 8) {
        case 0: bytes = bytes.prefix(random.next(below: bytes.count) + 1)
        case 1: bytes.remove(at: bytes.startIndex + random.next(below: bytes.count))
        default:
          let place = bytes.startIndex + random.next(below: bytes.count)
          bytes[place] ^= UInt8(1 << random.next(below: 8))
        }
        if bytes.count < 2 { break }
      }
      if round % 2 == 1 {
        try WordFile.write([("word/document.xml", bytes)], to: "packed.docx", in: folder)
        bytes = try Data(contentsOf: folder.url.appendingPathComponent("packed.docx"))
      }
      if try fault(bytes) == nil { read += 1 } else { refused += 1 }
    }
    #expect(read + refused == 500)
    #expect(read > 0 && refused > 100)
  }
}

/// Chance that is the same in each run.
private struct RandomBytes {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
