-- When a set was computed first; `at` is when it was computed last with this outcome. Before this was kept the two are taken to be one.
ALTER TABLE score_set ADD COLUMN made_at TEXT NOT NULL DEFAULT '';

UPDATE score_set SET made_at = at;

-- What a list of controls was drawn on stands with it, so that it says the same when its set of scores is destroyed.
ALTER TABLE control_item ADD COLUMN predicted REAL;

UPDATE control_item SET predicted = (
  SELECT s.probability FROM control_list AS l
    JOIN score_topic AS t ON t.set_id = l.set_id AND t.view = 'exact' AND t.level = 'buurt' AND t.phenomenon = l.phenomenon
    JOIN score AS s ON s.set_id = t.held_by AND s.view = 'exact' AND s.level = 'buurt' AND s.phenomenon = l.phenomenon AND s.code = control_item.area_code
   WHERE l.id = control_item.list_id);

-- The sets of scores of which the destruction is asked together, so that the second person decides on these and no others.
CREATE TABLE score_batch (
  id INTEGER PRIMARY KEY,
  -- A-2026-0001, counted per year
  number TEXT NOT NULL UNIQUE,
  made_at TEXT NOT NULL
) STRICT;

CREATE TABLE score_batch_set (
  batch_id INTEGER NOT NULL REFERENCES score_batch (id) ON DELETE CASCADE,
  set_id INTEGER NOT NULL,
  PRIMARY KEY (batch_id, set_id)
) STRICT, WITHOUT ROWID;

-- Which kinds there are stands in one place, the model of a destruction; every proof is read through it.
CREATE TABLE destruction_of_any (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  number TEXT NOT NULL,
  ground TEXT NOT NULL DEFAULT 'term' CHECK (ground IN ('term', 'request')),
  -- NULL until it was destroyed, and for what was destroyed before marks were kept
  mark BLOB,
  part_marks BLOB NOT NULL DEFAULT x'',
  motive TEXT NOT NULL,
  asked_account TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  -- '' until it was destroyed
  destroyed_account TEXT NOT NULL DEFAULT '',
  destroyed_by TEXT NOT NULL DEFAULT '',
  destroyed_at TEXT NOT NULL DEFAULT '',
  -- SHA-256 over what it held, and how much of what that was: JSON of names and counts
  content_hash TEXT NOT NULL DEFAULT '',
  held TEXT NOT NULL DEFAULT '{}',
  CHECK (destroyed_account = '' OR destroyed_account <> asked_account)
) STRICT;

INSERT INTO destruction_of_any (id, kind, subject_id, number, ground, mark, part_marks, motive, asked_account, asked_by, asked_at, destroyed_account, destroyed_by, destroyed_at, content_hash, held)
SELECT id, kind, subject_id, number, ground, mark, part_marks, motive, asked_account, asked_by, asked_at, destroyed_account, destroyed_by, destroyed_at, content_hash, held FROM destruction;

DROP TABLE destruction;

ALTER TABLE destruction_of_any RENAME TO destruction;

CREATE UNIQUE INDEX destruction_asked ON destruction (kind, subject_id) WHERE destroyed_at = '';

CREATE INDEX destruction_mark ON destruction (kind, mark) WHERE mark IS NOT NULL;
