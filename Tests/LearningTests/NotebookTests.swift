import Learning
import Questions
import Testing

/// The notebook of missed questions fills and empties by rule.
@Suite struct NotebookTests {
  typealias Memory = QuestionMemory

  struct Rule: Sendable, CustomTestStringConvertible {
    let name: String
    var before = Memory()
    let verdict: Grade.Verdict
    var inExam = false
    let after: Memory
    var testDescription: String { name }
  }

  static let rules = [
    Rule(
      name: "a miss puts a new question in", verdict: .wrong,
      after: Memory(answered: 1, inNotebook: true)),
    Rule(
      name: "half a miss does, too", verdict: .partial, after: Memory(answered: 1, inNotebook: true)
    ),
    Rule(
      name: "a right answer leaves a new question out", verdict: .right,
      after: Memory(answered: 1, right: 1, streak: 1)),
    Rule(name: "a blank in practice changes nothing", verdict: .blank, after: Memory()),
    Rule(
      name: "a blank in practice breaks no row",
      before: Memory(answered: 4, right: 2, streak: 2, inNotebook: true), verdict: .blank,
      after: Memory(answered: 4, right: 2, streak: 2, inNotebook: true)),
    Rule(
      name: "a blank in an exam counts as missed, not as answered",
      before: Memory(answered: 4, right: 2, streak: 2), verdict: .blank, inExam: true,
      after: Memory(answered: 4, right: 2, streak: 0, inNotebook: true)),
    Rule(
      name: "the second right answer in a row keeps it in",
      before: Memory(answered: 2, right: 1, streak: 1, inNotebook: true), verdict: .right,
      after: Memory(answered: 3, right: 2, streak: 2, inNotebook: true)),
    Rule(
      name: "the third takes it out",
      before: Memory(answered: 3, right: 2, streak: 2, inNotebook: true), verdict: .right,
      after: Memory(answered: 4, right: 3, streak: 3)),
    Rule(
      name: "a miss begins the row anew",
      before: Memory(answered: 3, right: 2, streak: 2, inNotebook: true), verdict: .wrong,
      after: Memory(answered: 4, right: 2, streak: 0, inNotebook: true)),
    Rule(
      name: "a miss brings a solved question back in",
      before: Memory(answered: 9, right: 9, streak: 9), verdict: .wrong,
      after: Memory(answered: 10, right: 9, streak: 0, inNotebook: true)),
    Rule(
      name: "an answer settles what was due",
      before: Memory(answered: 1, right: 1, streak: 1, isDue: true), verdict: .right,
      after: Memory(answered: 2, right: 2, streak: 2)),
    Rule(
      name: "a wrong answer settles it, too",
      before: Memory(answered: 1, right: 1, streak: 1, isDue: true), verdict: .wrong,
      after: Memory(answered: 2, right: 1, streak: 0, inNotebook: true)),
    Rule(
      name: "a blank leaves it due", before: Memory(answered: 1, isDue: true), verdict: .blank,
      after: Memory(answered: 1, isDue: true)),
  ]

  @Test(arguments: rules) func `an answer changes the memory by the rule`(rule: Rule) {
    #expect(
      MistakeNotebook.memory(rule.before, after: rule.verdict, needed: 3, inExam: rule.inExam)
        == rule.after)
  }

  @Test(arguments: 1...20) func `the learner's number of right answers in a row takes it out`(
    needed: Int
  ) {
    var memory = MistakeNotebook.memory(Memory(), after: .wrong, needed: needed, inExam: false)
    for count in 1...needed {
      #expect(memory.inNotebook, "after \(count - 1)")
      memory = MistakeNotebook.memory(memory, after: .right, needed: needed, inExam: false)
    }
    #expect(!memory.inNotebook)
  }
}
