-- Cases that are to be destroyed or were: one asks, another decides. What stays of a destroyed case is this proof.
CREATE TABLE case_destruction (
  case_id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  motive TEXT NOT NULL,
  asked_account TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  -- '' until it was destroyed
  destroyed_by TEXT NOT NULL DEFAULT '',
  destroyed_at TEXT NOT NULL DEFAULT '',
  -- SHA-256 over what the case held
  content_hash TEXT NOT NULL DEFAULT '',
  subjects INTEGER NOT NULL DEFAULT 0,
  statements INTEGER NOT NULL DEFAULT 0,
  exports INTEGER NOT NULL DEFAULT 0
) STRICT;
