/// A question to the person at the keyboard for one line.
package struct LinePrompt {
  /// The prompt itself, one line, without colour codes. Not shown where nobody sits at a terminal.
  package var text: String
  /// How the text looks where colour is allowed.
  package var style: Style?
  /// Which lines Up brings back, and where this one is remembered. nil: neither, as in an exam.
  package var history: LineHistory.Kind?
  /// What Tab completes. Half and full width, capital and small letters are the same to it.
  package var completions: [String]
  /// Already typed when the prompt opens: a note to be changed, a draft to be gone on with.
  package var startingText: String
  /// What becomes of line breaks in pasted text. Nothing pasted is entered before Enter is pressed
  /// (the terminal brackets it). Then false: each break becomes a space, so one paste answers one
  /// question at most; true, for long answers: the breaks stay, and the caller splits the lines.
  /// A terminal that can't bracket sends each pasted line as if it were typed.
  package var keepsLineBreaks: Bool
  /// Whether what is typed stays off the screen and out of every history: a password.
  package var isSecret = false
  /// Looked at while the person types.
  package var clock: PromptClock?
  /// Told of each key.
  var watch: IdleWatch?

  package init(
    _ text: String, style: Style? = nil, history: LineHistory.Kind? = nil,
    completions: [String] = [], startingText: String = "", keepsLineBreaks: Bool = false,
    clock: PromptClock? = nil
  ) {
    self.text = text
    self.style = style
    self.history = history
    self.completions = completions
    self.startingText = startingText
    self.keepsLineBreaks = keepsLineBreaks
    self.clock = clock
  }
}

/// Something that changes beside a person who types: the time left in an exam.
package struct PromptClock {
  /// What the clock has to say at one of its ticks.
  package enum Tick: Hashable, Sendable {
    case nothing
    /// The prompt reads otherwise now. Left out under `--plain` and TERM=dumb, which never redraw.
    case prompt(String)
    /// Lines to be shown now, above what is being typed, which stays; then the prompt.
    case notice([String], prompt: String)
    /// Stop waiting for the line: the read ends with `LineEvent.tick`.
    case stop
    /// The same where nothing is typed; else what the other tick says, which is none of these two.
    indirect case stopIfEmpty(else: Tick)
  }

  /// Seconds between two ticks.
  package var interval: Double
  package var onTick: () -> Tick

  package init(every interval: Double, onTick: @escaping () -> Tick) {
    self.interval = interval
    self.onTick = onTick
  }
}
