/// Schema 11: the unit of a candidate as the roster of the exam has it.
enum Migration11 {
  static let units = """
    -- The person may move later. For exams made before it is the unit of today.
    ALTER TABLE candidate ADD COLUMN unit_id INTEGER REFERENCES organization_unit (id);
    UPDATE candidate SET unit_id = (SELECT unit_id FROM person WHERE id = person_id);
    """
}
