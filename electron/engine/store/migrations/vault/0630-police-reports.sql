-- What a bestuurlijke rapportage of the police answers about an address of a case.
CREATE TABLE police_report (
  case_id INTEGER NOT NULL REFERENCES case_file (id),
  address_key TEXT NOT NULL,
  minors TEXT,
  advice TEXT,
  -- JSON; its shape is PoliceAdminReport
  content TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (case_id, address_key),
  -- no advice under art. 13b Opiumwet before it is known whether minors are there
  CHECK (advice IS NULL OR advice = 'not-applied' OR minors IS NOT NULL)
) STRICT, WITHOUT ROWID;
