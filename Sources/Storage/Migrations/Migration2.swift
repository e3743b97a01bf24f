/// Schema 2: spaced repetition, exam plans, notes, answered objections, and what a learner likes.
enum Migration2 {
  static let learning = """
    -- Spaced repetition: empty before the first answer. Days are study days since 1970-01-01.
    ALTER TABLE question_memory ADD COLUMN stability REAL;
    ALTER TABLE question_memory ADD COLUMN difficulty REAL;
    ALTER TABLE question_memory ADD COLUMN first_day INTEGER;
    ALTER TABLE question_memory ADD COLUMN last_day INTEGER;
    ALTER TABLE question_memory ADD COLUMN due_day INTEGER;
    -- They are filled from the steps at the next opening.
    INSERT INTO setting (key, value) SELECT 'memories-to-rebuild', '1'
      WHERE EXISTS (SELECT 1 FROM question_memory);

    ALTER TABLE learner ADD COLUMN new_per_day INTEGER NOT NULL DEFAULT 20
      CHECK (new_per_day BETWEEN 0 AND 500);
    ALTER TABLE learner ADD COLUMN is_simple INTEGER NOT NULL DEFAULT 0
      CHECK (is_simple IN (0, 1));
    ALTER TABLE learner ADD COLUMN shows_streak INTEGER NOT NULL DEFAULT 0
      CHECK (shows_streak IN (0, 1));

    -- A learner's plan for an exam on a day. A dropped plan is kept.
    CREATE TABLE study_plan (
      id INTEGER PRIMARY KEY,
      learner_id INTEGER NOT NULL REFERENCES learner (id),
      title TEXT NOT NULL,
      exam_day INTEGER NOT NULL,
      minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 600),
      created_at INTEGER NOT NULL,
      dropped_at INTEGER
    ) STRICT;
    CREATE INDEX study_plan_learner ON study_plan (learner_id);
    CREATE TABLE study_plan_bank (
      plan_id INTEGER NOT NULL REFERENCES study_plan (id),
      bank_id INTEGER NOT NULL REFERENCES bank (id),
      PRIMARY KEY (plan_id, bank_id)
    ) STRICT, WITHOUT ROWID;
    """

  static let words = """
    -- Notes are only added to; the latest of a learner on a question holds, an empty one takes it away.
    CREATE TABLE note (
      id INTEGER PRIMARY KEY,
      learner_id INTEGER NOT NULL REFERENCES learner (id),
      question_id INTEGER NOT NULL REFERENCES question (id),
      version_id INTEGER NOT NULL REFERENCES question_version (id),
      body TEXT NOT NULL,
      written_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX note_question ON note (learner_id, question_id);

    -- What the trainer decided on an objection; a later answer adds to an earlier one.
    CREATE TABLE objection_answer (
      id INTEGER PRIMARY KEY,
      objection_id INTEGER NOT NULL REFERENCES objection (id),
      decision TEXT NOT NULL CHECK (decision IN ('accepted', 'rejected')),
      body TEXT NOT NULL,
      actor_id INTEGER REFERENCES learner (id),
      answered_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX objection_answer_objection ON objection_answer (objection_id);
    -- The answers that the learner was shown.
    CREATE TABLE objection_notice (
      answer_id INTEGER PRIMARY KEY REFERENCES objection_answer (id),
      shown_at INTEGER NOT NULL
    ) STRICT;
    """
}
