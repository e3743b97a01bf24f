import Questions

/// A question whose options are counted instead of lettered.
extension PracticeCard {
  /// The number under which an option stands on this screen, from 1.
  package func number(of id: OptionID) -> Int? { optionOrder.firstIndex(of: id).map { $0 + 1 } }

  /// The options in the order of this screen, their texts as they read beside numbers: options that
  /// name others by letter name them by number.
  package var numberedOptions: [(number: Int, text: String)] {
    options.enumerated().map { position, option in
      // Only such options keep the author's order, in which A is the first.
      let isFixed = question.order == .fixed
      return (
        position + 1, isFixed ? OptionOrderDetection.numbered(option.text) : option.text
      )
    }
  }

  /// The response that typed digits mean on this screen.
  ///
  /// - Returns: `.otherThanDigits` where digits can't answer the question.
  package func response(digits text: String) -> Result<Response, TypedDigits.Flaw> {
    switch question.kind.type.form {
    case .options(let severalAllowed):
      TypedDigits.positions(
        text, optionCount: optionOrder.count, severalAllowed: severalAllowed
      ).map { .options(Set($0.map { optionOrder[$0] })) }
    case .truth: TypedDigits.truth(text).map { .truth($0) }
    case .blanks, .text: .failure(.otherThanDigits(last: 0))
    }
  }
}
