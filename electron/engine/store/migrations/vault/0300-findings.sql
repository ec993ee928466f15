-- Findings: named patterns that were seen at an address or a company, with the rows that show them. There is no other subject, and
-- no figure: what is counted in one stands in its sentence. Made anew as a whole by every run.
CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  pattern TEXT NOT NULL,
  version INTEGER NOT NULL,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('address', 'company')),
  subject_id INTEGER NOT NULL,
  -- the day on which it came about, ISO, possibly incomplete; NULL when it has none
  since TEXT,
  sentence TEXT NOT NULL,
  -- JSON array of the record ids that show it
  records TEXT NOT NULL
) STRICT;

CREATE INDEX finding_subject ON finding (subject_kind, subject_id);
CREATE INDEX finding_pattern ON finding (pattern, subject_id);

-- How common each pattern is here: at how many of how many it was seen.
CREATE TABLE finding_rate (
  pattern TEXT PRIMARY KEY,
  observed INTEGER NOT NULL,
  population INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One row: when the findings were made, the day they stand for, and of which deliveries, links and definitions.
CREATE TABLE finding_run (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  at TEXT NOT NULL,
  day TEXT NOT NULL,
  inputs TEXT NOT NULL,
  definitions_hash TEXT NOT NULL
) STRICT;

-- What somebody established: here the pattern has an ordinary explanation (a business centre, an accountant). Outlives the runs.
CREATE TABLE finding_explained (
  pattern TEXT NOT NULL,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('address', 'company')),
  subject_id INTEGER NOT NULL,
  reason TEXT NOT NULL,
  by_name TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (pattern, subject_kind, subject_id)
) STRICT, WITHOUT ROWID;
