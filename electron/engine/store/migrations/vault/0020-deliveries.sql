-- A delivery is one sheet of one file taken in as one kind. Its id is the upper half of the record ids of its rows.
CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  file TEXT NOT NULL,
  hash TEXT NOT NULL,
  sheet TEXT NOT NULL,
  read_as TEXT NOT NULL,
  supplier TEXT NOT NULL,
  reference_date TEXT,
  -- the mapping as it was used, JSON: columns with heading and field, header row
  mapping TEXT NOT NULL,
  -- hash over file, sheet, kind and mapping: an equal one changes nothing
  fingerprint TEXT NOT NULL UNIQUE,
  purpose TEXT NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  at TEXT NOT NULL,
  rows_read INTEGER NOT NULL,
  accepted INTEGER NOT NULL,
  repaired INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  dropped TEXT NOT NULL
) STRICT;

-- Every value that was refused, repaired or ignored. Accepted values without a line here stand as delivered.
CREATE TABLE row_issue (
  delivery_id INTEGER NOT NULL REFERENCES delivery (id),
  row INTEGER NOT NULL,
  column_index INTEGER NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  severity TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE INDEX row_issue_row ON row_issue (delivery_id, row);

-- Refused rows as delivered, so that they can go back in the layout of the source. JSON array of cell texts.
CREATE TABLE refused_row (
  delivery_id INTEGER NOT NULL REFERENCES delivery (id),
  row INTEGER NOT NULL,
  cells TEXT NOT NULL,
  PRIMARY KEY (delivery_id, row)
) STRICT, WITHOUT ROWID;
