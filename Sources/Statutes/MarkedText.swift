/// Two texts as one: what both have, what the old one has more, what the new one has more.
package struct MarkedText: Hashable, Sendable {
  /// A run of signs.
  package enum Run: Hashable, Sendable {
    /// In both; they differ at most in what `NormalText` leaves out.
    case kept(old: String, new: String)
    case removed(String)
    case added(String)
  }

  package let runs: [Run]

  package init(runs: [Run]) { self.runs = runs }

  /// The old text: what was kept and removed.
  package var old: String {
    runs.reduce(into: "") { text, run in
      switch run {
      case .kept(let old, _): text += old
      case .removed(let old): text += old
      case .added: break
      }
    }
  }

  /// The new text: what was kept and added.
  package var new: String {
    runs.reduce(into: "") { text, run in
      switch run {
      case .kept(_, let new): text += new
      case .removed: break
      case .added(let new): text += new
      }
    }
  }
}
