import Questions

extension MingfaText.Reader {
  /// Where a waiver stands: `rule（reason）`.
  private struct WaiverSpan {
    var rule: Range<Int>
    /// nil where no brackets follow the rule.
    var reason: Slice?
    /// Behind its closing bracket; nil where it has none, or something else follows than `；`.
    var end: Int?
  }

  /// The waivers of 免查; what is wrong with them is told.
  mutating func readWaivers() -> [Waiver] {
    guard let block = question[.waivers], block.count > 0 else { return [] }
    var waivers: [Waiver] = []
    for slice in question.lines(block) {
      var start = slice.start
      while start < slice.end {
        let span = waiverSpan(start, of: slice)
        guard let end = span.end else {
          problem(
            .unreadableWaiver(quoted(start..<slice.end)), Place(line: slice.line, offset: start))
          break
        }
        if let waiver = waiver(span, end: end, line: slice.line) { waivers.append(waiver) }
        let separator = Sign.narrow(bytes, end, slice.end)
        start = Blank.skip(bytes, end + separator.length, slice.end)
      }
    }
    return waivers
  }

  /// The reason goes to the bracket that closes the first one, so it may hold brackets and `；` itself.
  private func waiverSpan(_ start: Int, of slice: Slice) -> WaiverSpan {
    var at = start
    while at < slice.end {
      let sign = Sign.narrow(bytes, at, slice.end)
      if sign.sign == 0x28 || sign.sign == 0x3B { break }
      at += max(1, sign.length)
    }
    let (first, last) = Blank.trimmed(bytes, start, at)
    var span = WaiverSpan(rule: first..<last, reason: nil, end: first < last ? at : nil)
    guard Sign.narrow(bytes, at, slice.end).sign == 0x28 else { return span }
    span.end = nil
    let inside = at + Sign.narrow(bytes, at, slice.end).length
    var depth = 0
    while at < slice.end {
      let sign = Sign.narrow(bytes, at, slice.end)
      if sign.sign == 0x28 { depth += 1 }
      if sign.sign == 0x29 { depth -= 1 }
      if depth == 0 {
        span.reason = Slice(bytes, part: inside, at, of: slice)
        let next = Blank.skip(bytes, at + sign.length, slice.end)
        if first < last, next == slice.end || Sign.narrow(bytes, next, slice.end).sign == 0x3B {
          span.end = next
        }
        return span
      }
      at += max(1, sign.length)
    }
    return span
  }

  private mutating func waiver(_ span: WaiverSpan, end: Int, line: Int) -> Waiver? {
    let place = Place(line: line, offset: span.rule.lowerBound)
    guard let check = Vocabulary.checks.value(bytes, span.rule.lowerBound, span.rule.upperBound)
    else {
      let name = quoted(span.rule)
      if ReadFact.rulesOfForm.contains(name) {
        problem(.ruleOfFormWaived(name), place)
      } else if name.utf8.allSatisfy({ $0 == 0x2D || (0x41...0x7A).contains($0) }) {
        problem(.unknownRule(name, like: BankChecks.nearest(to: name.lowercased())), place)
      } else {
        problem(.unreadableWaiver(quoted(span.rule.lowerBound..<end)), place)
      }
      return nil
    }
    guard check.scope != .bank else {
      problem(.ruleOfBankWaived(check.id), place)
      return nil
    }
    let reason = span.reason.map { EscapedText.string(bytes, $0) } ?? ""
    guard !reason.isEmpty else {
      problem(.waiverWithoutReason(rule: check.id), place)
      return nil
    }
    return Waiver(rule: check.id, reason: reason)
  }
}
