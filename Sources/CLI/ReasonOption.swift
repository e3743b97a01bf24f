import ArgumentParser
import Text

/// Why something was done to a sitting.
struct ReasonOption: ParsableArguments {
  @Option(
    help: .worded(
      zh: "原因，记入考场记录", en: "Why; it goes on the record", value: Wording(zh: "原因", en: "reason")))
  var reason: String
}
