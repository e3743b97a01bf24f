/// One step of an attempt in a `LearnerDocument`. What is nil is absent.
package struct LearnerStep: Encodable, Sendable {
  /// What was answered: one of the fields, none for a blank.
  package struct Response: Encodable, Sendable {
    /// The texts of the chosen options.
    package var options: [String]?
    package var truth: Bool?
    package var blanks: [String]?
    package var text: String?

    package init() {}
  }

  /// How an answer was graded. Parts are options, blanks or points.
  package struct Grade: Encodable, Sendable {
    package var verdict: String
    package var hits: Int
    package var total: Int

    package init(verdict: String, hits: Int, total: Int) {
      self.verdict = verdict
      self.hits = hits
      self.total = total
    }
  }

  /// Who typed for the learner; without a name where that was taken away.
  package struct Assistant: Encodable, Sendable {
    package var number: Int64
    package var name: String?

    package init(number: Int64, name: String?) {
      self.number = number
      self.name = name
    }
  }

  package var attempt: Int64
  package var sequence: Int
  package var kind: String
  /// UTC milliseconds.
  package var time: Int64
  package var bank: String?
  package var question: String?
  package var version: Int?
  package var assistedBy: Assistant?
  package var response: Response?
  package var grade: Grade?
  /// 1 to 4.
  package var rating: Int?
  /// The sequence number of the answer that a rating or an undo is about.
  package var about: Int?
  package var marked: Bool?
  package var reason: String?

  /// Leaves out what was answered.
  package mutating func conceal() {
    if response != nil { response = Response() }
  }

  package init(attempt: Int64, sequence: Int, kind: String, time: Int64) {
    self.attempt = attempt
    self.sequence = sequence
    self.kind = kind
    self.time = time
  }
}
