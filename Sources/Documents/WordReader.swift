/// Hears the main part of a Word document, and keeps its paragraphs.
final class WordReader: XMLListener {
  /// The elements that matter to those within them.
  private enum Part: Equatable {
    case paragraph, paragraphProperties, markProperties, numbering
    case run, runProperties, text
    /// Several forms of one thing, of which the first is taken.
    case alternatives(isTaken: Bool)
    /// The form that is taken: what is in it stands for what is around it.
    case form
    case other
  }

  private let styles: WordStyles
  private(set) var paragraphs: [WordDocument.Paragraph] = []
  /// That of the last paragraph that began; 0 before the first.
  private(set) var number = 0
  /// Whether the outermost element is that of a document.
  private(set) var isDocument = false

  private var parts: [Part] = []
  /// How many elements are open of one that is passed over.
  private var skipped = 0

  // The paragraph.
  private var words: [UInt8] = []
  private var first = 0
  private var isNumbered = false
  /// Its end was deleted: the next paragraph goes on with it.
  private var isMarkDeleted = false

  // The run, and the text in it.
  private var isHidden = false
  private var piece: [UInt8] = []
  private var keepsSpaces = false
  private var documentKeepsSpaces = false

  init(styles: WordStyles) { self.styles = styles }

  func begin(_ element: XMLElement) {
    guard skipped == 0 else {
      skipped += 1
      return
    }
    if parts.isEmpty {
      isDocument = element.space == .word && element.name == "document"
      documentKeepsSpaces = element.value(of: "space") == "preserve"
    }
    if isDocument, let part = self.part(element) {
      parts.append(part)
    } else {
      skipped = 1
    }
  }

  func end() {
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    switch parts.popLast() {
    case .text: endText()
    case .paragraph: if !isMarkDeleted { endParagraph() }
    default: break
    }
    if parts.isEmpty { endParagraph() }
  }

  func take(_ words: UnsafeBufferPointer<UInt8>) {
    if skipped == 0, parts.last == .text { piece += words }
  }

  /// What is no text of the document, or was taken out of it.
  private static let passedOver: Set = [
    "moveFrom", "pPrChange", "rPrChange", "sectPr", "drawing", "pict", "object", "txbxContent",
    "rt", "sdtPr", "tblPr", "trPr", "tcPr", "background",
  ]

  /// What an element is; nil where it is passed over with all that is in it.
  private func part(_ element: XMLElement) -> Part? {
    switch element.space {
    case .other: return nil
    case .compatibility: return alternative(element.name)
    case .word: break
    }
    switch (surroundings, element.name) {
    case (.markProperties, "del"), (.markProperties, "moveFrom"):
      isMarkDeleted = true
      return nil
    case (_, "del"): return nil
    case (_, let name) where Self.passedOver.contains(name): return nil
    case (_, "p"):
      beginParagraph()
      return .paragraph
    case (.paragraph, "pPr"): return .paragraphProperties
    case (.paragraphProperties, "rPr"): return .markProperties
    case (.paragraphProperties, "pStyle"):
      isNumbered = element.value(of: "val").map { styles.areNumbered($0) } ?? false
    case (.paragraphProperties, "numPr"):
      isNumbered = true
      return .numbering
    case (.numbering, "numId"):
      // 0 takes away what the style has.
      if element.value(of: "val") == "0" { isNumbered = false }
    case (_, "r"):
      isHidden = false
      return .run
    case (.run, "rPr"): return .runProperties
    case (.runProperties, "vanish"):
      isHidden = !["0", "false", "off"].contains(element.value(of: "val"))
    case (.run, "t"):
      keepsSpaces = element.value(of: "space").map { $0 == "preserve" } ?? documentKeepsSpaces
      return .text
    case (.run, "tab"), (.run, "ptab"): put(0x09)
    case (.run, "br"), (.run, "cr"): put(0x0A)
    case (.run, "noBreakHyphen"): put(0x2D)
    default: break
    }
    return .other
  }

  private func alternative(_ name: String) -> Part? {
    if name == "AlternateContent" { return .alternatives(isTaken: false) }
    guard name == "Choice" || name == "Fallback", parts.last == .alternatives(isTaken: false) else {
      return nil
    }
    parts[parts.count - 1] = .alternatives(isTaken: true)
    return .form
  }

  /// What an element stands in.
  private var surroundings: Part? {
    parts.last { part in
      switch part {
      case .alternatives, .form: false
      default: true
      }
    }
  }

  private func beginParagraph() {
    number += 1
    if isMarkDeleted, !words.isEmpty {
      isMarkDeleted = false
      return
    }
    endParagraph()
    first = number
  }

  private func endParagraph() {
    if words.contains(where: { $0 > 0x20 }) {
      paragraphs.append(
        WordDocument.Paragraph(
          number: first, text: String(decoding: words, as: UTF8.self), isNumbered: isNumbered))
    }
    words = []
    (isNumbered, isMarkDeleted) = (false, false)
  }

  private func put(_ sign: UInt8) {
    if !isHidden, !parts.isEmpty { words.append(sign) }
  }

  private func endText() {
    defer { piece.removeAll(keepingCapacity: true) }
    guard !isHidden else { return }
    let isSpace = { (byte: UInt8) in byte == 0x20 || 0x09...0x0D ~= byte }
    var kept = piece[...]
    if !keepsSpaces {
      kept = kept.drop(while: isSpace)
      while let last = kept.last, isSpace(last) { kept.removeLast() }
    }
    words += kept.lazy.map { isSpace($0) ? 0x20 : $0 }
  }
}
