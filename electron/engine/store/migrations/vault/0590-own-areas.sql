-- Areas a municipality works in, as lists of the buurten and wijken they consist of; one row per part.
CREATE TABLE own_area (
  id INTEGER PRIMARY KEY,
  -- 'bedrijventerrein' | 'operationeel gebied'
  own_level TEXT NOT NULL,
  name TEXT NOT NULL,
  area_code TEXT NOT NULL
) STRICT;

-- A score of such an area stands beside that of a buurt. There is still no other thing a score can be of.
CREATE TABLE score_of_level (
  set_id INTEGER NOT NULL REFERENCES score_set (id) ON DELETE CASCADE,
  view TEXT NOT NULL CHECK (view IN ('exact', 'rounded')),
  level TEXT NOT NULL CHECK (level IN ('buurt', 'wijk', 'division', 'group', 'businessPark', 'opsArea')),
  phenomenon TEXT NOT NULL CHECK (phenomenon IN ('hennep', 'vastgoed', 'witwassen')),
  -- CBS code, code of an area of one's own, or SBI version and code
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
INSERT INTO score_of_level SELECT set_id, view, level, phenomenon, code, name, parent_code, parent_name, score, lower, upper, class, probability,
  probability_lower, completeness, peer_group, peers, peer_median, rank, rank_lower, rank_upper, observed, exposure FROM score;
DROP TABLE score;
ALTER TABLE score_of_level RENAME TO score;
