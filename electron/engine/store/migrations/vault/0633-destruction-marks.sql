-- By what something is known again in another copy of the vault, or in a later delivery: a keyed hash.
ALTER TABLE triage ADD COLUMN mark BLOB;

-- Proofs that came from another copy of this vault stand beside its own, which may have given the same number since.
CREATE TABLE destruction_marked (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('case', 'signal')),
  subject_id INTEGER NOT NULL,
  number TEXT NOT NULL,
  -- NULL until it was destroyed, and for what was destroyed before marks were kept
  mark BLOB,
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

INSERT INTO destruction_marked (kind, subject_id, number, motive, asked_account, asked_by, asked_at, destroyed_account, destroyed_by, destroyed_at, content_hash, held)
SELECT kind, subject_id, number, motive, asked_account, asked_by, asked_at, destroyed_account, destroyed_by, destroyed_at, content_hash, held FROM destruction;

DROP TABLE destruction;

ALTER TABLE destruction_marked RENAME TO destruction;

CREATE UNIQUE INDEX destruction_asked ON destruction (kind, subject_id) WHERE destroyed_at = '';

CREATE INDEX destruction_mark ON destruction (kind, mark) WHERE mark IS NOT NULL;
