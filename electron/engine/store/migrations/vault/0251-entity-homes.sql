-- The row with which an entity without a hard key (BSN, KVK number) was numbered. A number goes where that row goes, so that entities
-- that were joined get their own numbers back when they are taken apart.
CREATE TABLE entity_home (
  kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  entity_id INTEGER NOT NULL,
  PRIMARY KEY (kind, record_id)
) STRICT, WITHOUT ROWID;

INSERT INTO entity_home (kind, record_id, entity_id)
  SELECT kind, min(record_id), entity_id FROM entity_record
   WHERE (kind = 'person' AND entity_id IN (SELECT id FROM person WHERE bsn_hash IS NULL))
      OR (kind = 'company' AND entity_id IN (SELECT id FROM company WHERE kvk IS NULL))
   GROUP BY kind, entity_id;
