-- What the last link run kept, so that a delivery can be linked to what is there without doing that again.

-- Up to where a party was linked, and what was counted on the way (JSON). Absent: the next run is a whole one.
CREATE TABLE link_done (
  party TEXT PRIMARY KEY CHECK (party IN ('person', 'company')),
  last_record INTEGER NOT NULL,
  facts TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Packed numbers by name: blocking keys, hard keys, counts of values. Part 0 is of the whole run, each later one of an addition.
CREATE TABLE link_index (
  party TEXT NOT NULL,
  part INTEGER NOT NULL,
  name TEXT NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (party, part, name)
) STRICT;

-- A row that was linked and now reads otherwise, is gone, or came in between: what was kept no longer holds.
CREATE TRIGGER person_record_linked_insert AFTER INSERT ON person_record BEGIN DELETE FROM link_done WHERE party = 'person' AND last_record >= NEW.id; END;
CREATE TRIGGER person_record_linked_delete AFTER DELETE ON person_record BEGIN DELETE FROM link_done WHERE party = 'person'; END;
CREATE TRIGGER person_record_linked_update AFTER UPDATE OF bsn_hash, given_names, initials, prefix, family_name, birth_date, address_id, given_number, given_letter, given_suffix, given_postcode ON person_record
  BEGIN DELETE FROM link_done WHERE party = 'person' AND last_record >= NEW.id; END;

CREATE TRIGGER office_record_linked_insert AFTER INSERT ON office_record BEGIN DELETE FROM link_done WHERE party = 'person' AND last_record >= NEW.id; END;
CREATE TRIGGER office_record_linked_delete AFTER DELETE ON office_record BEGIN DELETE FROM link_done WHERE party = 'person'; END;
CREATE TRIGGER office_record_linked_update AFTER UPDATE OF bsn_hash, given_names, initials, prefix, family_name, birth_date ON office_record
  BEGIN DELETE FROM link_done WHERE party = 'person' AND last_record >= NEW.id; END;

CREATE TRIGGER ownership_record_linked_insert AFTER INSERT ON ownership_record BEGIN DELETE FROM link_done WHERE party = 'person' AND last_record >= NEW.id; END;
CREATE TRIGGER ownership_record_linked_delete AFTER DELETE ON ownership_record BEGIN DELETE FROM link_done WHERE party = 'person'; END;
CREATE TRIGGER ownership_record_linked_update AFTER UPDATE OF bsn_hash, given_names, initials, prefix, family_name, birth_date, address_id, given_number, given_letter, given_suffix, given_postcode ON ownership_record
  BEGIN DELETE FROM link_done WHERE party = 'person' AND last_record >= NEW.id; END;

CREATE TRIGGER permit_record_linked_insert AFTER INSERT ON permit_record BEGIN DELETE FROM link_done WHERE party = 'person' AND last_record >= NEW.id; END;
CREATE TRIGGER permit_record_linked_delete AFTER DELETE ON permit_record BEGIN DELETE FROM link_done WHERE party = 'person'; END;
CREATE TRIGGER permit_record_linked_update AFTER UPDATE OF bsn_hash, given_names, initials, prefix, family_name, birth_date, address_id, given_number, given_letter, given_suffix, given_postcode ON permit_record
  BEGIN DELETE FROM link_done WHERE party = 'person' AND last_record >= NEW.id; END;
