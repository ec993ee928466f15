-- Every score and part stands in a set twice: `exact` for whoever works a case, and `rounded`, computed again from counts as they are
-- shown outside a case. The second follows from nothing else, so nothing in it gives a hidden count away.
CREATE TABLE score_in_view (
  set_id INTEGER NOT NULL REFERENCES score_set (id) ON DELETE CASCADE,
  view TEXT NOT NULL CHECK (view IN ('exact', 'rounded')),
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
  PRIMARY KEY (set_id, view, level, phenomenon, code)
) STRICT, WITHOUT ROWID;
INSERT INTO score_in_view SELECT set_id, 'exact', level, phenomenon, code, name, parent_code, parent_name, score, lower, upper, class, probability,
  probability_lower, completeness, peer_group, peers, peer_median, rank, rank_lower, rank_upper, observed, exposure FROM score;
DROP TABLE score;
ALTER TABLE score_in_view RENAME TO score;

CREATE TABLE score_part_in_view (
  set_id INTEGER NOT NULL REFERENCES score_set (id) ON DELETE CASCADE,
  view TEXT NOT NULL CHECK (view IN ('exact', 'rounded')),
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
  PRIMARY KEY (set_id, view, level, phenomenon, code, position)
) STRICT, WITHOUT ROWID;
INSERT INTO score_part_in_view SELECT set_id, 'exact', level, phenomenon, code, position, indicator, observed, exposure, expected, shrunk_rate, lower, upper,
  reference_rate, reference_variance, reference_group, reference_size, centre, scale, z, weight, contribution, class_without FROM score_part;
DROP TABLE score_part;
ALTER TABLE score_part_in_view RENAME TO score_part;
