-- Case files. The picture is kept as it lay on the table (JSON of NetworkPicture), so that a dossier can be made again as it was.
CREATE TABLE case_file (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  phenomenon TEXT NOT NULL,
  status TEXT NOT NULL,
  occasion TEXT NOT NULL,
  goal TEXT NOT NULL,
  picture TEXT NOT NULL,
  purpose_label TEXT NOT NULL,
  purpose_ground TEXT NOT NULL,
  purpose_case_number TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

-- Which addresses, companies and persons a case is about; the key as in the network.
CREATE TABLE case_subject (
  case_id INTEGER NOT NULL REFERENCES case_file (id),
  key TEXT NOT NULL,
  PRIMARY KEY (case_id, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX case_subject_key ON case_subject (key);

-- Facts and hypotheses; type is 'fact' or 'hypothesis'. A fact has at least one source.
CREATE TABLE case_statement (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES case_file (id),
  type TEXT NOT NULL CHECK (type IN ('fact', 'hypothesis')),
  text TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

CREATE INDEX case_statement_case ON case_statement (case_id);

CREATE TABLE case_statement_source (
  statement_id INTEGER NOT NULL REFERENCES case_statement (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  record_id INTEGER NOT NULL,
  PRIMARY KEY (statement_id, position)
) STRICT, WITHOUT ROWID;

-- What left the vault, for whom, and under which line of the log. Files: JSON array of {name, sha256}.
CREATE TABLE case_export (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES case_file (id),
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  recipients TEXT NOT NULL,
  files TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  log_line INTEGER NOT NULL
) STRICT;

CREATE INDEX case_export_case ON case_export (case_id);
