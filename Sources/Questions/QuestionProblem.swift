/// What is wrong with a question, whatever file or form it came from.
package enum QuestionProblem: Hashable, Sendable {
  /// The part of the question in which the cure lies.
  package enum Part: Hashable, Sendable {
    case stem
    /// By position from 0.
    case option(Int)
    case key
    case rationale
  }

  case emptyStem
  case tooFewOptions(count: Int)
  case tooManyOptions(count: Int)
  case emptyOption(position: Int)
  case duplicateOptions(first: Int, second: Int)
  case optionsNotWanted
  case oneRightOptionWanted(count: Int)
  case severalRightOptionsWanted(count: Int)
  case rightOptionWanted
  /// The key names an option that is not there.
  case keyNotAmongOptions
  case keyOfOtherForm
  case noBlankInStem
  case blankCount(inStem: Int, inKey: Int)
  case emptyBlankForm(blank: Int)
  case noKeyPoint
  case emptyKeyPoint(position: Int)
  case rationaleNamesMissingOption

  /// The part that the author has to mend; Formats points at its place in the file.
  package var part: Part {
    switch self {
    case .emptyStem, .noBlankInStem, .tooFewOptions: .stem
    case .tooManyOptions(let count): .option(count - 1)
    case .emptyOption(let position): .option(position)
    case .duplicateOptions(_, let second): .option(second)
    case .optionsNotWanted: .option(0)
    case .oneRightOptionWanted, .severalRightOptionsWanted, .rightOptionWanted,
      .keyNotAmongOptions, .keyOfOtherForm, .blankCount, .emptyBlankForm, .noKeyPoint,
      .emptyKeyPoint:
      .key
    case .rationaleNamesMissingOption: .rationale
    }
  }
}
