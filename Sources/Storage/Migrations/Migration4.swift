/// Schema 4: steps without the list of their kinds and without names, and what stood on the screen of
/// someone who objects.
enum Migration4 {
  static let steps = """
    -- Who typed for learners. Steps know them by number; a name can be taken away.
    CREATE TABLE assistant (id INTEGER PRIMARY KEY, name TEXT UNIQUE) STRICT;
    INSERT INTO assistant (name) SELECT assisted_by FROM step WHERE assisted_by IS NOT NULL
      GROUP BY assisted_by ORDER BY min (counter);

    -- The kinds stand one by one: of a list of words SQLite makes an index, anew for every step that it
    -- takes in. All else is as it was, row by row.
    CREATE TABLE new_step (
      station_id INTEGER NOT NULL REFERENCES station (id),
      counter INTEGER NOT NULL,
      attempt_id INTEGER NOT NULL REFERENCES attempt (id),
      sequence INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind = 'answer' OR kind = 'start' OR kind = 'skip'
        OR kind = 'move' OR kind = 'mark' OR kind = 'undo' OR kind = 'pause' OR kind = 'resume'
        OR kind = 'rating' OR kind = 'finish'),
      question_id INTEGER REFERENCES question (id),
      version_id INTEGER REFERENCES question_version (id),
      payload TEXT NOT NULL,
      verdict INTEGER,
      learner_id INTEGER NOT NULL REFERENCES learner (id),
      actor_id INTEGER REFERENCES learner (id),
      assistant_id INTEGER REFERENCES assistant (id),
      utc INTEGER NOT NULL,
      monotonic INTEGER NOT NULL,
      boot TEXT NOT NULL,
      program TEXT NOT NULL,
      PRIMARY KEY (station_id, counter)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO new_step (station_id, counter, attempt_id, sequence, kind, question_id, version_id,
      payload, verdict, learner_id, actor_id, assistant_id, utc, monotonic, boot, program)
      SELECT station_id, counter, attempt_id, sequence, kind, question_id, version_id,
        payload, verdict, learner_id, actor_id,
        (SELECT id FROM assistant WHERE name = assisted_by), utc, monotonic, boot, program
      FROM step ORDER BY station_id, counter;
    DROP TABLE step;
    ALTER TABLE new_step RENAME TO step;
    CREATE UNIQUE INDEX step_sequence ON step (attempt_id, sequence);
    CREATE TRIGGER step_refuses_stale BEFORE INSERT ON step
      WHEN NEW.sequence <> 1 + (SELECT coalesce (max (sequence), 0) FROM step
        WHERE attempt_id = NEW.attempt_id)
      BEGIN SELECT RAISE (ABORT, 'stale sequence'); END;
    CREATE TRIGGER step_is_immutable BEFORE UPDATE ON step
      BEGIN SELECT RAISE (ABORT, 'a step is immutable'); END;
    CREATE TRIGGER step_stays BEFORE DELETE ON step
      BEGIN SELECT RAISE (ABORT, 'a step is kept'); END;
    """
}
