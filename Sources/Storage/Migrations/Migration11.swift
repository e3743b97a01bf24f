import GRDB
import Learning

/// Schema 11: the unit of a candidate as the roster of the exam has it, when an exam may be opened, what slows
/// guessing at tickets down, and the words of notes. What was done to accounts before it enters the log of evidence, and questions
/// of frozen papers leave practice.
enum Migration11 {
  static let units = """
    -- The person may move later. For exams made before it is the unit of today.
    ALTER TABLE candidate ADD COLUMN unit_id INTEGER REFERENCES organization_unit (id);
    UPDATE candidate SET unit_id = (SELECT unit_id FROM person WHERE id = person_id);
    -- A number of the staff or the licence stood among the ID numbers.
    ALTER TABLE person_identity ADD COLUMN other_number TEXT;
    UPDATE person_identity SET other_number = id_number, id_number = NULL
      WHERE length (id_number) <> 18;
    CREATE INDEX person_name ON person_identity (name);
    """

  static let windows = """
    -- UTC milliseconds between which its waves may be opened; null: at any time.
    ALTER TABLE exam ADD COLUMN opens_at INTEGER;
    ALTER TABLE exam ADD COLUMN closes_at INTEGER;
    """

  static let guesses = """
    -- Wrong codes of a ticket in a row, and until when none is looked at, as `account_guard` has it.
    CREATE TABLE ticket_guard (
      candidate_id INTEGER PRIMARY KEY REFERENCES candidate (id),
      failures INTEGER NOT NULL,
      locked_until INTEGER NOT NULL
    ) STRICT;
    """

  static let notes = """
    -- What was noted on the day; the log has its digest.
    CREATE TABLE exam_note (
      sequence INTEGER PRIMARY KEY REFERENCES evidence (sequence),
      text TEXT NOT NULL,
      witness TEXT NOT NULL,
      salt BLOB NOT NULL
    ) STRICT;
    CREATE TRIGGER exam_note_is_immutable BEFORE UPDATE ON exam_note
      BEGIN SELECT RAISE (ABORT, 'a note is immutable'); END;
    """

  /// - Parameter now: UTC milliseconds, of the upgrade.
  static func settle(_ db: Database, now: Int64) throws {
    try AccountStore.enterEvents(db, at: Moment(utc: now, monotonic: 0, boot: ""))
    for exam in try Int64.fetchAll(db, sql: "SELECT id FROM exam") {
      try HeldQuestions.settle(db, exam: exam)
    }
  }
}
