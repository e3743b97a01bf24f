import Seals

/// All that an audit looks at besides the log itself, as it stands in the database; nothing of it is
/// trusted. Texts are bytes where every byte counts.
package struct EvidenceRecord: Sendable {
  /// A line of the log.
  package struct Entry: Sendable {
    package var sequence: Int64
    package var kind: String
    package var exam: Int64
    package var candidate: Int64
    package var account: Int64
    package var payload: [UInt8]
    package var utc: Int64
    package var monotonic: Int64
    package var boot: String
    /// As stored, of whatever size.
    package var digest: [UInt8]

    package init(
      sequence: Int64, kind: String, exam: Int64, candidate: Int64, account: Int64,
      payload: [UInt8], utc: Int64, monotonic: Int64, boot: String, digest: [UInt8]
    ) {
      self.sequence = sequence
      self.kind = kind
      self.exam = exam
      self.candidate = candidate
      self.account = account
      self.payload = payload
      self.utc = utc
      self.monotonic = monotonic
      self.boot = boot
      self.digest = digest
    }
  }

  /// A frozen form.
  package struct Form: Sendable {
    package var position: Int
    package var code: String
    package var sealed: [UInt8]
    package var digest: [UInt8]

    package init(position: Int, code: String, sealed: [UInt8], digest: [UInt8]) {
      self.position = position
      self.code = code
      self.sealed = sealed
      self.digest = digest
    }
  }

  /// An exam with its forms.
  package struct Exam: Sendable {
    package var id: Int64
    package var code: String
    package var title: String
    /// The text of the blueprint.
    package var blueprint: [UInt8]
    /// What that text says; nil where it cannot be read.
    package var rules: Blueprint?
    package var makeUpOf: Int64
    package var isRehearsal: Bool
    package var hidesQuestions: Bool
    package var created: Int64
    /// When its waves may be opened, UTC milliseconds; 0 for no bound.
    package var from: Int64
    package var until: Int64
    package var forms: [Form]
    /// The opening code, where it lies in the database.
    package var key: String?
    /// The questions that the papers are said to have.
    package var questions: Set<Int64>

    package init(
      id: Int64, code: String, title: String, blueprint: [UInt8], rules: Blueprint?,
      makeUpOf: Int64, isRehearsal: Bool, hidesQuestions: Bool, created: Int64, from: Int64,
      until: Int64, forms: [Form], key: String?,
      questions: Set<Int64>
    ) {
      self.id = id
      self.code = code
      self.title = title
      self.blueprint = blueprint
      self.rules = rules
      self.makeUpOf = makeUpOf
      self.isRehearsal = isRehearsal
      self.hidesQuestions = hidesQuestions
      self.created = created
      self.from = from
      self.until = until
      self.forms = forms
      self.key = key
      self.questions = questions
    }
  }

  /// Somebody on the list of an exam.
  package struct Candidate: Sendable {
    package var id: Int64
    package var exam: Int64
    package var person: Int64
    package var number: String
    package var wave: Int
    package var seat: Int
    package var form: Int
    package var seed: UInt64
    package var extraMinutes: Int
    /// 0 for none.
    package var unit: Int64

    package init(
      id: Int64, exam: Int64, person: Int64, number: String, wave: Int, seat: Int, form: Int,
      seed: UInt64, extraMinutes: Int, unit: Int64
    ) {
      self.id = id
      self.exam = exam
      self.person = person
      self.number = number
      self.wave = wave
      self.seat = seat
      self.form = form
      self.seed = seed
      self.extraMinutes = extraMinutes
      self.unit = unit
    }
  }

  /// A result as it is kept; scores in hundredths.
  package struct Grade: Sendable {
    package var candidate: Int64
    package var score: Int
    package var full: Int
    package var pass: Int
    package var isPassed: Bool
    package var sections: [UInt8]
    package var utc: Int64

    package init(
      candidate: Int64, score: Int, full: Int, pass: Int, isPassed: Bool, sections: [UInt8],
      utc: Int64
    ) {
      self.candidate = candidate
      self.score = score
      self.full = full
      self.pass = pass
      self.isPassed = isPassed
      self.sections = sections
      self.utc = utc
    }
  }

  /// Something done to an account, from the table of accounts.
  package struct AccountEvent: Hashable, Sendable {
    package var id: Int64
    package var kind: String
    package var account: Int64
    /// 0 for nobody who had signed in.
    package var by: Int64
    package var role: String
    package var utc: Int64

    package init(id: Int64, kind: String, account: Int64, by: Int64, role: String, utc: Int64) {
      self.id = id
      self.kind = kind
      self.account = account
      self.by = by
      self.role = role
      self.utc = utc
    }
  }

  /// An account as it is now.
  package struct Account: Sendable {
    package var id: Int64
    package var role: String
    package var isDisabled: Bool

    package init(id: Int64, role: String, isDisabled: Bool) {
      self.id = id
      self.role = role
      self.isDisabled = isDisabled
    }
  }

  /// The words of a note, byte by byte.
  package struct Note: Sendable {
    package var text: [UInt8]
    package var witness: [UInt8]
    package var salt: [UInt8]

    package init(text: [UInt8], witness: [UInt8], salt: [UInt8]) {
      self.text = text
      self.witness = witness
      self.salt = salt
    }
  }

  /// Names the database in its chain.
  package var database: String
  package var exams: [Exam]
  /// Of the exams that opening codes lie in the database for.
  package var keys: Set<Int64>
  package var candidates: [Candidate]
  /// By the sequence of their entries.
  package var notes: [Int64: Note]
  package var grades: [Grade]
  package var accountEvents: [AccountEvent]
  package var accounts: [Account]

  package init(
    database: String, exams: [Exam], keys: Set<Int64>, candidates: [Candidate],
    notes: [Int64: Note], grades: [Grade],
    accountEvents: [AccountEvent], accounts: [Account]
  ) {
    self.database = database
    self.exams = exams
    self.keys = keys
    self.candidates = candidates
    self.notes = notes
    self.grades = grades
    self.accountEvents = accountEvents
    self.accounts = accounts
  }
}
