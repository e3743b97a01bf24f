/// Schema 10: formal exams and the log of evidence.
enum Migration10 {
  static let exams = """
    -- People who sit exams. What identifies them stands apart, so that it can be taken away.
    CREATE TABLE person (
      id INTEGER PRIMARY KEY,
      unit_id INTEGER REFERENCES organization_unit (id),
      establishment TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE person_identity (
      person_id INTEGER PRIMARY KEY REFERENCES person (id),
      name TEXT NOT NULL,
      id_number TEXT
    ) STRICT;
    CREATE UNIQUE INDEX person_id_number ON person_identity (id_number) WHERE id_number IS NOT NULL;

    CREATE TABLE exam (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      -- As it was written; what the exam goes by.
      blueprint TEXT NOT NULL,
      -- The exam whose make-up this is.
      make_up_of INTEGER REFERENCES exam (id),
      is_rehearsal INTEGER NOT NULL CHECK (is_rehearsal IN (0, 1)),
      -- Whether learners see the questions of its papers before the results are out.
      hides_questions INTEGER NOT NULL CHECK (hides_questions IN (0, 1)),
      created_at INTEGER NOT NULL
    ) STRICT;
    -- A frozen form under a key that is not here until the exam opens; `digest` is of what is inside.
    CREATE TABLE exam_form (
      exam_id INTEGER NOT NULL REFERENCES exam (id),
      position INTEGER NOT NULL,
      code TEXT NOT NULL,
      sealed BLOB NOT NULL,
      digest BLOB NOT NULL,
      PRIMARY KEY (exam_id, position)
    ) STRICT;
    CREATE TABLE exam_key (
      exam_id INTEGER PRIMARY KEY REFERENCES exam (id),
      code TEXT NOT NULL
    ) STRICT;
    CREATE TABLE exam_question (
      exam_id INTEGER NOT NULL REFERENCES exam (id),
      question_id INTEGER NOT NULL REFERENCES question (id),
      PRIMARY KEY (exam_id, question_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX exam_question_question ON exam_question (question_id);
    CREATE TABLE candidate (
      id INTEGER PRIMARY KEY,
      exam_id INTEGER NOT NULL REFERENCES exam (id),
      person_id INTEGER NOT NULL REFERENCES person (id),
      -- The unit as the roster of this exam has it: the person may move later.
      unit_id INTEGER REFERENCES organization_unit (id),
      -- The number on the admission ticket.
      number TEXT NOT NULL,
      wave INTEGER NOT NULL,
      seat INTEGER NOT NULL,
      form INTEGER NOT NULL,
      seed INTEGER NOT NULL,
      extra_minutes INTEGER NOT NULL,
      -- A reader or a typist, allowed by name.
      assistance TEXT,
      -- Of the code on the admission ticket.
      ticket_digest BLOB NOT NULL,
      UNIQUE (exam_id, number),
      UNIQUE (exam_id, person_id),
      UNIQUE (exam_id, wave, seat)
    ) STRICT;

    -- Every act that bears on a result, each with the digest of the one before in its own. The only place
    -- where answers stand.
    CREATE TABLE evidence (
      sequence INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      exam_id INTEGER NOT NULL,
      candidate_id INTEGER NOT NULL,
      account_id INTEGER NOT NULL,
      payload TEXT NOT NULL,
      utc INTEGER NOT NULL,
      monotonic INTEGER NOT NULL,
      boot TEXT NOT NULL,
      digest BLOB NOT NULL
    ) STRICT;
    CREATE INDEX evidence_candidate ON evidence (candidate_id, sequence) WHERE candidate_id > 0;
    CREATE INDEX evidence_exam ON evidence (exam_id, sequence) WHERE candidate_id = 0;
    CREATE TRIGGER evidence_is_immutable BEFORE UPDATE ON evidence
      BEGIN SELECT RAISE (ABORT, 'evidence is immutable'); END;
    CREATE TRIGGER evidence_stays BEFORE DELETE ON evidence
      BEGIN SELECT RAISE (ABORT, 'evidence is kept'); END;

    -- The result as it was counted; `verify` counts it anew from the log.
    CREATE TABLE exam_grade (
      candidate_id INTEGER PRIMARY KEY REFERENCES candidate (id),
      score INTEGER NOT NULL,
      full_score INTEGER NOT NULL,
      pass_mark INTEGER NOT NULL,
      is_passed INTEGER NOT NULL CHECK (is_passed IN (0, 1)),
      sections TEXT NOT NULL,
      graded_at INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER exam_grade_is_immutable BEFORE UPDATE ON exam_grade
      BEGIN SELECT RAISE (ABORT, 'a grade is immutable'); END;
    CREATE TRIGGER exam_grade_stays BEFORE DELETE ON exam_grade
      BEGIN SELECT RAISE (ABORT, 'a grade is kept'); END;
    """
}
