import Learning
import People
import Questions
import Testing

/// An attempt is its steps: reading them gives where it stands.
@Suite struct AttemptStateTests {
  static let refs = (1...4).map { QuestionRef(question: Int64($0), version: Int64(10 + $0)) }
  static let right = Grade(verdict: .right, hits: 1, total: 1)
  static let wrong = Grade(verdict: .wrong, hits: 0, total: 1)

  private var steps: [Step] = []

  private mutating func add(_ facts: StepFact..., assistedBy: AssistantID? = nil) {
    for fact in facts {
      let sequence = steps.count + 1
      steps.append(
        Step(
          sequence: sequence,
          moment: Moment(utc: Int64(sequence), monotonic: Int64(sequence), boot: "b"), fact: fact,
          assistedBy: assistedBy))
    }
  }

  private mutating func start(_ numbers: Int...) {
    for number in numbers {
      add(
        .start(Self.refs[number - 1], index: number - 1, optionOrder: [OptionID(2), OptionID(1)]))
    }
  }

  private var state: AttemptState { AttemptState(steps) }

  @Test func `nothing has happened before the first step`() {
    let state = AttemptState()
    #expect(state.sequence == 0)
    #expect(state.current == nil)
    #expect(state.entries.isEmpty)
    #expect(state.finished == nil)
  }

  @Test mutating func `a start puts a question before the learner with its option order`() {
    start(1, 2)
    #expect(state.sequence == 2)
    #expect(state.current == 1)
    #expect(state.entries.map(\.ref) == Array(Self.refs[0...1]))
    #expect(state.entries[1].optionOrder == [OptionID(2), OptionID(1)])
    #expect(state.position(of: 2) == 1)
    #expect(state.position(of: 3) == nil)
  }

  @Test mutating func `an answer stands with its verdict, its time and its typist`() {
    start(1)
    add(.answer(Self.refs[0], .truth(true), Self.right), assistedBy: AssistantID(3))
    let answer = state.entries[0].answer
    #expect(answer?.sequence == 2)
    #expect(answer?.response == .truth(true))
    #expect(answer?.grade == Self.right)
    #expect(answer?.assistedBy == AssistantID(3))
    #expect(answer?.moment.utc == 2)
    #expect(state.answered.map(\.sequence) == [2])
  }

  @Test mutating func `a changed answer replaces the one before`() {
    start(1, 2)
    add(.answer(Self.refs[1], .truth(true), Self.wrong))
    add(.answer(Self.refs[0], .truth(true), Self.wrong))
    add(.answer(Self.refs[1], .truth(false), Self.right))
    #expect(state.entries[1].answer?.response == .truth(false))
    #expect(state.answered.map(\.sequence) == [4, 5])
    #expect(state.current == 1)
  }

  @Test mutating func `a blank answer takes the answer away`() {
    start(1)
    add(.answer(Self.refs[0], .truth(true), Self.right))
    add(.answer(Self.refs[0], .blank, Grade(verdict: .blank, hits: 0, total: 1)))
    #expect(state.entries[0].answer == nil)
    #expect(state.answered.isEmpty)
  }

  @Test mutating func `an undone answer no longer stands and its question is put again`() {
    start(1)
    add(.answer(Self.refs[0], .truth(true), Self.wrong))
    start(2)
    add(.undo(Self.refs[0], sequence: 2))
    #expect(state.entries[0].answer == nil)
    #expect(state.answered.isEmpty)
    #expect(state.current == 0)
  }

  @Test mutating func `undoing an answer that no longer stands changes nothing`() {
    start(1)
    add(.answer(Self.refs[0], .truth(true), Self.wrong))
    add(.answer(Self.refs[0], .truth(false), Self.right))
    add(.undo(Self.refs[0], sequence: 2))
    #expect(state.entries[0].answer?.sequence == 3)
    #expect(state.answered.map(\.sequence) == [3])
  }

  @Test mutating func `a skipped question is skipped until it is answered`() {
    start(1)
    add(.skip(Self.refs[0]))
    #expect(state.entries[0].isSkipped)
    add(.answer(Self.refs[0], .truth(true), Self.right))
    #expect(!state.entries[0].isSkipped)
    add(.skip(Self.refs[0]))
    #expect(!state.entries[0].isSkipped)
  }

  @Test mutating func `moving and marking touch no answer`() {
    start(1, 2)
    add(
      .answer(Self.refs[1], .truth(true), Self.right), .move(Self.refs[0]),
      .mark(Self.refs[0], true)
    )
    #expect(state.current == 0)
    #expect(state.entries.map(\.isMarked) == [true, false])
    add(.mark(Self.refs[0], false), .move(Self.refs[3]))
    #expect(state.entries.map(\.isMarked) == [false, false])
    #expect(state.current == 0, "a question that never came cannot be gone to")
    #expect(state.entries[1].answer != nil)
  }

  @Test mutating func `steps about questions that never came are passed over`() {
    start(1)
    let before = state
    add(.answer(Self.refs[2], .truth(true), Self.right), .skip(Self.refs[2]))
    add(.mark(Self.refs[2], true), .undo(Self.refs[2], sequence: 2))
    #expect(state.entries == before.entries)
    #expect(state.current == before.current)
    #expect(state.sequence == 5)
  }

  @Test(arguments: [FinishReason.completed, .submitted, .deadline, .abandoned])
  func `a finish says why`(reason: FinishReason) {
    var copy = self
    copy.start(1)
    copy.add(.pause, .resume, .finish(reason))
    #expect(copy.state.finished == reason)
    #expect(copy.state.current == 0)
  }

  @Test mutating func `reading all steps at once or one after the other is the same`() {
    start(1, 2, 3)
    add(.answer(Self.refs[0], .truth(true), Self.right), .skip(Self.refs[2]), .move(Self.refs[1]))
    add(.mark(Self.refs[1], true), .answer(Self.refs[1], .truth(false), Self.wrong), .pause)
    add(.undo(Self.refs[1], sequence: 8), .finish(.submitted))
    var one = AttemptState()
    for step in steps { one.apply(step) }
    #expect(one == state)
    #expect(one.answered.map(\.sequence) == state.answered.map(\.sequence))
  }
}
