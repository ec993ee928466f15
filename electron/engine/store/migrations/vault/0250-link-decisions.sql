-- The ledger of human decisions on likenesses: append-only. A line names two source rows by keys that survive a new delivery of the
-- same source (engine/link/recordKey.ts), so that a decision holds for as long as the rows say the same.
-- A line counts while revoked_by is empty and its verdict is 'zelfde' (must be one) or 'verschillend' (must never be one).
CREATE TABLE link_decision (
  id INTEGER PRIMARY KEY,
  -- id of the first line of the same deed: letting a row go writes one line per row it leaves; they are taken back together
  deed INTEGER NOT NULL,
  deed_kind TEXT NOT NULL CHECK (deed_kind IN ('oordeel', 'samenvoegen', 'losmaken', 'intrekken')),
  at TEXT NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  party TEXT NOT NULL CHECK (party IN ('person', 'company')),
  -- 16 bytes each, left below right
  left_key BLOB NOT NULL,
  right_key BLOB NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('zelfde', 'verschillend', 'onzeker', 'ingetrokken')),
  reason TEXT NOT NULL,
  -- id of the later line that takes this one back or replaces it; nothing is ever deleted
  revoked_by INTEGER REFERENCES link_decision (id)
) STRICT;

CREATE INDEX link_decision_left ON link_decision (left_key);
CREATE INDEX link_decision_right ON link_decision (right_key);
CREATE INDEX link_decision_deed ON link_decision (deed);
