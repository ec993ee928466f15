-- What the Bibob officer notes of an application: one for each case number. Only the Bibob compartment reads it.
CREATE TABLE bibob_application (
  case_number TEXT PRIMARY KEY,
  -- who applied, as he was called when it was saved
  applicant_label TEXT NOT NULL,
  -- JSON; its shape is BibobApplication
  content TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
