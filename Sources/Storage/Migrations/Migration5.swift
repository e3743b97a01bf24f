/// Schema 5: the practice order of each bank in one piece. As shipped, so never edited.
enum Migration5 {
  static let order = """
    -- What practice asks of a bank, told from `question` at the end of each load: the numbers of the
    -- questions, item by item, a comma between items and a plus between the questions of a case. Items
    -- are numbered from 0 without gaps. A learner's day goes through all of it.
    CREATE TABLE bank_order (
      bank_id INTEGER PRIMARY KEY REFERENCES bank (id),
      questions TEXT NOT NULL
    ) STRICT;
    INSERT INTO bank_order (bank_id, questions)
      SELECT b.id, coalesce ((SELECT group_concat (questions) FROM
        (SELECT group_concat (id, '+') AS questions FROM
          (SELECT id, item FROM question WHERE bank_id = b.id AND item IS NOT NULL
            ORDER BY item, part)
          GROUP BY item ORDER BY item)), '')
      FROM bank b;
    """
}
