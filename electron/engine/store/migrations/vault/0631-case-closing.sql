-- With what a case was closed; a case takes the status closed together with this.
CREATE TABLE case_closing (
  case_id INTEGER PRIMARY KEY REFERENCES case_file (id),
  result TEXT NOT NULL CHECK (length(trim(result)) >= 20),
  retention_class TEXT NOT NULL,
  monitoring_until TEXT NOT NULL,
  closed_at TEXT NOT NULL,
  closed_by TEXT NOT NULL
) STRICT;
