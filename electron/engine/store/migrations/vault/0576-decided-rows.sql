-- A decision holds for every row that says the same. What a row says besides what it is linked by decides whether it comes under one:
-- when that changes while there are decisions, the next link run is a whole one.
CREATE TRIGGER person_record_decided_update AFTER UPDATE OF person_number, given_street, given_city ON person_record
  BEGIN DELETE FROM link_done WHERE party = 'person' AND last_record >= NEW.id AND EXISTS (SELECT 1 FROM link_decision WHERE party = 'person'); END;
CREATE TRIGGER office_record_decided_update AFTER UPDATE OF kvk, office ON office_record
  BEGIN DELETE FROM link_done WHERE party = 'person' AND last_record >= NEW.id AND EXISTS (SELECT 1 FROM link_decision WHERE party = 'person'); END;
CREATE TRIGGER ownership_record_decided_update AFTER UPDATE OF cadastral_id, given_street, given_city ON ownership_record
  BEGIN DELETE FROM link_done WHERE party = 'person' AND last_record >= NEW.id AND EXISTS (SELECT 1 FROM link_decision WHERE party = 'person'); END;
CREATE TRIGGER permit_record_decided_update AFTER UPDATE OF case_number, given_street, given_city ON permit_record
  BEGIN DELETE FROM link_done WHERE party = 'person' AND last_record >= NEW.id AND EXISTS (SELECT 1 FROM link_decision WHERE party = 'person'); END;
