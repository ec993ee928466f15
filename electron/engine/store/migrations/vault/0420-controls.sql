-- Lists of addresses to inspect: half of them out of areas that ask for attention, half out of all areas, drawn with a stored seed
-- and mixed. Which is which stands in `origin` and is told to nobody before every outcome of the list is in.
CREATE TABLE control_list (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  phenomenon TEXT NOT NULL,
  set_id INTEGER NOT NULL,
  seed TEXT NOT NULL
) STRICT;

CREATE TABLE control_item (
  list_id INTEGER NOT NULL REFERENCES control_list (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  address_id INTEGER NOT NULL,
  area_code TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('attention', 'chance')),
  -- the indicator that contributed most in the area, for the scoreboard per indicator
  leading TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('confirmed', 'not-confirmed', 'unknown')),
  outcome_at TEXT,
  outcome_account TEXT,
  PRIMARY KEY (list_id, position)
) STRICT, WITHOUT ROWID;
