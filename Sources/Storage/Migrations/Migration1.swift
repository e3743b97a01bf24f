/// Schema 1. As shipped, so never edited: a later schema is a later migration.
enum Migration1 {
  static let people = """
    -- Where steps are made. Ids of steps are station and counter, so that two computers never clash.
    CREATE TABLE station (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE organization_unit (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      parent_id INTEGER REFERENCES organization_unit (id),
      level TEXT NOT NULL CHECK (level IN ('county', 'town', 'village'))
    ) STRICT;
    -- A person is a number here; the name stands in a table of its own.
    CREATE TABLE learner (
      id INTEGER PRIMARY KEY,
      is_guest INTEGER NOT NULL CHECK (is_guest IN (0, 1)),
      notebook_streak INTEGER NOT NULL CHECK (notebook_streak BETWEEN 1 AND 20),
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE learner_name (
      learner_id INTEGER PRIMARY KEY REFERENCES learner (id),
      name TEXT NOT NULL UNIQUE
    ) STRICT;
    -- Unit and category over time: the latest row at a moment holds.
    CREATE TABLE learner_membership (
      learner_id INTEGER NOT NULL REFERENCES learner (id),
      since INTEGER NOT NULL,
      unit_id INTEGER REFERENCES organization_unit (id),
      category TEXT NOT NULL,
      PRIMARY KEY (learner_id, since)
    ) STRICT, WITHOUT ROWID;
    """

