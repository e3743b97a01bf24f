/// Schema 7: rules that are silenced on a question. As shipped, so never edited.
enum Migration7 {
  static let waivers = """
    -- A rule of the checks and the reason for which it does not count here, a line each.
    ALTER TABLE question ADD COLUMN waivers TEXT NOT NULL DEFAULT '';
    """
}
