/// Which styles of a Word document put a number before their paragraphs.
struct WordStyles {
  private struct Style {
    var base: String?
    /// nil where it is as in the base.
    var isNumbered: Bool?
  }

  private var styles: [String: Style] = [:]

  /// No styles.
  init() {}

  /// The styles of the part `word/styles.xml`; those before a flaw in it.
  init(_ store: ByteStore) {
    let listener = Listener()
    try? XMLWalk.through(store.bytes, listener)
    styles = listener.styles
  }

  /// Whether the paragraphs of a style have numbers.
  func areNumbered(_ id: String) -> Bool {
    var next: String? = id
    // They may go round in a circle; nobody builds styles so deep.
    for _ in 0..<32 {
      guard let id = next, let style = styles[id] else { return false }
      if let isNumbered = style.isNumbered { return isNumbered }
      next = style.base
    }
    return false
  }

  private final class Listener: XMLListener {
    var styles: [String: Style] = [:]
    private var names: [String] = []
    private var id: String?

    func begin(_ element: XMLElement) {
      let name = element.space == .word ? element.name : ""
      names.append(name)
      if name == "style" { id = element.value(of: "styleId") }
      guard let id else { return }
      switch name {
      case "basedOn": styles[id, default: Style()].base = element.value(of: "val")
      case "numPr": styles[id, default: Style()].isNumbered = true
      case "numId" where element.value(of: "val") == "0":
        styles[id, default: Style()].isNumbered = false
      default: break
      }
    }

    func end() { if names.popLast() == "style" { id = nil } }

    func take(_ words: UnsafeBufferPointer<UInt8>) {}
  }
}
