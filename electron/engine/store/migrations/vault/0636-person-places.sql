-- Where persons stood in earlier deliveries of the population register comes to count when they are joined (store/entitiesPerson.ts).
DELETE FROM link_done WHERE party = 'person';
CREATE TRIGGER past_record_linked_insert AFTER INSERT ON past_record WHEN NEW.table_name = 'person_record' BEGIN DELETE FROM link_done WHERE party = 'person'; END;
CREATE TRIGGER past_record_linked_delete AFTER DELETE ON past_record WHEN OLD.table_name = 'person_record' BEGIN DELETE FROM link_done WHERE party = 'person'; END;
CREATE TRIGGER past_record_linked_update AFTER UPDATE OF replaced_by, content ON past_record WHEN NEW.table_name = 'person_record' BEGIN DELETE FROM link_done WHERE party = 'person'; END;
