import Questions

extension MingfaText.Reader {
  /// `案例：`; `value` is where the passage begins.
  mutating func beginCase(value: Int) {
    var draft = CaseDraft(place: here)
    if value < end { draft.slices.append(Slice(bytes, value, end, line: line)) }
    casus = draft
    context = .passage
  }

  /// Of all fields only 编号 belongs to a passage.
  mutating func readPassageField(_ field: BankField, value: Int) {
    guard field == .code else {
      problem(.fieldInPassage(field), here)
      context = .refused
      return
    }
    if let first = casus?.code {
      problem(.fieldTwice(.code, firstLine: first.place.line), here)
      context = .refused
      return
    }
    casus?.code = (
      Slice(bytes, value, end, line: line), Place(line: line, offset: value)
    )
    context = .field(.code)
  }

  /// The first question begins, or the case ends: the passage is whole.
  mutating func closePassage() {
    guard let draft = casus, !draft.isPassageClosed else { return }
    casus?.isPassageClosed = true
    sources?.begin(passage: Bytes(rebasing: bytes[draft.place.offset..<inkEnd]))
    let text = EscapedText.string(bytes, draft.slices[...])
    if text.isEmpty { problem(.emptyPassage, draft.place) }
    guard let (slice, place) = draft.code, !slice.isEmpty else {
      problem(.missingCode, draft.place)
      uncoded.append(
        UncodedPlace(
          offset: draft.code?.place.offset ?? inkEnd, fillsEmptyField: draft.code != nil,
          line: draft.place.line))
      return
    }
    if let code = code(slice, at: place) { casus?.passage = Passage(code: code, text: text) }
  }

  /// Ends the question that is open, and the case that is open with it.
  mutating func endCase() {
    endQuestion()
    guard casus != nil else {
      context = .nothing
      return
    }
    closePassage()
    if let draft = casus {
      if draft.questionsBegun == 0 { problem(.caseWithoutQuestions, draft.place) }
      if let passage = draft.passage {
        give(
          .item(
            ReadItem(
              passage: passage, questions: draft.questions,
              lines: ItemLines(passage: draft.place.line, questions: draft.lines))))
      }
    }
    casus = nil
    sources?.endCase()
    context = .nothing
  }
}
