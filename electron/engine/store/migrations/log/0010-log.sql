-- The log: append-only, each line chained to the one before by its hash.
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  purpose TEXT NOT NULL,
  case_number TEXT NOT NULL,
  result TEXT NOT NULL,
  origin TEXT NOT NULL,
  hash BLOB NOT NULL
) STRICT;

CREATE INDEX event_action ON event (action, seq);
