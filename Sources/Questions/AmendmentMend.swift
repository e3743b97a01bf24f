import Statutes

/// What an amendment asks of a question, as far as it can be told from the terms that changed: a proposal for
/// whoever reviews it.
package enum AmendmentMend {
  /// A question as it would have to read; nil where none of the terms stands in it and its citations stay.
  ///
  /// Where an option has the new term already, the key goes from the one to the other. A statement that
  /// names the old figure gets the new one.
  ///
  /// - Parameters:
  ///   - terms: what the amendment changed in what the question cites.
  ///   - citations: where the newer edition has what is cited, by the present citation.
  package static func proposal(
    for question: Question, terms: [TermChange], citations: [Citation: Citation]
  ) -> Question? {
    var mended = question
    mended.citations = question.citations.map { citations[$0] ?? $0 }
    for term in terms { apply(term, to: &mended) }
    return mended == question ? nil : mended
  }

  /// Whether a proposal changes what is right, not only where the law says it.
  package static func changesRule(_ mended: Question, of question: Question) -> Bool {
    mended.key != question.key || mended.stem != question.stem || mended.options != question.options
  }

  private static func apply(_ term: TermChange, to question: inout Question) {
    var isMet = false
    switch question.key {
    case .options(let key): isMet = apply(term, to: &question, key: key)
    case .truth(let truth):
      if truth, let stem = term.applied(to: question.stem) {
        question.stem = stem
        isMet = true
      } else if !truth, term.isApplied(in: question.stem) {
        question.key = .truth(true)
        isMet = true
      }
    case .blanks(let blanks):
      let changed = blanks.map { $0.map { term.applied(to: $0) ?? $0 } }
      isMet = changed != blanks
      question.key = .blanks(changed)
    case .points(let points):
      let changed = points.map { point in
        var point = point
        point.wording = term.applied(to: point.wording) ?? point.wording
        point.forms = point.forms.map { $0.map { term.applied(to: $0) ?? $0 } }
        return point
      }
      isMet = changed != points
      question.key = .points(changed)
    }
    guard isMet else { return }
    question.rationale.parts = question.rationale.parts.map { part in
      guard case .text(let text) = part else { return part }
      return .text(term.applied(to: text) ?? text)
    }
  }

  private static func apply(
    _ term: TermChange, to question: inout Question, key: Set<OptionID>
  ) -> Bool {
    var key = key
    var isMet = false
    let texts = question.options.map(\.text)
    for place in question.options.indices where key.contains(question.options[place].id) {
      guard let text = term.applied(to: texts[place]) else { continue }
      isMet = true
      if let other = texts.firstIndex(of: text) {
        // Which wrong option the old one makes is for the reviewer to see.
        key.remove(question.options[place].id)
        key.insert(question.options[other].id)
      } else {
        question.options[place].text = text
      }
    }
    question.key = .options(key)
    return isMet
  }
}
