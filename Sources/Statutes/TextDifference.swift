import Text

/// What two texts differ in, by signs, in stretches that people can read.
///
/// The shortest list of insertions and removals (Myers 1986, as Swift's library has it) falls into
/// crumbs: signs that two phrases happen to share. So a changed stretch is laid to where a clause
/// begins or ends, a number is changed as a whole, and a kept stretch that is too short between two
/// changed ones is changed with them.
struct TextDifference {
  /// A stretch of both texts, by places of their signs.
  struct Stretch: Hashable {
    var old: Range<Int>
    var new: Range<Int>
    var isKept: Bool
  }

  let old: ComparedText
  let new: ComparedText
  /// In order; kept and changed ones by turns.
  private(set) var stretches: [Stretch] = []

  /// The longest texts, in signs of both together without what they begin and end with alike, that
  /// are compared sign by sign. No paragraph of a statute is near it.
  private static let limit = 3000
  /// A kept stretch between two changed ones has to be longer.
  private static let crumb = 2
  /// Up to this length it has to be longer than half of the changed ones beside it.
  private static let shortPhrase = 4
  /// Where less than this share of the longer text is kept, both are marked whole.
  private static let leastKept = 0.2

  init(_ oldText: String, _ newText: String) {
    old = ComparedText(oldText)
    new = ComparedText(newText)
    stretches = Self.raw(old.signs, new.signs)
    slide()
    takeWholeNumbers()
    mergeCrumbs()
    trim()
    takeWordBefore()
    mergeCrumbs()
    let kept = stretches.reduce(0) { $0 + ($1.isKept ? $1.old.count : 0) }
    let longer = max(old.signs.count, new.signs.count)
    if kept < longer, Double(kept) < Self.leastKept * Double(longer) {
      stretches = [Stretch(old: 0..<old.signs.count, new: 0..<new.signs.count, isKept: false)]
    }
  }

  /// The two texts as one.
  var marks: MarkedText {
    // A text of nothing but spaces has no sign and yet is reproduced.
    guard !stretches.isEmpty else {
      let isEmpty = old.text.isEmpty && new.text.isEmpty
      return MarkedText(runs: isEmpty ? [] : [.kept(old: old.text, new: new.text)])
    }
    var runs: [MarkedText.Run] = []
    for stretch in stretches {
      let (before, after) = (old.text(stretch.old), new.text(stretch.new))
      if stretch.isKept {
        runs.append(.kept(old: before, new: after))
      } else {
        if !before.isEmpty { runs.append(.removed(before)) }
        if !after.isEmpty { runs.append(.added(after)) }
      }
    }
    return MarkedText(runs: runs)
  }

  // MARK: The shortest difference

