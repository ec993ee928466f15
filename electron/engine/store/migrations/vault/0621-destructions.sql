-- What is to be destroyed or was, of every kind that takes two people: one asks, another decides. What stays is this proof.
CREATE TABLE destruction (
  kind TEXT NOT NULL CHECK (kind IN ('case', 'signal')),
  subject_id INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE,
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
  PRIMARY KEY (kind, subject_id),
  CHECK (destroyed_account = '' OR destroyed_account <> asked_account)
) STRICT, WITHOUT ROWID;

INSERT INTO destruction (kind, subject_id, number, motive, asked_account, asked_by, asked_at, destroyed_by, destroyed_at, content_hash, held)
SELECT 'case', case_id, number, motive, asked_account, asked_by, asked_at, destroyed_by, destroyed_at, content_hash,
       CASE destroyed_at WHEN '' THEN '{}' ELSE json_object('subjects', subjects, 'statements', statements, 'exports', exports) END
  FROM case_destruction;

DROP TABLE case_destruction;
