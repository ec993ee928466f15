-- What somebody found of a reference that its department has not said again for a while. The last one counts; none is changed.
CREATE TABLE reference_review (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('confirmed', 'unconfirmed')),
  motive TEXT NOT NULL CHECK (length(trim(motive)) >= 20),
  -- ISO day, and the moment
  reviewed_on TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_account TEXT NOT NULL,
  made_by TEXT NOT NULL
) STRICT;

CREATE INDEX reference_review_record ON reference_review (record_id);

-- The references of one department of which the destruction is asked together, so that the second person decides on these and no others.
CREATE TABLE reference_batch (
  id INTEGER PRIMARY KEY,
  -- R-2026-0001, counted per year
  number TEXT NOT NULL UNIQUE,
  department TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

CREATE TABLE reference_batch_row (
  batch_id INTEGER NOT NULL REFERENCES reference_batch (id) ON DELETE CASCADE,
  record_id INTEGER NOT NULL,
  PRIMARY KEY (batch_id, record_id)
) STRICT, WITHOUT ROWID;

-- References are destroyed in batches: one proof, with the marks of all it held one behind the other (16 bytes each).
CREATE TABLE destruction_parted (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('case', 'signal', 'reference')),
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

INSERT INTO destruction_parted (id, kind, subject_id, number, ground, mark, motive, asked_account, asked_by, asked_at, destroyed_account, destroyed_by, destroyed_at, content_hash, held)
SELECT id, kind, subject_id, number, ground, mark, motive, asked_account, asked_by, asked_at, destroyed_account, destroyed_by, destroyed_at, content_hash, held FROM destruction;

DROP TABLE destruction;

ALTER TABLE destruction_parted RENAME TO destruction;

CREATE UNIQUE INDEX destruction_asked ON destruction (kind, subject_id) WHERE destroyed_at = '';

CREATE INDEX destruction_mark ON destruction (kind, mark) WHERE mark IS NOT NULL;
