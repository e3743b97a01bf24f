import ArgumentParser
import Text

/// Which exam a command means.
struct ExamOption: ParsableArguments {
  @Option(
    help: .worded(
      zh: "考试的代号；不写就是最新的一场（演练、取消的不算）",
      en: "The exam's code; without it the newest, rehearsals and cancelled ones aside",
      value: Wording(zh: "考试", en: "exam")))
  var exam: String?
}
