CREATE INDEX entity_home_entity ON entity_home (kind, entity_id);

-- The entities a case is about as they are now. An entity that was joined to another goes by that one's number, for as long as they are
-- one: its number stays with the row it was given to (entity_home), and that row says where it belongs.
CREATE VIEW entity_followed AS
  SELECT h.kind, h.entity_id AS former, e.entity_id AS current
    FROM entity_home h JOIN entity_record e ON e.record_id = h.record_id AND e.kind = h.kind
   WHERE NOT EXISTS (SELECT 1 FROM entity_record x WHERE x.kind = h.kind AND x.entity_id = h.entity_id);

CREATE VIEW case_subject_now AS
  SELECT DISTINCT s.case_id, coalesce(f.kind || ':' || f.current, s.key) AS key
    FROM case_subject s
    LEFT JOIN entity_followed f ON f.kind = substr(s.key, 1, instr(s.key, ':') - 1) AND f.former = CAST(substr(s.key, instr(s.key, ':') + 1) AS INTEGER);