  static let banks = """
    CREATE TABLE bank (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      language TEXT NOT NULL,
      version TEXT NOT NULL,
      reviewed_on TEXT,
      reviewed_by TEXT,
      item_count INTEGER NOT NULL,
      question_count INTEGER NOT NULL,
      loaded_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE bank_edition (
      bank_id INTEGER NOT NULL REFERENCES bank (id),
      title TEXT NOT NULL,
      original TEXT NOT NULL,
      edition TEXT NOT NULL,
      position INTEGER NOT NULL,
      PRIMARY KEY (bank_id, title)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE chapter (
      id INTEGER PRIMARY KEY,
      bank_id INTEGER NOT NULL REFERENCES bank (id),
      title TEXT NOT NULL,
      position INTEGER NOT NULL,
      first_item INTEGER NOT NULL,
      item_count INTEGER NOT NULL,
      question_count INTEGER NOT NULL,
      UNIQUE (bank_id, title)
    ) STRICT;
    CREATE TABLE passage (
      id INTEGER PRIMARY KEY,
      bank_id INTEGER NOT NULL REFERENCES bank (id),
      code TEXT NOT NULL,
      UNIQUE (bank_id, code)
    ) STRICT;
    CREATE TABLE passage_version (
      id INTEGER PRIMARY KEY,
      passage_id INTEGER NOT NULL REFERENCES passage (id),
      number INTEGER NOT NULL,
      body TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      UNIQUE (passage_id, number)
    ) STRICT;
    -- A question's identity, and what may change without a new version. `item` numbers what is
    -- practised together within the bank and is empty for what practice does not ask; `place` numbers
    -- all that stands together in the file, `part` the questions of one such item.
    CREATE TABLE question (
      id INTEGER PRIMARY KEY,
      bank_id INTEGER NOT NULL REFERENCES bank (id),
      code TEXT NOT NULL,
      version_id INTEGER NOT NULL REFERENCES question_version (id),
      chapter_id INTEGER NOT NULL REFERENCES chapter (id),
      item INTEGER,
      place INTEGER NOT NULL,
      part INTEGER NOT NULL,
      question_use INTEGER NOT NULL,
      rationale TEXT NOT NULL,
      difficulty INTEGER,
      level INTEGER,
      topics TEXT NOT NULL,
      detail_digest BLOB NOT NULL,
      UNIQUE (bank_id, code)
    ) STRICT;
    CREATE INDEX question_place ON question (bank_id, item, part) WHERE item IS NOT NULL;
    -- The version comes before its question: of the two references in a circle this one waits for the
    -- end of the transaction, since its column has an index to look the waiting rows up by.
    CREATE TABLE question_version (
      id INTEGER PRIMARY KEY,
      question_id INTEGER NOT NULL REFERENCES question (id) DEFERRABLE INITIALLY DEFERRED,
      number INTEGER NOT NULL,
      kind TEXT NOT NULL,
      stem TEXT NOT NULL,
      options TEXT NOT NULL,
      answer_key TEXT NOT NULL,
      option_order INTEGER NOT NULL,
      rule TEXT NOT NULL,
      citations TEXT NOT NULL,
      passage_version_id INTEGER REFERENCES passage_version (id),
      digest BLOB NOT NULL,
      state INTEGER NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX question_version_number ON question_version (question_id, number);
    CREATE TRIGGER question_version_is_immutable
      BEFORE UPDATE OF id, question_id, number, kind, stem, options, answer_key, option_order, rule,
        citations, passage_version_id, digest, created_at ON question_version
      BEGIN SELECT RAISE (ABORT, 'a version is immutable'); END;
    CREATE TRIGGER question_version_stays BEFORE DELETE ON question_version
      BEGIN SELECT RAISE (ABORT, 'a version is kept'); END;
    CREATE TRIGGER passage_version_is_immutable BEFORE UPDATE ON passage_version
      BEGIN SELECT RAISE (ABORT, 'a version is immutable'); END;
    CREATE TRIGGER passage_version_stays BEFORE DELETE ON passage_version
      BEGIN SELECT RAISE (ABORT, 'a version is kept'); END;

    -- What a change without a new version replaced.
    CREATE TABLE question_detail_history (
      id INTEGER PRIMARY KEY,
      question_id INTEGER NOT NULL REFERENCES question (id),
      version_id INTEGER NOT NULL,
      chapter_id INTEGER NOT NULL,
      question_use INTEGER NOT NULL,
      rationale TEXT NOT NULL,
      difficulty INTEGER,
      level INTEGER,
      topics TEXT NOT NULL,
      replaced_at INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER question_detail_is_kept AFTER UPDATE OF detail_digest, rationale ON question
      WHEN OLD.detail_digest <> NEW.detail_digest OR OLD.rationale <> NEW.rationale
      BEGIN
        INSERT INTO question_detail_history (question_id, version_id, chapter_id, question_use,
          rationale, difficulty, level, topics, replaced_at)
        VALUES (OLD.id, OLD.version_id, OLD.chapter_id, OLD.question_use, OLD.rationale,
          OLD.difficulty, OLD.level, OLD.topics, unixepoch () * 1000);
      END;
    CREATE TABLE question_state_history (
      id INTEGER PRIMARY KEY,
      version_id INTEGER NOT NULL REFERENCES question_version (id),
      state INTEGER NOT NULL,
      replaced_at INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER question_state_is_kept AFTER UPDATE OF state ON question_version
      WHEN OLD.state <> NEW.state
      BEGIN
        INSERT INTO question_state_history (version_id, state, replaced_at)
        VALUES (OLD.id, OLD.state, unixepoch () * 1000);
      END;
    -- "Right under this edition, checked by, on": a record beside the version.
    CREATE TABLE version_check (
      id INTEGER PRIMARY KEY,
      version_id INTEGER NOT NULL REFERENCES question_version (id),
      statute TEXT NOT NULL,
      edition TEXT NOT NULL,
      checked_by TEXT NOT NULL,
      checked_on TEXT NOT NULL,
      UNIQUE (version_id, statute, edition, checked_by, checked_on)
    ) STRICT;
    """

