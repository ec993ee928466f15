-- Rows that came to be another person's, or nobody's, or somebody's again since what is told of companies was read (companyPlaces.ts).
-- Rows that came since are known by their number.
CREATE TABLE moved_row (record_id INTEGER PRIMARY KEY) STRICT;
CREATE TRIGGER person_record_moved AFTER UPDATE OF person_id ON person_record
  WHEN NEW.person_id IS NOT OLD.person_id AND EXISTS (SELECT 1 FROM link_stage WHERE stage = 'companies' AND last_record >= NEW.id)
  BEGIN INSERT OR IGNORE INTO moved_row (record_id) VALUES (NEW.id); END;
CREATE TRIGGER office_record_moved AFTER UPDATE OF person_id ON office_record
  WHEN NEW.person_id IS NOT OLD.person_id AND EXISTS (SELECT 1 FROM link_stage WHERE stage = 'companies' AND last_record >= NEW.id)
  BEGIN INSERT OR IGNORE INTO moved_row (record_id) VALUES (NEW.id); END;
DROP TRIGGER office_record_staged_nobody;