  private static func raw(_ old: [Unicode.Scalar], _ new: [Unicode.Scalar]) -> [Stretch] {
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    var end = 0
    while end < old.count - start, end < new.count - start,
      old[old.count - 1 - end] == new[new.count - 1 - end]
    { end += 1 }
    var gone = [Bool](repeating: false, count: old.count)
    var come = [Bool](repeating: false, count: new.count)
    let (oldRest, newRest) = (start..<old.count - end, start..<new.count - end)
    if oldRest.count + newRest.count > limit || oldRest.isEmpty || newRest.isEmpty {
      for place in oldRest { gone[place] = true }
      for place in newRest { come[place] = true }
    } else {
      for change in Array(new[newRest]).difference(from: Array(old[oldRest])) {
        switch change {
        case .remove(let offset, _, _): gone[start + offset] = true
        case .insert(let offset, _, _): come[start + offset] = true
        }
      }
    }
    var stretches: [Stretch] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      let (first, second) = (i, j)
      while i < old.count, j < new.count, !gone[i], !come[j] {
        i += 1
        j += 1
      }
      if i > first {
        stretches.append(Stretch(old: first..<i, new: second..<j, isKept: true))
        continue
      }
      while i < old.count, gone[i] { i += 1 }
      while j < new.count, come[j] { j += 1 }
      stretches.append(Stretch(old: first..<i, new: second..<j, isKept: false))
    }
    return stretches
  }

  // MARK: Stretches that can be read

  /// Lays what was only added or only removed to where a clause begins or ends, as far as the signs
  /// around it allow.
  private mutating func slide() {
    // A stretch that leaves the beginning or the end leaves something kept there.
    stretches.insert(Stretch(old: 0..<0, new: 0..<0, isKept: true), at: 0)
    let (oldEnd, newEnd) = (old.signs.count, new.signs.count)
    stretches.append(Stretch(old: oldEnd..<oldEnd, new: newEnd..<newEnd, isKept: true))
    defer { joinNeighbours() }
    for place in stretches.indices where !stretches[place].isKept {
      let stretch = stretches[place]
      guard stretch.old.isEmpty || stretch.new.isEmpty else { continue }
      let signs = stretch.old.isEmpty ? new.signs : old.signs
      let range = stretch.old.isEmpty ? stretch.new : stretch.old
      let (back, ahead) = (stretches[place - 1].old.count, stretches[place + 1].old.count)
      var best = (shift: 0, score: Self.score(signs, range))
      // One sign of a kept stretch stays, or it would no longer part two changes.
      var shift = 0
      while -shift < back - (place > 1 ? 1 : 0),
        signs[range.lowerBound + shift - 1] == signs[range.upperBound + shift - 1]
      {
        shift -= 1
        let score = Self.score(signs, range.lowerBound + shift..<range.upperBound + shift)
        if score > best.score { best = (shift, score) }
      }
      shift = 0
      while shift < ahead - (place + 2 < stretches.count ? 1 : 0),
        signs[range.lowerBound + shift] == signs[range.upperBound + shift]
      {
        shift += 1
        let score = Self.score(signs, range.lowerBound + shift..<range.upperBound + shift)
        if score > best.score { best = (shift, score) }
      }
      guard best.shift != 0 else { continue }
      move(place, by: best.shift)
    }
  }

  /// How well a stretch stands: between clauses best.
  private static func score(_ signs: [Unicode.Scalar], _ range: Range<Int>) -> Int {
    func edge(_ place: Int) -> Int {
      if place == 0 || place == signs.count { return 3 }
      if isStop(signs[place - 1]) { return 2 }
      return isStop(signs[place]) ? 1 : 0
    }
    return edge(range.lowerBound) + edge(range.upperBound)
  }

  private static func isStop(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    case ",", ";", ":", "。", "、", "\n": true
    default: false
    }
  }

  /// Moves a stretch over its neighbours.
  private mutating func move(_ place: Int, by shift: Int) {
    let stretch = stretches[place]
    func moved(_ range: Range<Int>) -> Range<Int> {
      range.lowerBound + shift..<range.upperBound + shift
    }
    stretches[place].old = moved(stretch.old)
    stretches[place].new = moved(stretch.new)
    let (before, after) = (stretches[place - 1], stretches[place + 1])
    stretches[place - 1].old = before.old.lowerBound..<stretches[place].old.lowerBound
    stretches[place - 1].new = before.new.lowerBound..<stretches[place].new.lowerBound
    stretches[place + 1].old = stretches[place].old.upperBound..<after.old.upperBound
    stretches[place + 1].new = stretches[place].new.upperBound..<after.new.upperBound
  }

  /// A number changes as a whole: of 十五 and 二十五 not 二 alone is new.
  private mutating func takeWholeNumbers() {
    for place in stretches.indices where !stretches[place].isKept {
      if place > 0 {
        let before = stretches[place - 1]
        let tail = before.old.reversed().prefix { WeightyWords.isNumeral(old.signs[$0]) }.count
        if tail > 0, beginsWithNumeral(stretches[place]) {
          stretches[place - 1].old = before.old.dropLast(tail)
          stretches[place - 1].new = before.new.dropLast(tail)
          let (old, new) = (stretches[place].old, stretches[place].new)
          stretches[place].old = old.lowerBound - tail..<old.upperBound
          stretches[place].new = new.lowerBound - tail..<new.upperBound
        }
      }
      if place + 1 < stretches.count {
        let after = stretches[place + 1]
        let head = after.old.prefix { WeightyWords.isNumeral(old.signs[$0]) }.count
        if head > 0, endsWithNumeral(stretches[place]) {
          stretches[place + 1].old = after.old.dropFirst(head)
          stretches[place + 1].new = after.new.dropFirst(head)
          let (old, new) = (stretches[place].old, stretches[place].new)
          stretches[place].old = old.lowerBound..<old.upperBound + head
          stretches[place].new = new.lowerBound..<new.upperBound + head
        }
      }
    }
    joinNeighbours()
  }

  private func beginsWithNumeral(_ stretch: Stretch) -> Bool {
    stretch.old.first.map { WeightyWords.isNumeral(old.signs[$0]) } ?? false
      || stretch.new.first.map { WeightyWords.isNumeral(new.signs[$0]) } ?? false
  }

  private func endsWithNumeral(_ stretch: Stretch) -> Bool {
    stretch.old.last.map { WeightyWords.isNumeral(old.signs[$0]) } ?? false
      || stretch.new.last.map { WeightyWords.isNumeral(new.signs[$0]) } ?? false
  }

  /// Gives back what both sides of a changed stretch begin or end with, but for parts of numbers.
  private mutating func trim() {
    var trimmed: [Stretch] = []
    for stretch in stretches {
      guard !stretch.isKept else {
        trimmed.append(stretch)
        continue
      }
      let (before, after) = (Array(old.signs[stretch.old]), Array(new.signs[stretch.new]))
      let shorter = min(before.count, after.count)
      var head = 0
      while head < shorter, before[head] == after[head] { head += 1 }
      while head > 0, WeightyWords.isNumeral(before[head - 1]) { head -= 1 }
      var tail = 0
      while tail < shorter - head, before[before.count - 1 - tail] == after[after.count - 1 - tail]
      {
        tail += 1
      }
      while tail > 0, WeightyWords.isNumeral(before[before.count - tail]) { tail -= 1 }
      let (oldStart, newStart) = (stretch.old.lowerBound + head, stretch.new.lowerBound + head)
      let (oldEnd, newEnd) = (stretch.old.upperBound - tail, stretch.new.upperBound - tail)
      trimmed += [
        Stretch(
          old: stretch.old.lowerBound..<oldStart, new: stretch.new.lowerBound..<newStart,
          isKept: true),
        Stretch(old: oldStart..<oldEnd, new: newStart..<newEnd, isKept: false),
        Stretch(
          old: oldEnd..<stretch.old.upperBound, new: newEnd..<stretch.new.upperBound, isKept: true),
      ]
    }
    stretches = trimmed
    joinNeighbours()
  }

  /// One sign that became others takes the sign before it, since most words have two: not 规 and then 定
  /// or 范, but 规定 and 规范. Signs that are words alone stay out of it.
  private mutating func takeWordBefore() {
    for place in stretches.indices.dropFirst() where !stretches[place].isKept {
      let (stretch, before) = (stretches[place], stretches[place - 1])
      guard !stretch.old.isEmpty, !stretch.new.isEmpty,
        stretch.old.count == 1 || stretch.new.count == 1, !before.old.isEmpty,
        let first = stretch.old.first, let last = before.old.last
      else { continue }
      let signs = [old.signs[first], new.signs[stretch.new.lowerBound], old.signs[last]]
      guard signs.allSatisfy(Self.isPartOfWord) else { continue }
      stretches[place - 1].old = before.old.dropLast()
      stretches[place - 1].new = before.new.dropLast()
      stretches[place].old = stretch.old.lowerBound - 1..<stretch.old.upperBound
      stretches[place].new = stretch.new.lowerBound - 1..<stretch.new.upperBound
    }
    joinNeighbours()
  }

  private static func isPartOfWord(_ sign: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(sign.value) && !alone.contains(sign) && !WeightyWords.isNumeral(sign)
  }

  private static let alone = Set(
    "的和与及或在对由向按被将为是其该本所同等之以于从而但并至经各应可不得须人者内外上下前后时第条款项".unicodeScalars)

  /// Takes the kept stretches that are too short to part two changes.
  private mutating func mergeCrumbs() {
    func size(_ stretch: Stretch) -> Int { max(stretch.old.count, stretch.new.count) }
    var goesOn = true
    while goesOn {
      goesOn = false
      for place in stretches.indices.dropFirst().dropLast() where stretches[place].isKept {
        let length = stretches[place].old.count
        let beside = min(size(stretches[place - 1]), size(stretches[place + 1]))
        if length <= Self.crumb || length <= Self.shortPhrase && length * 2 <= beside {
          stretches[place].isKept = false
          goesOn = true
        }
      }
      joinNeighbours()
    }
  }

  /// Drops empty stretches and joins those of a kind.
  private mutating func joinNeighbours() {
    var joined: [Stretch] = []
    for stretch in stretches where !stretch.old.isEmpty || !stretch.new.isEmpty {
      if let last = joined.last, last.isKept == stretch.isKept {
        joined[joined.count - 1].old = last.old.lowerBound..<stretch.old.upperBound
        joined[joined.count - 1].new = last.new.lowerBound..<stretch.new.upperBound
      } else {
        joined.append(stretch)
      }
    }
    stretches = joined
  }
}
