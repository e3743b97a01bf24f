import ArgumentParser
import Text

/// Which exam a command means.
struct ExamOption: ParsableArguments {
  @Option(
    help: .worded(
      zh: "考试的代号；不写就是最新的一场", en: "The exam's code; without it the newest",
      value: Wording(zh: "考试", en: "exam")))
  var exam: String?
}
