/// Schema 8: who put a question into which state and why, what puts it in doubt, and what reviewers said.
enum Migration8 {
  static let review = """
    -- Who reviews questions: by the name that was given.
    CREATE TABLE reviewer (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

    -- Every change of a state but for those of a version's first load without a finding. `cause` is the
    -- name of a `StateChange`.
    CREATE TABLE question_transition (
      id INTEGER PRIMARY KEY,
      version_id INTEGER NOT NULL REFERENCES question_version (id),
      before INTEGER,
      after INTEGER NOT NULL,
      cause TEXT NOT NULL,
      reason TEXT NOT NULL,
      reviewer_id INTEGER REFERENCES reviewer (id),
      made_at INTEGER NOT NULL
    ) STRICT;
    -- It takes the place of this, which knew neither who nor why. What was kept so far stays.
    DROP TRIGGER question_state_is_kept;
    CREATE INDEX question_transition_version ON question_transition (version_id);
    CREATE TRIGGER question_transition_is_immutable BEFORE UPDATE ON question_transition
      BEGIN SELECT RAISE (ABORT, 'a transition is immutable'); END;
    CREATE TRIGGER question_transition_stays BEFORE DELETE ON question_transition
      BEGIN SELECT RAISE (ABORT, 'a transition is kept'); END;

    -- What puts a version in doubt. Of an amendment: the statute with its editions, the place that the
    -- question cites in the older one, and what became of it (a name of a `ChangeKind`).
    CREATE TABLE question_flag (
      id INTEGER PRIMARY KEY,
      version_id INTEGER NOT NULL REFERENCES question_version (id),
      objection_id INTEGER UNIQUE REFERENCES objection (id),
      statute TEXT,
      old_edition TEXT,
      new_edition TEXT,
      citation TEXT,
      change TEXT,
      raised_at INTEGER NOT NULL,
      closed_at INTEGER,
      CHECK ((objection_id IS NULL) = (statute IS NOT NULL AND old_edition IS NOT NULL
        AND new_edition IS NOT NULL AND citation IS NOT NULL AND change IS NOT NULL)),
      UNIQUE (version_id, statute, new_edition, citation)
    ) STRICT;
    CREATE INDEX question_flag_open ON question_flag (version_id) WHERE closed_at IS NULL;
    CREATE TABLE flag_decision (
      id INTEGER PRIMARY KEY,
      flag_id INTEGER NOT NULL REFERENCES question_flag (id),
      verdict TEXT NOT NULL,
      reason TEXT NOT NULL,
      reviewer_id INTEGER NOT NULL REFERENCES reviewer (id),
      decided_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX flag_decision_flag ON flag_decision (flag_id);
    CREATE TRIGGER flag_decision_is_immutable BEFORE UPDATE ON flag_decision
      BEGIN SELECT RAISE (ABORT, 'a decision is immutable'); END;
    CREATE TRIGGER flag_decision_stays BEFORE DELETE ON flag_decision
      BEGIN SELECT RAISE (ABORT, 'a decision is kept'); END;

    -- The edition that a version rests on where it is not the one that its bank names: somebody wrote or
    -- confirmed it against that one.
    CREATE TABLE version_edition (
      version_id INTEGER NOT NULL REFERENCES question_version (id),
      statute TEXT NOT NULL,
      edition TEXT NOT NULL,
      PRIMARY KEY (version_id, statute)
    ) STRICT, WITHOUT ROWID;

    -- The details of a version that is not in force yet; see `question`.
    CREATE TABLE draft_detail (
      version_id INTEGER PRIMARY KEY REFERENCES question_version (id),
      question_use INTEGER NOT NULL,
      rationale TEXT NOT NULL,
      difficulty INTEGER,
      level INTEGER,
      topics TEXT NOT NULL,
      waivers TEXT NOT NULL,
      detail_digest BLOB NOT NULL,
      is_due INTEGER NOT NULL
    ) STRICT;

    -- Objections that wait for an answer put their question in doubt from now on.
    INSERT INTO question_flag (version_id, objection_id, raised_at)
      SELECT o.version_id, o.id, o.raised_at FROM objection o
      JOIN question q ON q.version_id = o.version_id
      JOIN question_version v ON v.id = o.version_id
      WHERE v.state = 1
        AND NOT EXISTS (SELECT 1 FROM objection_answer a WHERE a.objection_id = o.id);
    INSERT INTO question_transition (version_id, before, after, cause, reason, made_at)
      SELECT version_id, 1, 4, 'flagged', '', max (raised_at) FROM question_flag GROUP BY version_id;
    UPDATE question_version SET state = 4
      WHERE id IN (SELECT version_id FROM question_flag);
    """
}
