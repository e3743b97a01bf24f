import ArgumentParser
import Text

extension PracticeCommand {
  /// The command out of plain words: whole names of options, each value a word of its own. nil where
  /// anything else stands there, right or wrong; that is for the parser.
  ///
  /// The parser takes a fifth of the time from the start to the first question, since it looks its
  /// types up while the program runs. This is what learners type, told in a few comparisons; it sets
  /// every option of the command, and means the same.
  init?(plain words: some Sequence<String>) {
    var values: [String: String] = [:]
    var flags: [String] = []
    var banks: [String] = []
    var mode: String?
    var iterator = words.makeIterator()
    while let word = iterator.next() {
      switch word {
      case "--new", "--no-input", "--no-color", "--plain", "--simple", "--no-simple":
        flags.append(word)
      case "--data", "--lang", "--bank", "--chapter", "--seed", "--learner", "--assisted-by":
        guard let value = iterator.next(), !value.hasPrefix("-"), values[word] == nil
        else { return nil }
        if word == "--bank" { banks.append(value) } else { values[word] = value }
      default:
        guard !word.hasPrefix("-"), mode == nil else { return nil }
        mode = word
      }
    }
    let lang = values["--lang"].map(Language.init(rawValue:))
    let seed = values["--seed"].map { UInt64($0) }
    guard lang != .some(nil), seed != .some(nil) else { return nil }
    self.init()
    options = GlobalOptions()
    options.data = values["--data"]
    options.lang = lang ?? nil
    options.noInput = flags.contains("--no-input")
    options.noColor = flags.contains("--no-color")
    options.plain = flags.contains("--plain")
    self.mode = mode
    bank = banks
    chapter = values["--chapter"]
    self.seed = seed ?? nil
    learner = values["--learner"]
    assistedBy = values["--assisted-by"]
    anew = flags.contains("--new")
    simplicity = SimpleOption()
    // As with the parser, the last one counts.
    simplicity.simple = flags.last { $0.hasSuffix("-simple") }.map { $0 == "--simple" }
    paper = PaperOptions()
    paper.count = nil
    paper.points = nil
    paper.minutes = nil
    paper.passMark = nil
    paper.scoring = nil
    paper.blueprint = nil
  }
}
