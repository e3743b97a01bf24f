/// Schema 9: accounts, their sign-ins, and what was done to them. As shipped, so never edited.
enum Migration9 {
  static let accounts = """
    CREATE TABLE account (
      id INTEGER PRIMARY KEY,
      role TEXT NOT NULL,
      learner_id INTEGER UNIQUE REFERENCES learner (id),
      is_disabled INTEGER NOT NULL CHECK (is_disabled IN (0, 1)),
      created_at INTEGER NOT NULL
    ) STRICT;
    -- Apart, so that they can be taken away: whatever is on record knows the number alone.
    CREATE TABLE account_name (
      account_id INTEGER PRIMARY KEY REFERENCES account (id),
      name TEXT NOT NULL UNIQUE CHECK (name <> '')
    ) STRICT;
    CREATE TABLE account_password (
      account_id INTEGER PRIMARY KEY REFERENCES account (id),
      hash TEXT NOT NULL,
      -- Whether somebody else than the holder chose it.
      is_temporary INTEGER NOT NULL CHECK (is_temporary IN (0, 1))
    ) STRICT;
    -- Wrong passwords in a row, and until when none is looked at.
    CREATE TABLE account_guard (
      account_id INTEGER PRIMARY KEY REFERENCES account (id),
      failures INTEGER NOT NULL CHECK (failures > 0),
      locked_until INTEGER NOT NULL
    ) STRICT;
    -- SHA-256 of the token that the person's side keeps.
    CREATE TABLE account_session (
      digest BLOB PRIMARY KEY CHECK (length (digest) = 32),
      account_id INTEGER NOT NULL REFERENCES account (id),
      begun_at INTEGER NOT NULL,
      used_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX account_session_account ON account_session (account_id);

    -- `kind` is the name of an `AccountEvent.Kind`, `role` the one from then on; nobody in `by_id` is the
    -- owner of the data folder.
    CREATE TABLE account_event (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      account_id INTEGER NOT NULL REFERENCES account (id),
      by_id INTEGER REFERENCES account (id),
      role TEXT NOT NULL,
      made_at INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER account_event_is_immutable BEFORE UPDATE ON account_event
      BEGIN SELECT RAISE (ABORT, 'an event is immutable'); END;
    CREATE TRIGGER account_event_stays BEFORE DELETE ON account_event
      BEGIN SELECT RAISE (ABORT, 'an event is kept'); END;
    CREATE TRIGGER account_stays BEFORE DELETE ON account
      BEGIN SELECT RAISE (ABORT, 'an account is kept'); END;
    """
}
