-- Changes of the list of risk branches: proposed by one, decided on by another; approved, they make a version of the list.
CREATE TABLE risk_branch_change (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  motive TEXT NOT NULL,
  label TEXT NOT NULL,
  -- JSON of the entry as it is to be; NULL takes it off the list
  entry TEXT,
  decision TEXT NOT NULL DEFAULT 'open' CHECK (decision IN ('open', 'approved', 'rejected')),
  decided_at TEXT,
  decided_account TEXT,
  decided_name TEXT,
  decided_motive TEXT NOT NULL DEFAULT '',
  version INTEGER UNIQUE,
  CHECK (decided_account IS NULL OR decided_account <> account)
) STRICT;
