import Questions

extension MingfaText.Reader {
  /// A question begins; `rest` is where its number ends.
  mutating func beginQuestion(rest: Int) {
    questionCount += 1
    if casus != nil {
      closePassage()
      casus?.questionsBegun += 1
    }
    let errors = log.errorCount
    var stem = rest
    var kind: Int?
    if let (name, after) = LineShape.bracketed(bytes, rest, end),
      let type = Vocabulary.types.value(bytes, name.lowerBound, name.upperBound)
    {
      stem = Blank.skip(bytes, after, end)
      switch type {
      case .kind(let position): kind = position
      case .casus: problem(.unknownType(quoted(name)), Place(line: line, offset: rest))
      }
    } else if casus != nil {
      problem(.caseQuestionWithoutType, here)
    } else {
      switch heading {
      case .kind(let position): kind = position
      case .none: problem(.questionWithoutType, here)
      case .unknown: break
      }
    }
    question.begin(here, stem: stem, kind: kind)
    question.sourceStart = rest
    question.warningsBefore = log.warningCount
    question.errorsBefore = errors
    question.continueText(Slice(bytes, stem, end, line: line))
    context = .stem
  }

  /// One line of options, one or several.
  mutating func readOption(_ letter: Int, rest: Int) {
    // `I` is an option too many after `H`, and text anywhere else.
    if letter == 8, !(context == .option && question.options.count == 8) {
      return readText()
    }
    switch context {
    case .stem, .option: break
    case .refused where question.isOpen: return
    case .field where question.isOpen:
      problem(.optionAfterField, here)
      context = .refused
      return
    default:
      if context != .refused { problem(.optionOutsideQuestion, here) }
      context = .refused
      return
    }
    context = .option
    var letter = letter
    var mark = start
    var text = rest
    while true {
      addOption(letter, Place(line: line, offset: mark))
      let (next, textEnd) = nextOption(after: text)
      let trimmed = Blank.trimmed(bytes, text, textEnd)
      question.continueText(Slice(bytes, trimmed.0, trimmed.1, line: line))
      guard let next else { return }
      (letter, mark, text) = next
    }
  }

  private mutating func addOption(_ letter: Int, _ place: Place) {
    let due = question.options.count
    if letter != due, !question.hasBrokenOptions, let expected = Self.letter(due),
      let found = Self.letter(letter)
    {
      problem(.optionOutOfOrder(found: found, expected: expected), place)
      question.hasBrokenOptions = true
    }
    question.beginOption(place)
  }

  private static func letter(_ position: Int) -> Character? {
    Unicode.Scalar(UInt32(0x41 + position)).map { Character($0) }
  }

  /// Another option on this line: after two spaces, a tab or an ideographic space.
  private func nextOption(
    after offset: Int
  ) -> (next: (letter: Int, mark: Int, text: Int)?, textEnd: Int) {
    var at = offset
    while at < end {
      let byte = bytes[at]
      guard byte == 0x20 || byte == 0x09 || byte == 0xE3 || byte == 0xC2 || byte == 0xE2 else {
        at += 1
        continue
      }
      let gap = at
      var isWide = false
      while at < end, case let blank = Blank.sign(bytes, at, end), blank.length > 0 {
        isWide = isWide || bytes[at] == 0x09 || bytes[at] == 0xE3
        at += blank.length
      }
      if at == gap {
        at += 1
        continue
      }
      if isWide || at - gap >= 2, at < end,
        case .option(let letter, let rest) = LineShape.option(bytes, at, end), letter < 8
      {
        return ((letter, at, rest), gap)
      }
    }
    return (nil, end)
  }

  /// The line of a field.
  mutating func readField(_ field: BankField, value: Int) {
    let place = Place(line: line, offset: value)
    guard question.isOpen else {
      if casus != nil { return readPassageField(field, value: value) }
      problem(.fieldOutsideQuestion(field), here)
      context = .refused
      return
    }
    if let first = question[field] {
      problem(.fieldTwice(field, firstLine: first.place.line), here)
      context = .refused
      return
    }
    question.beginField(field, place)
    question.continueText(Slice(bytes, value, end, line: line))
    context = .field(field)
  }

  /// Makes the question's values, checks them and hands the question on; or hands on that it stands
  /// there as before.
  mutating func endQuestion() {
    guard question.isOpen else { return }
    question.isOpen = false
    context = .refused
    let errors = question.errorsBefore
    let source = sources?.digest(of: Bytes(rebasing: bytes[question.sourceStart..<inkEnd]))
    let code = readCode()
    if let source, let known = sources?.sources.question(source: source) {
      // Its code is all that other lines of the file can put in the wrong.
      if log.errorCount == errors { give(.known(known)) }
      return
    }
    let built = buildQuestion(code: code)
    guard log.errorCount == errors, let built else { return }
    let isClean = log.warningCount == question.warningsBefore
    give(.read(built, source: isClean ? source : nil))
  }

  private mutating func give(_ read: ReadItem.ReadQuestion) {
    if casus != nil {
      casus?.questions.append(read)
      casus?.lines.append(question.place.line)
    } else {
      give(
        .item(ReadItem(questions: [read], lines: ItemLines(questions: [question.place.line]))))
    }
  }

  private mutating func readCode() -> QuestionCode? {
    guard let block = question[.code], let slice = question.lines(block).first else {
      problem(.missingCode, question.place)
      let empty = question[.code]?.place
      uncoded.append(
        UncodedPlace(
          offset: empty?.offset ?? inkEnd, fillsEmptyField: empty != nil,
          line: question.place.line))
      return nil
    }
    return code(slice, at: block.place)
  }

  /// The code that stands in a slice, if it is one and new.
  mutating func code(_ slice: Slice, at place: Place) -> QuestionCode? {
    guard let code = QuestionCode(utf8: Bytes(rebasing: bytes[slice.start..<slice.end])) else {
      problem(.unreadableCode(quoted(slice.start..<slice.end)), place)
      return nil
    }
    if let first = codes.add(bytes, slice.start, slice.end, line: place.line) {
      problem(.codeTwice(code, firstLine: first), place)
    }
    return code
  }
}
