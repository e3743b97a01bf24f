/// Schema 6: texts of statutes. As shipped, so never edited.
enum Migration6 {
  static let statutes = """
    CREATE TABLE statute (
      id INTEGER PRIMARY KEY,
      -- 民法典; what banks cite.
      title TEXT NOT NULL UNIQUE,
      -- 中华人民共和国民法典.
      full_title TEXT NOT NULL
    ) STRICT;
    CREATE TABLE statute_edition (
      id INTEGER PRIMARY KEY,
      statute_id INTEGER NOT NULL REFERENCES statute (id),
      -- Of the decision that made it: 2020-05-28.
      date TEXT NOT NULL,
      -- Since when it is in force; NULL where that is not known.
      effective TEXT,
      -- A natural paragraph a line; empty where there is none.
      preamble TEXT NOT NULL,
      -- UTC milliseconds.
      loaded_at INTEGER NOT NULL,
      UNIQUE (statute_id, date)
    ) STRICT;
    CREATE TABLE statute_heading (
      edition_id INTEGER NOT NULL REFERENCES statute_edition (id),
      place INTEGER NOT NULL,
      -- 0 part 编, 1 subpart 分编, 2 chapter 章, 3 section 节.
      division INTEGER NOT NULL CHECK (division BETWEEN 0 AND 3),
      number INTEGER,
      title TEXT NOT NULL,
      PRIMARY KEY (edition_id, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE statute_article (
      edition_id INTEGER NOT NULL REFERENCES statute_edition (id),
      number INTEGER NOT NULL,
      -- 第…条之一 is 1.
      insertion INTEGER NOT NULL,
      heading INTEGER,
      -- A paragraph, item or sub-item a line.
      body TEXT NOT NULL,
      -- Of the normal text.
      digest TEXT NOT NULL,
      PRIMARY KEY (edition_id, number, insertion)
    ) STRICT, WITHOUT ROWID;
    """
}
