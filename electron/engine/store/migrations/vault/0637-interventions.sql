-- The plan of a case: what is done, by whom, on which ground, and what came of it.
CREATE TABLE case_intervention (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES case_file (id),
  status TEXT NOT NULL CHECK (status IN ('planned', 'running', 'done', 'dropped')),
  result TEXT NOT NULL,
  -- JSON; its shape is Intervention
  content TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  -- nothing is done or dropped without a word on what came of it
  CHECK (status IN ('planned', 'running') OR length(trim(result)) >= 3)
) STRICT;

CREATE INDEX case_intervention_case ON case_intervention (case_id);
