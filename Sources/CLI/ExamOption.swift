import ArgumentParser
import Text

/// Which exam a command means.
struct ExamOption: ParsableArguments {
  @Option(
    help: .worded(
      zh: "考试的代号；不会弄混时可以不写",
      en: "The exam's code; may be left out where it is clear which is meant",
      value: Wording(zh: "考试", en: "exam")))
  var exam: String?
}
