-- A set keeps what it was made of, so that it can be made again years later, when the registers say something else.
ALTER TABLE score_set ADD COLUMN kind TEXT NOT NULL DEFAULT 'official' CHECK (kind IN ('official', 'what-if', 'past'));
ALTER TABLE score_set ADD COLUMN label TEXT NOT NULL DEFAULT '';
-- version of the formulas: an equal one computes the same numbers from the same input
ALTER TABLE score_set ADD COLUMN formulas TEXT NOT NULL DEFAULT '1';

-- Counts, areas and branches, and definitions: JSON, compressed.
CREATE TABLE score_input (
  set_id INTEGER PRIMARY KEY REFERENCES score_set (id) ON DELETE CASCADE,
  content BLOB NOT NULL
) STRICT;

-- Weights of indicators change by two people: one proposes, another decides. Approved, it is a version of the set of indicators.
CREATE TABLE weight_proposal (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  motive TEXT NOT NULL,
  -- JSON: points per indicator
  weights TEXT NOT NULL,
  decision TEXT NOT NULL DEFAULT 'open' CHECK (decision IN ('open', 'approved', 'rejected')),
  decided_at TEXT,
  decided_account TEXT,
  decided_name TEXT,
  decided_motive TEXT NOT NULL DEFAULT '',
  version INTEGER UNIQUE,
  CHECK (decided_account IS NULL OR decided_account <> account)
) STRICT;
