-- When somebody went through who may do what in this vault, and what came of it; only added to.
CREATE TABLE rights_review (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  account TEXT NOT NULL,
  by_name TEXT NOT NULL,
  users INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (length(trim(outcome)) >= 10)
);
