-- Attention scores of areas and branches, per phenomenon. There is no other subject, and nothing here refers to a person,
-- a company or an address. A set is a snapshot that can be made again from the same definitions, data and seed.
CREATE TABLE score_set (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  -- day the counts stand for: that of the newest delivery
  reference_date TEXT NOT NULL,
  indicator_set INTEGER NOT NULL,
  seed INTEGER NOT NULL,
  definitions_hash TEXT NOT NULL,
  data_hash TEXT NOT NULL,
  -- hash over definitions, data and seed; and over the numbers that came out
  hash TEXT NOT NULL,
  result_hash TEXT NOT NULL,
  -- deliveries and links as they were, to see that something changed since
  inputs TEXT NOT NULL
) STRICT;

-- The definitions as they were, so that an old set can be read with its own words. JSON of one Indicator and its sources.
CREATE TABLE score_indicator (
  set_id INTEGER NOT NULL REFERENCES score_set (id) ON DELETE CASCADE,
  indicator TEXT NOT NULL,
  definition TEXT NOT NULL,
  sources TEXT NOT NULL,
  PRIMARY KEY (set_id, indicator)
) STRICT, WITHOUT ROWID;

CREATE TABLE score (
  set_id INTEGER NOT NULL REFERENCES score_set (id) ON DELETE CASCADE,
  level TEXT NOT NULL CHECK (level IN ('buurt', 'wijk', 'division', 'group')),
  phenomenon TEXT NOT NULL CHECK (phenomenon IN ('hennep', 'vastgoed', 'witwassen')),
  -- CBS code, or SBI version and code
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  parent_code TEXT,
  parent_name TEXT,
  score REAL,
  lower REAL,
  upper REAL,
  class TEXT NOT NULL CHECK (class IN ('lower', 'average', 'higher', 'insufficient')),
  probability REAL,
  probability_lower REAL,
  completeness REAL NOT NULL,
  peer_group TEXT NOT NULL,
  peers INTEGER NOT NULL,
  peer_median REAL,
  rank INTEGER,
  rank_lower INTEGER,
  rank_upper INTEGER,
  observed INTEGER NOT NULL,
  exposure INTEGER NOT NULL,
  PRIMARY KEY (set_id, level, phenomenon, code)
) STRICT, WITHOUT ROWID;

-- What a score is made of, in the order of its sum. `contribution` is NULL where there is no score, `weight` 0 for context.
CREATE TABLE score_part (
  set_id INTEGER NOT NULL REFERENCES score_set (id) ON DELETE CASCADE,
  level TEXT NOT NULL,
  phenomenon TEXT NOT NULL,
  code TEXT NOT NULL,
  position INTEGER NOT NULL,
  indicator TEXT NOT NULL,
  observed INTEGER NOT NULL,
  exposure INTEGER NOT NULL,
  expected REAL NOT NULL,
  shrunk_rate REAL NOT NULL,
  lower REAL NOT NULL,
  upper REAL NOT NULL,
  reference_rate REAL NOT NULL,
  reference_variance REAL NOT NULL,
  reference_group TEXT NOT NULL,
  reference_size INTEGER NOT NULL,
  centre REAL NOT NULL,
  scale REAL NOT NULL,
  z REAL NOT NULL,
  weight REAL NOT NULL,
  contribution REAL,
  class_without TEXT NOT NULL,
  PRIMARY KEY (set_id, level, phenomenon, code, position)
) STRICT, WITHOUT ROWID;

-- Indicators that could not be computed for an area or branch, and why.
CREATE TABLE score_missing (
  set_id INTEGER NOT NULL REFERENCES score_set (id) ON DELETE CASCADE,
  level TEXT NOT NULL,
  phenomenon TEXT NOT NULL,
  code TEXT NOT NULL,
  indicator TEXT NOT NULL,
  weight REAL NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (set_id, level, phenomenon, code, indicator)
) STRICT, WITHOUT ROWID;
