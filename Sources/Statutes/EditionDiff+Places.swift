extension EditionDiff {
  /// Where the newer edition has what a citation of the older one names; nil where it is gone, or went into
  /// several places. The title stays.
  package func successor(of citation: Citation) -> Citation? {
    guard let change = change(of: citation.provision), change.kind != .repealed else { return nil }
    guard change.kind != .same else { return citation }
    guard citation.paragraph != nil || citation.item != nil else {
      guard change.new.count == 1, let provision = change.new.first else { return nil }
      return Citation(title: citation.title, provision: provision)
    }
    let paragraph = citation.paragraph ?? 1
    let part = change.parts.first { part in
      guard let old = part.old else { return false }
      return old.provision == citation.provision && (old.paragraph ?? 1) == paragraph
        && old.item == citation.item
    }
    guard let place = part?.new else { return nil }
    return Citation(
      title: citation.title, provision: place.provision,
      paragraph: citation.paragraph == nil ? nil : place.paragraph,
      item: citation.item == nil ? nil : place.item)
  }
}
