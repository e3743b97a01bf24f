import People
import Questions

/// What an exam is made of and how it is held 细目表: the rules differ by place and year, so each of
/// them is a value here and none stands in the code.
package struct Blueprint: Hashable, Sendable {
  /// Stable, such as `enforcement-general`.
  package var code: String
  /// As it stands on a paper.
  package var title: String
  /// Banks whose questions may be drawn, by code; empty for all that are loaded.
  package var banks: [String]
  /// Who may sit; empty for everybody.
  package var candidates: [PersonCategory]
  /// In the order of the paper.
  package var sections: [Section]
  /// What the whole paper has to ask about, and how often.
  package var shares: [Share]
  /// What mean difficulty the paper shall have; nil lets it fall as it does.
  package var difficulty: DifficultyGoal?
  package var time: TimeRules
  package var pass: PassRules
  package var forms: FormRules

  package init(
    code: String, title: String, banks: [String] = [], candidates: [PersonCategory] = [],
    sections: [Section], shares: [Share] = [], difficulty: DifficultyGoal? = nil, time: TimeRules,
    pass: PassRules, forms: FormRules = FormRules()
  ) {
    self.code = code
    self.title = title
    self.banks = banks
    self.candidates = candidates
    self.sections = sections
    self.shares = shares
    self.difficulty = difficulty
    self.time = time
    self.pass = pass
    self.forms = forms
  }

  /// How many questions a paper has.
  package var count: Int { sections.reduce(0) { $0 + $1.questions } }

  /// The marks of a paper without a fault.
  package var full: Score {
    Score(hundredths: sections.reduce(0) { $0 + $1.questions * $1.points.hundredths })
  }

  /// The least score that passes.
  package var passMark: Score { full.share(pass.share, of: 10_000) }
}

extension Blueprint {
  /// The questions that stand together on a paper under one heading and one rule.
  package struct Section: Hashable, Sendable {
    /// What a section holds.
    package enum Content: Hashable, Sendable {
      /// This many questions of one type.
      case questions(QuestionKind, count: Int)
      /// This many cases, each with exactly this many questions.
      case cases(count: Int, questions: Int)
    }

    package var content: Content
    /// Of one question.
    package var points: Score
    /// nil: each question's own rule.
    package var rule: ScoringRule?
    /// The section's marks never fall below this; nil where deductions may go on into other sections.
    package var floor: Score?

    package init(
      content: Content, points: Score, rule: ScoringRule? = nil, floor: Score? = .zero
    ) {
      self.content = content
      self.points = points
      self.rule = rule
      self.floor = floor
    }

    /// How many questions the section has.
    package var questions: Int {
      switch content {
      case .questions(_, let count): count
      case .cases(let count, let questions): count * questions
      }
    }

    /// The type of its questions; nil for cases.
    package var kind: QuestionKind? {
      if case .questions(let kind, _) = content { kind } else { nil }
    }
  }

  /// Bounds for how many questions of a paper have a certain trait.
  package struct Share: Hashable, Sendable {
    /// The trait. A question that cites two statutes counts for both.
    package enum Trait: Hashable, Sendable {
      /// Cites this statute; full or short title.
      case statute(String)
      /// Stands in a chapter whose title contains this.
      case chapter(String)
      case level(CognitiveLevel)
      /// The author's difficulty lies within.
      case difficulty(ClosedRange<Int>)
      case topic(String)
      /// Stands in this bank, by code.
      case bank(String)
    }

    package var trait: Trait
    /// In ten-thousandths of the questions of the paper; both ends count. The bounds in questions are
    /// rounded inwards.
    package var bounds: ClosedRange<Int>

    package init(trait: Trait, bounds: ClosedRange<Int>) {
      self.trait = trait
      self.bounds = bounds
    }

    /// The bounds in whole questions of a paper of this many; nil where no whole number lies between.
    package func questions(of count: Int) -> ClosedRange<Int>? {
      let least = (bounds.lowerBound * count + 9_999) / 10_000
      let most = bounds.upperBound * count / 10_000
      return least <= most ? least...most : nil
    }
  }

  /// The mean difficulty of a paper, from 0 (everybody is right) to 1.
  package struct DifficultyGoal: Hashable, Sendable {
    package var mean: Double
    package var tolerance: Double

    package init(mean: Double, tolerance: Double) {
      self.mean = mean
      self.tolerance = tolerance
    }
  }

  /// When candidates may come, go and try again. Minutes count from the start of the wave.
  package struct TimeRules: Hashable, Sendable {
    package var minutes: Int
    /// No entry later than this after the start; nil: as long as the exam lasts.
    package var latestEntry: Int?
    /// Nobody may hand in earlier than this before the end; nil: any time.
    package var earliestLeaving: Int?

    package init(minutes: Int, latestEntry: Int? = nil, earliestLeaving: Int? = nil) {
      self.minutes = minutes
      self.latestEntry = latestEntry
      self.earliestLeaving = earliestLeaving
    }
  }

  /// Who passes, and how often someone may try.
  package struct PassRules: Hashable, Sendable {
    /// In hundredths of a percent of the full marks: 60 of 100 is 6000.
    package var share: Int
    /// In the same unit, from where a result is 优秀; nil names none.
    package var excellent: Int?
    /// Attempts in the first sitting.
    package var attempts: Int
    /// Make-up sittings after it.
    package var makeUps: Int
    /// The code of the blueprint that has to be passed before; nil for none.
    package var after: String?

    package init(
      share: Int = 6000, excellent: Int? = nil, attempts: Int = 1, makeUps: Int = 1,
      after: String? = nil
    ) {
      self.share = share
      self.excellent = excellent
      self.attempts = attempts
      self.makeUps = makeUps
      self.after = after
    }
  }

  /// How parallel forms relate to each other.
  package struct FormRules: Hashable, Sendable {
    /// Whether questions of a section stand in another order on each candidate's paper.
    package var shufflesQuestions: Bool
    /// Whether options do, as far as a question allows.
    package var shufflesOptions: Bool
    /// How many questions two forms may share at most.
    package var overlap: Int
    /// How far the mean difficulties of two forms may lie apart.
    package var spread: Double
    /// In how many earlier papers a question may have stood; nil without a limit.
    package var exposure: Int?

    package init(
      shufflesQuestions: Bool = true, shufflesOptions: Bool = true, overlap: Int = 0,
      spread: Double = 0.01, exposure: Int? = nil
    ) {
      self.shufflesQuestions = shufflesQuestions
      self.shufflesOptions = shufflesOptions
      self.overlap = overlap
      self.spread = spread
      self.exposure = exposure
    }
  }
}
