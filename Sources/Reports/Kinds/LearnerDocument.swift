/// All that is kept of one person, as the person takes it along (`mingfa.learner/1` in docs/json.md).
/// Times are UTC milliseconds, days ISO dates; what is nil is absent from the document.
package struct LearnerDocument: Encodable, Sendable {
  /// Who it is.
  package struct Person: Encodable, Sendable {
    package var number: Int64
    package var name: String?
    package var guest: Bool
    package var added: Int64

    package init(number: Int64, name: String?, guest: Bool, added: Int64) {
      self.number = number
      self.name = name
      self.guest = guest
      self.added = added
    }
  }

  /// How the person likes to practise.
  package struct Likes: Encodable, Sendable {
    package var notebookStreak: Int
    package var newPerDay: Int
    package var simple: Bool
    package var streak: Bool

    package init(notebookStreak: Int, newPerDay: Int, simple: Bool, streak: Bool) {
      self.notebookStreak = notebookStreak
      self.newPerDay = newPerDay
      self.simple = simple
      self.streak = streak
    }
  }

  /// Unit and category from a moment on.
  package struct Membership: Encodable, Sendable {
    package var since: Int64
    package var unit: String?
    package var category: String

    package init(since: Int64, unit: String?, category: String) {
      self.since = since
      self.unit = unit
      self.category = category
    }
  }

  /// The result of a mock exam; points as text.
  package struct Result: Encodable, Sendable {
    package var score: String
    package var full: String
    package var passMark: String
    package var questions: Int
    package var answered: Int
    package var right: Int
    /// Milliseconds.
    package var duration: Int64
    package var reason: String
    package var ended: Int64

    package init(
      score: String, full: String, passMark: String, questions: Int, answered: Int, right: Int,
      duration: Int64, reason: String, ended: Int64
    ) {
      self.score = score
      self.full = full
      self.passMark = passMark
      self.questions = questions
      self.answered = answered
      self.right = right
      self.duration = duration
      self.reason = reason
      self.ended = ended
    }
  }

  /// An attempt without its steps.
  package struct Attempt: Encodable, Sendable {
    package var number: Int64
    package var mode: String
    package var banks: [String]
    package var chapter: String?
    package var opened: Int64
    package var open: Bool
    package var result: Result?

    package init(
      number: Int64, mode: String, banks: [String], chapter: String?, opened: Int64, open: Bool,
      result: Result?
    ) {
      self.number = number
      self.mode = mode
      self.banks = banks
      self.chapter = chapter
      self.opened = opened
      self.open = open
      self.result = result
    }
  }

  /// A note; the latest on a question holds.
  package struct Note: Encodable, Sendable {
    package var bank: String
    package var question: String
    package var version: Int
    package var text: String
    package var written: Int64

    package init(bank: String, question: String, version: Int, text: String, written: Int64) {
      self.bank = bank
      self.question = question
      self.version = version
      self.text = text
      self.written = written
    }
  }

  /// A starred question.
  package struct Star: Encodable, Sendable {
    package var bank: String
    package var question: String
    package var starred: Int64

    package init(bank: String, question: String, starred: Int64) {
      self.bank = bank
      self.question = question
      self.starred = starred
    }
  }

  /// An objection, with the trainer's last word.
  package struct Objection: Encodable, Sendable {
    /// What the trainer decided.
    package struct Answer: Encodable, Sendable {
      package var decision: String
      package var text: String
      package var answered: Int64

      package init(decision: String, text: String, answered: Int64) {
        self.decision = decision
        self.text = text
        self.answered = answered
      }
    }

    package var bank: String
    package var question: String
    package var version: Int
    package var reason: String
    /// The bank's letters of the options that stood as A, B, C … before the person.
    package var letters: String
    package var raised: Int64
    package var answer: Answer?

    package init(
      bank: String, question: String, version: Int, reason: String, letters: String, raised: Int64,
      answer: Answer?
    ) {
      self.bank = bank
      self.question = question
      self.version = version
      self.reason = reason
      self.letters = letters
      self.raised = raised
      self.answer = answer
    }
  }

  /// An exam plan.
  package struct Plan: Encodable, Sendable {
    package var number: Int
    package var title: String
    package var examDay: String
    package var minutes: Int
    package var banks: [String]
    package var added: Int64
    package var dropped: Int64?

    package init(
      number: Int, title: String, examDay: String, minutes: Int, banks: [String], added: Int64,
      dropped: Int64?
    ) {
      self.number = number
      self.title = title
      self.examDay = examDay
      self.minutes = minutes
      self.banks = banks
      self.added = added
      self.dropped = dropped
    }
  }

  /// What is remembered of a question now.
  package struct Memory: Encodable, Sendable {
    /// Spaced repetition by FSRS-6; stability in days, difficulty 1 to 10, both as text.
    package struct Review: Encodable, Sendable {
      package var stability: String
      package var difficulty: String
      package var firstDay: String
      package var lastDay: String
      package var dueDay: String

      package init(
        stability: String, difficulty: String, firstDay: String, lastDay: String, dueDay: String
      ) {
        self.stability = stability
        self.difficulty = difficulty
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.dueDay = dueDay
      }
    }

    package var bank: String
    package var question: String
    package var answered: Int
    package var right: Int
    package var streak: Int
    package var inNotebook: Bool
    package var keyChanged: Bool
    package var review: Review?

    package init(
      bank: String, question: String, answered: Int, right: Int, streak: Int, inNotebook: Bool,
      keyChanged: Bool, review: Review?
    ) {
      self.bank = bank
      self.question = question
      self.answered = answered
      self.right = right
      self.streak = streak
      self.inNotebook = inNotebook
      self.keyChanged = keyChanged
      self.review = review
    }
  }

  // The steps come behind all these: of the names none may sort behind "steps".
  package let schema = "mingfa.learner/1"
  package var attempts: [Attempt] = []
  package var exported: Int64
  package var learner: Person
  package var likes: Likes
  package var memberships: [Membership] = []
  package var memories: [Memory] = []
  package var notes: [Note] = []
  package var objections: [Objection] = []
  package var plans: [Plan] = []
  package var stars: [Star] = []

  package init(exported: Int64, learner: Person, likes: Likes) {
    self.exported = exported
    self.learner = learner
    self.likes = likes
  }
}
