-- Goes up with every change of an index or of what stands beside it. Apart from the index, of which all would be written again with it.
CREATE TABLE search_version (
  kind TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO search_version (kind, version) SELECT kind, version FROM search_index;
ALTER TABLE search_index DROP COLUMN version;
