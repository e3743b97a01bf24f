import CExpat

/// An element of XML as it begins. Valid during the call that gets it.
struct XMLElement {
  /// The names of elements that are told apart here.
  enum Space {
    /// The text of Word's documents, as ECMA-376 and as ISO 29500 (strict) name it.
    case word
    /// What a program offers beside it that not every other knows.
    case compatibility
    case other
  }

  let space: Space
  /// Without its prefix.
  let name: String
  fileprivate let attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute, named without its prefix.
  func value(of name: String) -> String? {
    guard var next = attributes else { return nil }
    while let key = next[0], let value = next[1] {
      if XMLWalk.parts(of: key).name == name { return String(cString: value) }
      next += 2
    }
    return nil
  }
}

/// Hears elements and words in their order.
protocol XMLListener: AnyObject {
  func begin(_ element: XMLElement)
  /// The innermost element that began ends.
  func end()
  /// A piece of the words within the innermost element; they may come in several.
  func take(_ words: UnsafeBufferPointer<UInt8>)
}

/// Goes through XML from its beginning to its end.
///
/// A document with a DOCTYPE is refused at once, so no entity is ever declared or expanded, and no
/// other file is asked for.
final class XMLWalk {
  enum Flaw: Error, Hashable {
    case malformed
    case doctype
    case tooDeep
  }

  /// Elements within elements; Word writes about thirty.
  static let depthLimit = 256

  private let listener: any XMLListener
  private var depth = 0
  private var flaw: Flaw?
  private var parser: XML_Parser?

  private init(_ listener: any XMLListener) { self.listener = listener }

  /// Tells a listener what stands in the bytes. They are handed to expat in one piece: in many, it
  /// would read a long tag from its beginning with each of them.
  static func through(
    _ bytes: UnsafeBufferPointer<UInt8>, _ listener: any XMLListener
  ) throws(Flaw) {
    guard let parser = XML_ParserCreateNS(nil, separator), let length = Int32(exactly: bytes.count)
    else { throw .malformed }
    defer { XML_ParserFree(parser) }
    let walk = XMLWalk(listener)
    walk.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(walk).toOpaque())
    XML_SetElementHandler(
      parser, { XMLWalk.of($0)?.begin($1, $2) }, { walk, _ in XMLWalk.of(walk)?.end() })
    XML_SetCharacterDataHandler(parser) { XMLWalk.of($0)?.take($1, Int($2)) }
    XML_SetStartDoctypeDeclHandler(parser) { walk, _, _, _, _ in XMLWalk.of(walk)?.stop(.doctype) }
    let isRead = bytes.withMemoryRebound(to: CChar.self) {
      XML_Parse(parser, $0.baseAddress, length, 1) == XML_STATUS_OK
    }
    if let flaw = walk.flaw { throw flaw }
    guard isRead else { throw .malformed }
  }

  private static func of(_ walk: UnsafeMutableRawPointer?) -> XMLWalk? {
    walk.map { Unmanaged<XMLWalk>.fromOpaque($0).takeUnretainedValue() }
  }

  private func begin(
    _ key: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard flaw == nil, let key else { return }
    depth += 1
    guard depth <= Self.depthLimit else { return stop(.tooDeep) }
    let (space, name) = Self.parts(of: key)
    listener.begin(XMLElement(space: space, name: name, attributes: attributes))
  }

  private func end() {
    guard flaw == nil else { return }
    depth -= 1
    listener.end()
  }

  private func take(_ words: UnsafePointer<CChar>?, _ count: Int) {
    guard flaw == nil, let words else { return }
    words.withMemoryRebound(to: UInt8.self, capacity: count) {
      listener.take(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  /// expat ends soon, not at once: what it still says is not passed on.
  private func stop(_ flaw: Flaw) {
    self.flaw = flaw
    XML_StopParser(parser, 0)
  }

  /// Between the name of a space and of an element; no name of a space has it.
  private static let separator: CChar = 0x0A
  private static let spaces: [(name: String, space: XMLElement.Space)] = [
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", .word),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", .word),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", .compatibility),
  ]

  /// The space and the name, which expat gives in one.
  fileprivate static func parts(
    of key: UnsafePointer<CChar>
  ) -> (space: XMLElement.Space, name: String) {
    var (length, parting) = (0, -1)
    while key[length] != 0 {
      if key[length] == separator { parting = length }
      length += 1
    }
    guard parting >= 0 else { return (.other, String(cString: key)) }
    let space = UnsafeRawBufferPointer(start: key, count: parting)
    return (
      spaces.first { $0.name.utf8.count == parting && space.elementsEqual($0.name.utf8) }?.space
        ?? .other,
      String(cString: key + parting + 1)
    )
  }
}