  static let attempts = """
    -- Practice, mock exams and, later, exams. How it was opened; never changed.
    CREATE TABLE attempt (
      id INTEGER PRIMARY KEY,
      station_id INTEGER NOT NULL REFERENCES station (id),
      learner_id INTEGER NOT NULL REFERENCES learner (id),
      kind TEXT NOT NULL CHECK (kind IN ('practice', 'mock')),
      mode TEXT NOT NULL,
      seed INTEGER NOT NULL,
      plan TEXT NOT NULL,
      chapter TEXT,
      terms TEXT,
      unit_id INTEGER REFERENCES organization_unit (id),
      category TEXT NOT NULL,
      opened_utc INTEGER NOT NULL,
      opened_monotonic INTEGER NOT NULL,
      opened_boot TEXT NOT NULL,
      program TEXT NOT NULL
    ) STRICT;
    CREATE INDEX attempt_learner ON attempt (learner_id);
    CREATE TABLE attempt_bank (
      attempt_id INTEGER NOT NULL REFERENCES attempt (id),
      bank_id INTEGER NOT NULL REFERENCES bank (id),
      PRIMARY KEY (attempt_id, bank_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER attempt_is_immutable BEFORE UPDATE ON attempt
      BEGIN SELECT RAISE (ABORT, 'an attempt is immutable'); END;
    CREATE TRIGGER attempt_stays BEFORE DELETE ON attempt
      BEGIN SELECT RAISE (ABORT, 'an attempt is kept'); END;

    -- Everything that happened in an attempt, in order; only ever added to.
    CREATE TABLE step (
      station_id INTEGER NOT NULL REFERENCES station (id),
      counter INTEGER NOT NULL,
      attempt_id INTEGER NOT NULL REFERENCES attempt (id),
      sequence INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('start', 'answer', 'skip', 'move', 'mark', 'undo', 'pause',
        'resume', 'rating', 'finish')),
      question_id INTEGER REFERENCES question (id),
      version_id INTEGER REFERENCES question_version (id),
      payload TEXT NOT NULL,
      verdict INTEGER,
      learner_id INTEGER NOT NULL REFERENCES learner (id),
      actor_id INTEGER REFERENCES learner (id),
      assisted_by TEXT,
      utc INTEGER NOT NULL,
      monotonic INTEGER NOT NULL,
      boot TEXT NOT NULL,
      program TEXT NOT NULL,
      PRIMARY KEY (station_id, counter)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX step_sequence ON step (attempt_id, sequence);
    CREATE TRIGGER step_refuses_stale BEFORE INSERT ON step
      WHEN NEW.sequence <> 1 + (SELECT coalesce (max (sequence), 0) FROM step
        WHERE attempt_id = NEW.attempt_id)
      BEGIN SELECT RAISE (ABORT, 'stale sequence'); END;
    CREATE TRIGGER step_is_immutable BEFORE UPDATE ON step
      BEGIN SELECT RAISE (ABORT, 'a step is immutable'); END;
    CREATE TRIGGER step_stays BEFORE DELETE ON step
      BEGIN SELECT RAISE (ABORT, 'a step is kept'); END;

    -- The attempts that can be gone on with: a list kept for speed, told from the steps.
    CREATE TABLE open_attempt (
      attempt_id INTEGER PRIMARY KEY REFERENCES attempt (id),
      learner_id INTEGER NOT NULL REFERENCES learner (id)
    ) STRICT;
    CREATE INDEX open_attempt_learner ON open_attempt (learner_id);
    -- The result of a mock exam, as it was told.
    CREATE TABLE attempt_result (
      attempt_id INTEGER PRIMARY KEY REFERENCES attempt (id),
      score INTEGER NOT NULL,
      full_score INTEGER NOT NULL,
      pass_mark INTEGER NOT NULL,
      questions INTEGER NOT NULL,
      answered INTEGER NOT NULL,
      right INTEGER NOT NULL,
      duration INTEGER NOT NULL,
      reason TEXT NOT NULL,
      ended_at INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER attempt_result_is_immutable BEFORE UPDATE ON attempt_result
      BEGIN SELECT RAISE (ABORT, 'a result is immutable'); END;
    CREATE TRIGGER attempt_result_stays BEFORE DELETE ON attempt_result
      BEGIN SELECT RAISE (ABORT, 'a result is kept'); END;

    CREATE TABLE question_memory (
      learner_id INTEGER NOT NULL REFERENCES learner (id),
      question_id INTEGER NOT NULL REFERENCES question (id),
      answered INTEGER NOT NULL,
      right INTEGER NOT NULL,
      streak INTEGER NOT NULL,
      in_notebook INTEGER NOT NULL,
      is_due INTEGER NOT NULL,
      attempt_id INTEGER NOT NULL,
      sequence INTEGER NOT NULL,
      PRIMARY KEY (learner_id, question_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE star (
      learner_id INTEGER NOT NULL REFERENCES learner (id),
      question_id INTEGER NOT NULL REFERENCES question (id),
      starred_at INTEGER NOT NULL,
      PRIMARY KEY (learner_id, question_id)
    ) STRICT, WITHOUT ROWID;
    -- A learner's word that a question is wrong, for the trainer.
    CREATE TABLE objection (
      id INTEGER PRIMARY KEY,
      learner_id INTEGER NOT NULL REFERENCES learner (id),
      question_id INTEGER NOT NULL REFERENCES question (id),
      version_id INTEGER NOT NULL REFERENCES question_version (id),
      attempt_id INTEGER REFERENCES attempt (id),
      reason TEXT NOT NULL,
      raised_at INTEGER NOT NULL
    ) STRICT;
    """
}
