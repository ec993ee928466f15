-- A Bibob dossier has a number in the vault, by which its destruction is asked, and the moment it was saved first, which tells it from a later one under
-- the same case number. Of dossiers of before this was kept that moment is empty, in every copy of the vault alike.
CREATE TABLE bibob_application_numbered (
  id INTEGER PRIMARY KEY,
  case_number TEXT NOT NULL UNIQUE,
  -- who applied, as he was called when it was saved
  applicant_label TEXT NOT NULL,
  -- JSON; its shape is BibobApplication
  content TEXT NOT NULL,
  made_at TEXT NOT NULL DEFAULT '',
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

INSERT INTO bibob_application_numbered (case_number, applicant_label, content, changed_at, changed_by)
SELECT case_number, applicant_label, content, changed_at, changed_by FROM bibob_application ORDER BY case_number;

DROP TABLE bibob_application;

ALTER TABLE bibob_application_numbered RENAME TO bibob_application;
