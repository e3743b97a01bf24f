/// Schema 7: the rules of the check that a question silences. As shipped, so never edited.
enum Migration7 {
  static let waivers = """
    -- A line each: the id of the rule, a space, the reason.
    ALTER TABLE question ADD COLUMN waivers TEXT NOT NULL DEFAULT '';
    ALTER TABLE question_detail_history ADD COLUMN waivers TEXT NOT NULL DEFAULT '';
    -- As before, with the new column.
    DROP TRIGGER question_source_is_forgotten;
    CREATE TRIGGER question_source_is_forgotten AFTER UPDATE OF version_id, question_use, rationale,
        difficulty, level, topics, waivers, detail_digest ON question
      WHEN NEW.source_digest IS OLD.source_digest AND OLD.source_digest IS NOT NULL
      BEGIN UPDATE question SET source_digest = NULL WHERE id = OLD.id; END;
    DROP TRIGGER question_detail_is_kept;
    CREATE TRIGGER question_detail_is_kept AFTER UPDATE OF detail_digest, rationale ON question
      WHEN OLD.detail_digest <> NEW.detail_digest OR OLD.rationale <> NEW.rationale
      BEGIN
        INSERT INTO question_detail_history (question_id, version_id, chapter_id, question_use,
          rationale, difficulty, level, topics, waivers, replaced_at)
        VALUES (OLD.id, OLD.version_id, OLD.chapter_id, OLD.question_use, OLD.rationale,
          OLD.difficulty, OLD.level, OLD.topics, OLD.waivers, unixepoch () * 1000);
      END;
    """
}
