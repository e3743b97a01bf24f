import Text

/// The paragraphs 款, items 项 and sub-items 目 of an article, told by its lines.
///
/// A line that begins with （一） is an item, one that begins with 1. a sub-item. A list without numbers
/// (总理， 副总理若干人， …) belongs to the paragraph that announces it. Where the lines do not tell, the
/// outline says so instead of guessing.
package struct ArticleOutline: Hashable, Sendable {
  /// An item of a paragraph.
  package struct Item: Hashable, Sendable {
    /// The line that it begins in.
    package let line: Int
    /// The lines of its sub-items.
    package var subitems: [Int] = []
  }

  /// A paragraph: the lines that it takes, and its items.
  package struct Paragraph: Hashable, Sendable {
    package var lines: Range<Int>
    package var items: [Item] = []
  }

  package private(set) var paragraphs: [Paragraph] = []
  /// Whether the lines tell where paragraphs begin.
  package private(set) var isClear = true
  private var state = State.closed

  private enum State: Hashable {
    /// The next line begins a paragraph.
    case closed
    /// A list begins.
    case introduced
    /// Within a list of `（一）…`.
    case items
    /// Within a list of lines without numbers.
    case members
  }

  package init(_ lines: [String]) {
    for (place, line) in lines.enumerated() { take(line, at: place) }
  }

  /// What a citation can be held against.
  package var shape: ArticleShape {
    ArticleShape(items: paragraphs.map(\.items.count), isClear: isClear)
  }

  private mutating func take(_ line: String, at place: Int) {
    let trailing: Set<Character> = ["”", "）", "’", "\"", ")"]
    guard let last = line.last(where: { !trailing.contains($0) }) else { return }
    let goesOn = last == "，" || last == "；" || last == "、" || last == ";" || last == ","
    let opens = last == "：" || last == ":"
    let current = paragraphs.count - 1
    if current >= 0, let number = Self.itemNumber(line) {
      let count = paragraphs[current].items.count
      isClear = isClear && number == count + 1 && (number > 1 || state == .introduced)
      paragraphs[current].items.append(Item(line: place))
      paragraphs[current].lines = paragraphs[current].lines.lowerBound..<place + 1
      state = goesOn || opens ? .items : .closed
      return
    }
    if current >= 0, !paragraphs[current].items.isEmpty, Self.isSubitem(line) {
      let item = paragraphs[current].items.count - 1
      paragraphs[current].items[item].subitems.append(place)
      paragraphs[current].lines = paragraphs[current].lines.lowerBound..<place + 1
      state = goesOn || opens ? .items : .closed
      return
    }
    switch state {
    case .closed:
      paragraphs.append(Paragraph(lines: place..<place + 1))
      state = opens ? .introduced : .closed
      isClear = isClear && (opens || last == "。")
      return
    case .introduced:
      isClear = isClear && goesOn
      state = .members
    case .members:
      isClear = isClear && (goesOn || last == "。")
      state = goesOn ? .members : .closed
    case .items:
      isClear = false
    }
    paragraphs[current].lines = paragraphs[current].lines.lowerBound..<place + 1
  }

  /// The number of a line `（一）…`, in brackets of either width.
  private static func itemNumber(_ line: String) -> Int? {
    guard line.first == "（" || line.first == "(",
      let end = line.firstIndex(where: { $0 == "）" || $0 == ")" })
    else { return nil }
    return ChineseNumeral.value(of: line[..<end].dropFirst())
  }

  /// `1. …`, `１．…`, `1、…`.
  private static func isSubitem(_ line: String) -> Bool {
    let digits = line.prefix { $0.wholeNumberValue != nil && !ChineseNumeral.isNumeral($0) }
    guard !digits.isEmpty, let next = line[digits.endIndex...].first else { return false }
    return next == "." || next == "．" || next == "、"
  }
}
