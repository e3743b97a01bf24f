import GRDB
import Learning

/// Schema 11: the unit of a candidate as the roster of the exam has it. What was done to accounts before it
/// enters the log of evidence, and questions of frozen papers leave practice.
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

  /// - Parameter now: UTC milliseconds, of the upgrade.
  static func settle(_ db: Database, now: Int64) throws {
    try AccountStore.enterEvents(db, at: Moment(utc: now, monotonic: 0, boot: ""))
    for exam in try Int64.fetchAll(db, sql: "SELECT id FROM exam") {
      try HeldQuestions.settle(db, exam: exam)
    }
  }
}
