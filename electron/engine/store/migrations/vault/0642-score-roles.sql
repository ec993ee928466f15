-- Whether an attention score played a role in a case, as it was said last: it has to be made known with a decision at the latest.
CREATE TABLE case_score_role (
  case_id INTEGER PRIMARY KEY REFERENCES case_file (id),
  played TEXT NOT NULL CHECK (played IN ('none', 'choice', 'grounds')),
  explanation TEXT NOT NULL,
  said_at TEXT NOT NULL,
  said_by TEXT NOT NULL,
  CHECK (played = 'none' OR length(trim(explanation)) >= 20)
) STRICT;
