import Exams
import Questions
import Testing

/// What follows from a blueprint by counting.
@Suite struct BlueprintTests {
  @Test func `full marks and pass mark follow from the sections`() {
    let blueprint = Blueprint(
      code: "town", title: "年度学法考试",
      sections: [
        Blueprint.Section(content: .questions(.single, count: 25), points: Score(points: 2)),
        Blueprint.Section(
          content: .cases(count: 2, questions: 4), points: Score(hundredths: 250)),
      ], time: Blueprint.TimeRules(minutes: 60), pass: Blueprint.PassRules(share: 6000))
    #expect(blueprint.count == 33)
    #expect(blueprint.full == Score(points: 70))
    #expect(blueprint.passMark == Score(points: 42))
  }

  @Test(arguments: [
    (2500...2500, 100, 25...25), (1000...2000, 33, 4...6), (0...10_000, 7, 0...7),
    (2500...2500, 10, nil), (3333...3334, 3, 1...1),
  ])
  func `a share is rounded inwards to whole questions`(
    bounds: ClosedRange<Int>, of: Int, questions: ClosedRange<Int>?
  ) {
    let share = Blueprint.Share(trait: .level(.apply), bounds: bounds)
    #expect(share.questions(of: of) == questions)
  }

  @Test func `difficulty is the author's word until responses outweigh it`() {
    #expect(QuestionDifficulty.value(author: .veryEasy) == 0.1)
    #expect(QuestionDifficulty.value(author: nil) == 0.5)
    #expect(QuestionDifficulty.value(author: .veryHard, wrong: 0, responses: 20) == 0.45)
    let many = QuestionDifficulty.value(author: .easy, wrong: 800, responses: 1000)
    #expect(many > 0.78 && many < 0.8)
  }
}
