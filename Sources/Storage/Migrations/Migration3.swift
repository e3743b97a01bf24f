/// Schema 3: what a question's lines in the bank's file were. As shipped, so never edited.
enum Migration3 {
  static let sources = """
    -- A digest of the lines in the file that the question was read from, and of all that their meaning
    -- rests on. Where the file has the same again, the question is as it stands here, and is not read.
    -- NULL: it has to be read.
    ALTER TABLE question ADD COLUMN source_digest BLOB;
    -- Whoever changes a question otherwise than by reading it makes the digest untrue.
    CREATE TRIGGER question_source_is_forgotten AFTER UPDATE OF version_id, question_use, rationale,
        difficulty, level, topics, detail_digest ON question
      WHEN NEW.source_digest IS OLD.source_digest AND OLD.source_digest IS NOT NULL
      BEGIN UPDATE question SET source_digest = NULL WHERE id = OLD.id; END;
    CREATE TRIGGER question_source_is_forgotten_with_state AFTER UPDATE OF state ON question_version
      WHEN OLD.state <> NEW.state
      BEGIN
        UPDATE question SET source_digest = NULL
        WHERE id = OLD.question_id AND version_id = OLD.id AND source_digest IS NOT NULL;
      END;
    """
}
