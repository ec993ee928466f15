-- By row: rows that come in stand behind one another, where by entity each took a page of its own. Which rows a person has, the tables they stand in
-- tell, by their own indexes (entities.ts); companies are few.
DROP VIEW case_subject_now;
DROP VIEW entity_followed;

CREATE TABLE entity_record_by_row (
  kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  entity_id INTEGER NOT NULL,
  basis TEXT NOT NULL,
  PRIMARY KEY (kind, record_id, entity_id)
) STRICT, WITHOUT ROWID;

INSERT INTO entity_record_by_row (kind, record_id, entity_id, basis) SELECT kind, record_id, entity_id, basis FROM entity_record ORDER BY kind, record_id, entity_id;

DROP TABLE entity_record;

ALTER TABLE entity_record_by_row RENAME TO entity_record;

CREATE INDEX entity_record_company ON entity_record (entity_id, record_id, basis) WHERE kind = 'company';

-- As they were (0521), but that an entity is there by its own table. CROSS, so that the row is looked up by the number, not the other way round.
CREATE VIEW entity_followed AS
  SELECT h.kind, h.entity_id AS former, e.entity_id AS current
    FROM entity_home h CROSS JOIN entity_record e ON e.record_id = h.record_id AND e.kind = h.kind
   WHERE NOT EXISTS (SELECT 1 FROM person WHERE h.kind = 'person' AND id = h.entity_id UNION ALL SELECT 1 FROM company WHERE h.kind = 'company' AND id = h.entity_id);

CREATE VIEW case_subject_now AS
  SELECT DISTINCT s.case_id, coalesce(f.kind || ':' || f.current, s.key) AS key
    FROM case_subject s
    LEFT JOIN entity_followed f ON f.kind = substr(s.key, 1, instr(s.key, ':') - 1) AND f.former = CAST(substr(s.key, instr(s.key, ':') + 1) AS INTEGER);
