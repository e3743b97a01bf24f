import Questions
import TestKit
import Testing
import Text

/// What is said of questions and answers.
@Suite struct WordingTests {
  @Test func `every problem of a question is worded in both languages`() throws {
    let problems: [QuestionProblem] = [
      .emptyStem, .tooFewOptions(count: 1), .tooManyOptions(count: 9), .emptyOption(position: 0),
      .emptyOption(position: 8), .duplicateOptions(first: 0, second: 2), .optionsNotWanted,
      .oneRightOptionWanted(count: 2), .severalRightOptionsWanted(count: 1), .rightOptionWanted,
      .keyNotAmongOptions, .keyOfOtherForm, .noBlankInStem, .blankCount(inStem: 1, inKey: 2),
      .emptyBlankForm(blank: 0), .noKeyPoint, .emptyKeyPoint(position: 1),
      .rationaleNamesMissingOption,
    ]
    #expect(
      try SentenceCheck.faults(
        ofAll: problems, of: "QuestionProblem", in: "Questions/QuestionProblem.swift") == [])
  }

  @Test func `every flaw of a typed answer is worded in both languages`() throws {
    let flaws: [TypedAnswer.Flaw] = [
      .noSuchOption("E", last: "D"), .unreadable, .oneOptionOnly,
      .digits("13", letters: "AC", last: "D"), .digits("9", letters: nil, last: "D"),
      .tooManyBlanks(typed: 3, wanted: 2),
    ]
    #expect(
      try SentenceCheck.faults(ofAll: flaws, of: "Flaw", in: "Questions/TypedAnswer.swift") == [])
  }

  @Test func `every flaw of typed digits is worded in both languages`() throws {
    let flaws: [TypedDigits.Flaw] = [
      .otherThanDigits(last: 4), .oneOnly(last: 4), .neitherTrueNorFalse,
    ]
    #expect(
      try SentenceCheck.faults(ofAll: flaws, of: "Flaw", in: "Questions/TypedDigits.swift") == [])
  }

  @Test func `every trait of a question is worded in both languages`() throws {
    let file = "Questions/QuestionTraits.swift"
    #expect(
      try SentenceCheck.faults(ofAll: Difficulty.allCases, of: "Difficulty", in: file) == [])
    #expect(
      try SentenceCheck.faults(ofAll: CognitiveLevel.allCases, of: "CognitiveLevel", in: file)
        == [])
    #expect(
      try SentenceCheck.faults(ofAll: OptionOrder.allCases, of: "OptionOrder", in: file) == [])
    #expect(
      try SentenceCheck.faults(ofAll: QuestionUse.allCases, of: "QuestionUse", in: file) == [])
    #expect(
      try SentenceCheck.faults(
        ofAll: QuestionState.allCases, of: "QuestionState",
        in: "Questions/QuestionState.swift") == [])
  }

  @Test func `every type of question is named in both languages`() {
    for kind in QuestionKind.all { #expect(SentenceCheck.faults(of: kind.type.name) == []) }
    #expect(Set(QuestionKind.all.map(\.type.name.zh)).count == QuestionKind.all.count)
    #expect(Set(QuestionKind.all.map(\.type.name.en)).count == QuestionKind.all.count)
  }
}
