-- Saved views of the network of a case: named pictures with their settings, groups, notes and suspected relations. A version is
-- never changed; saving again adds one. Notes and suspicions are the analyst's own: no score and no export reads them.
CREATE TABLE network_view (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES case_file (id),
  name TEXT NOT NULL,
  UNIQUE (case_id, name)
) STRICT;

CREATE TABLE network_view_version (
  view_id INTEGER NOT NULL REFERENCES network_view (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  -- JSON of NetworkViewContent
  content TEXT NOT NULL,
  PRIMARY KEY (view_id, version)
) STRICT, WITHOUT ROWID;
