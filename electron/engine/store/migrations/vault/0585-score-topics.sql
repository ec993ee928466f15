-- What a set says of one level and phenomenon stands in the set that computed it first; a later set in which nothing changed there
-- refers to it. A set is then as large as what is new in it.
CREATE TABLE score_topic (
  set_id INTEGER NOT NULL REFERENCES score_set (id) ON DELETE CASCADE,
  view TEXT NOT NULL,
  level TEXT NOT NULL,
  phenomenon TEXT NOT NULL,
  -- hash over everything it follows from, and over its numbers; empty in sets of before there were topics
  input_hash TEXT NOT NULL,
  result_hash TEXT NOT NULL,
  held_by INTEGER NOT NULL REFERENCES score_set (id),
  PRIMARY KEY (set_id, view, level, phenomenon)
) STRICT, WITHOUT ROWID;
INSERT INTO score_topic SELECT DISTINCT set_id, view, level, phenomenon, '', '', set_id FROM score;

-- How often rows of a table came, went or changed: whoever counted from it sees that it has to count again.
CREATE TABLE table_change (
  name TEXT PRIMARY KEY,
  changes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What indicators counted per buurt and per SBI code (JSON), with the state of the tables it was counted from.
CREATE TABLE kept_count (
  key TEXT PRIMARY KEY,
  stamp TEXT NOT NULL,
  counts TEXT NOT NULL
) STRICT, WITHOUT ROWID;
