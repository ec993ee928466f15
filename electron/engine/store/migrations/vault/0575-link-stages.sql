-- How far a stage of the last link run came, so that the next one adds what came since and leaves the rest alone. Gone as soon as
-- something it rests on reads otherwise, is gone, or comes in late: then the stage is done anew.
CREATE TABLE link_stage (
  stage TEXT PRIMARY KEY CHECK (stage IN ('addresses', 'companies', 'network')),
  -- no row up to this one was added since
  last_record INTEGER NOT NULL,
  -- what was counted on the way (JSON)
  facts TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Words of things that came or changed after the index of their kind was made, with a space between; empty for a thing that is gone.
CREATE TABLE search_addition (
  kind TEXT NOT NULL,
  thing INTEGER NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (kind, thing)
) STRICT, WITHOUT ROWID;

-- Addresses, streets, areas, and what people decided of addresses: every address as written may now be another.
CREATE TRIGGER address_staged_insert AFTER INSERT ON address BEGIN DELETE FROM link_stage WHERE stage = 'addresses'; END;
CREATE TRIGGER address_staged_delete AFTER DELETE ON address BEGIN DELETE FROM link_stage WHERE stage = 'addresses'; END;
CREATE TRIGGER address_staged_update AFTER UPDATE OF street_id, number, letter, suffix, postcode, object_id, status, x, y, is_secondary, ended ON address BEGIN DELETE FROM link_stage WHERE stage = 'addresses'; END;
CREATE TRIGGER street_staged_insert AFTER INSERT ON street BEGIN DELETE FROM link_stage WHERE stage = 'addresses'; END;
CREATE TRIGGER street_staged_delete AFTER DELETE ON street BEGIN DELETE FROM link_stage WHERE stage = 'addresses'; END;
CREATE TRIGGER street_staged_update AFTER UPDATE OF name, city, name_key, city_key ON street BEGIN DELETE FROM link_stage WHERE stage = 'addresses'; END;
CREATE TRIGGER address_former_staged_insert AFTER INSERT ON address_former BEGIN DELETE FROM link_stage WHERE stage = 'addresses'; END;
CREATE TRIGGER address_former_staged_delete AFTER DELETE ON address_former BEGIN DELETE FROM link_stage WHERE stage = 'addresses'; END;
CREATE TRIGGER address_former_staged_update AFTER UPDATE ON address_former BEGIN DELETE FROM link_stage WHERE stage = 'addresses'; END;
CREATE TRIGGER area_staged_insert AFTER INSERT ON area BEGIN DELETE FROM link_stage WHERE stage = 'addresses'; END;
CREATE TRIGGER area_staged_delete AFTER DELETE ON area BEGIN DELETE FROM link_stage WHERE stage = 'addresses'; END;
CREATE TRIGGER area_staged_update AFTER UPDATE OF code, level, rings ON area BEGIN DELETE FROM link_stage WHERE stage = 'addresses'; END;
CREATE TRIGGER address_decision_staged_insert AFTER INSERT ON address_decision BEGIN DELETE FROM link_stage WHERE stage = 'addresses'; END;
CREATE TRIGGER address_decision_staged_delete AFTER DELETE ON address_decision BEGIN DELETE FROM link_stage WHERE stage = 'addresses'; END;
CREATE TRIGGER address_decision_staged_update AFTER UPDATE ON address_decision BEGIN DELETE FROM link_stage WHERE stage = 'addresses'; END;

-- Rows that name an address or tell of a link.
CREATE TRIGGER company_record_staged_insert AFTER INSERT ON company_record BEGIN DELETE FROM link_stage WHERE last_record >= NEW.id; END;
CREATE TRIGGER company_record_staged_delete AFTER DELETE ON company_record BEGIN DELETE FROM link_stage WHERE last_record >= OLD.id; END;
CREATE TRIGGER company_record_staged_given AFTER UPDATE OF given_bag, given_street, given_number, given_letter, given_suffix, given_postcode, given_city ON company_record BEGIN DELETE FROM link_stage WHERE stage = 'addresses' AND last_record >= NEW.id; END;
CREATE TRIGGER company_record_staged_told AFTER UPDATE OF company_id, branch_number, is_main, started, ended, address_id ON company_record BEGIN DELETE FROM link_stage WHERE stage = 'network' AND last_record >= NEW.id; END;
CREATE TRIGGER person_record_staged_insert AFTER INSERT ON person_record BEGIN DELETE FROM link_stage WHERE stage IN ('addresses', 'network') AND last_record >= NEW.id; END;
CREATE TRIGGER person_record_staged_delete AFTER DELETE ON person_record BEGIN DELETE FROM link_stage WHERE stage IN ('addresses', 'network') AND last_record >= OLD.id; END;
CREATE TRIGGER person_record_staged_given AFTER UPDATE OF given_bag, given_street, given_number, given_letter, given_suffix, given_postcode, given_city ON person_record BEGIN DELETE FROM link_stage WHERE stage = 'addresses' AND last_record >= NEW.id; END;
CREATE TRIGGER person_record_staged_told AFTER UPDATE OF started, ended, address_id ON person_record BEGIN DELETE FROM link_stage WHERE stage = 'network' AND last_record >= NEW.id; END;
CREATE TRIGGER office_record_staged_insert AFTER INSERT ON office_record BEGIN DELETE FROM link_stage WHERE stage IN ('companies', 'network') AND last_record >= NEW.id; END;
CREATE TRIGGER office_record_staged_delete AFTER DELETE ON office_record BEGIN DELETE FROM link_stage WHERE stage IN ('companies', 'network') AND last_record >= OLD.id; END;
CREATE TRIGGER office_record_staged_told AFTER UPDATE OF office, authority, started, ended, share_part, share_whole ON office_record BEGIN DELETE FROM link_stage WHERE stage = 'network' AND last_record >= NEW.id; END;
CREATE TRIGGER ownership_record_staged_insert AFTER INSERT ON ownership_record BEGIN DELETE FROM link_stage WHERE last_record >= NEW.id; END;
CREATE TRIGGER ownership_record_staged_delete AFTER DELETE ON ownership_record BEGIN DELETE FROM link_stage WHERE last_record >= OLD.id; END;
CREATE TRIGGER ownership_record_staged_given AFTER UPDATE OF given_bag, given_street, given_number, given_letter, given_suffix, given_postcode, given_city ON ownership_record BEGIN DELETE FROM link_stage WHERE stage = 'addresses' AND last_record >= NEW.id; END;
CREATE TRIGGER ownership_record_staged_told AFTER UPDATE OF real_right, started, ended, share_part, share_whole, mortgagee, address_id ON ownership_record BEGIN DELETE FROM link_stage WHERE stage = 'network' AND last_record >= NEW.id; END;
CREATE TRIGGER permit_record_staged_insert AFTER INSERT ON permit_record BEGIN DELETE FROM link_stage WHERE last_record >= NEW.id; END;
CREATE TRIGGER permit_record_staged_delete AFTER DELETE ON permit_record BEGIN DELETE FROM link_stage WHERE last_record >= OLD.id; END;
CREATE TRIGGER permit_record_staged_given AFTER UPDATE OF given_bag, given_street, given_number, given_letter, given_suffix, given_postcode, given_city ON permit_record BEGIN DELETE FROM link_stage WHERE stage = 'addresses' AND last_record >= NEW.id; END;
CREATE TRIGGER permit_record_staged_told AFTER UPDATE OF permit_kind, applied, started, ended, address_id ON permit_record BEGIN DELETE FROM link_stage WHERE stage = 'network' AND last_record >= NEW.id; END;
CREATE TRIGGER inspection_record_staged_insert AFTER INSERT ON inspection_record BEGIN DELETE FROM link_stage WHERE stage IN ('addresses', 'companies') AND last_record >= NEW.id; END;
CREATE TRIGGER inspection_record_staged_delete AFTER DELETE ON inspection_record BEGIN DELETE FROM link_stage WHERE stage IN ('addresses', 'companies') AND last_record >= OLD.id; END;
CREATE TRIGGER inspection_record_staged_given AFTER UPDATE OF given_bag, given_street, given_number, given_letter, given_suffix, given_postcode, given_city ON inspection_record BEGIN DELETE FROM link_stage WHERE stage = 'addresses' AND last_record >= NEW.id; END;
CREATE TRIGGER measure_record_staged_insert AFTER INSERT ON measure_record BEGIN DELETE FROM link_stage WHERE stage IN ('addresses', 'companies') AND last_record >= NEW.id; END;
CREATE TRIGGER measure_record_staged_delete AFTER DELETE ON measure_record BEGIN DELETE FROM link_stage WHERE stage IN ('addresses', 'companies') AND last_record >= OLD.id; END;
CREATE TRIGGER measure_record_staged_given AFTER UPDATE OF given_bag, given_street, given_number, given_letter, given_suffix, given_postcode, given_city ON measure_record BEGIN DELETE FROM link_stage WHERE stage = 'addresses' AND last_record >= NEW.id; END;
CREATE TRIGGER signal_record_staged_insert AFTER INSERT ON signal_record BEGIN DELETE FROM link_stage WHERE stage IN ('addresses', 'companies') AND last_record >= NEW.id; END;
CREATE TRIGGER signal_record_staged_delete AFTER DELETE ON signal_record BEGIN DELETE FROM link_stage WHERE stage IN ('addresses', 'companies') AND last_record >= OLD.id; END;
CREATE TRIGGER signal_record_staged_given AFTER UPDATE OF given_bag, given_street, given_number, given_letter, given_suffix, given_postcode, given_city ON signal_record BEGIN DELETE FROM link_stage WHERE stage = 'addresses' AND last_record >= NEW.id; END;
CREATE TRIGGER woz_staged_insert AFTER INSERT ON woz BEGIN DELETE FROM link_stage WHERE stage IN ('addresses') AND last_record >= NEW.id; END;
CREATE TRIGGER woz_staged_delete AFTER DELETE ON woz BEGIN DELETE FROM link_stage WHERE stage IN ('addresses') AND last_record >= OLD.id; END;
CREATE TRIGGER woz_staged_given AFTER UPDATE OF given_bag, given_street, given_number, given_letter, given_suffix, given_postcode, given_city ON woz BEGIN DELETE FROM link_stage WHERE stage = 'addresses' AND last_record >= NEW.id; END;
CREATE TRIGGER vacancy_staged_insert AFTER INSERT ON vacancy BEGIN DELETE FROM link_stage WHERE stage IN ('addresses') AND last_record >= NEW.id; END;
CREATE TRIGGER vacancy_staged_delete AFTER DELETE ON vacancy BEGIN DELETE FROM link_stage WHERE stage IN ('addresses') AND last_record >= OLD.id; END;
CREATE TRIGGER vacancy_staged_given AFTER UPDATE OF given_bag, given_street, given_number, given_letter, given_suffix, given_postcode, given_city ON vacancy BEGIN DELETE FROM link_stage WHERE stage = 'addresses' AND last_record >= NEW.id; END;
CREATE TRIGGER deed_staged_insert AFTER INSERT ON deed BEGIN DELETE FROM link_stage WHERE stage IN ('addresses') AND last_record >= NEW.id; END;
CREATE TRIGGER deed_staged_delete AFTER DELETE ON deed BEGIN DELETE FROM link_stage WHERE stage IN ('addresses') AND last_record >= OLD.id; END;
CREATE TRIGGER deed_staged_given AFTER UPDATE OF given_bag, given_street, given_number, given_letter, given_suffix, given_postcode, given_city ON deed BEGIN DELETE FROM link_stage WHERE stage = 'addresses' AND last_record >= NEW.id; END;

-- Rows that name a company: what was joined no longer holds when one reads otherwise. Any other row of the trade register may join companies anew.
CREATE TRIGGER company_record_staged_company AFTER INSERT ON company_record BEGIN DELETE FROM link_stage WHERE stage = 'companies'; END;
CREATE TRIGGER company_record_staged_named AFTER UPDATE OF kvk, branch_number, rsin, name, trade_name, legal_form, sbi, sbi_version, started, ended, employees, is_main, address_id, given_number, given_letter, given_suffix, given_postcode ON company_record BEGIN DELETE FROM link_stage WHERE stage = 'companies'; END;
CREATE TRIGGER office_record_staged_named AFTER UPDATE OF kvk, officer_kvk, officer_name, family_name, bsn_hash ON office_record BEGIN DELETE FROM link_stage WHERE stage = 'companies' AND last_record >= NEW.id; END;
CREATE TRIGGER ownership_record_staged_named AFTER UPDATE OF owner_kvk, owner_name, family_name, bsn_hash, address_id, given_number, given_letter, given_suffix, given_postcode ON ownership_record BEGIN DELETE FROM link_stage WHERE stage = 'companies' AND last_record >= NEW.id; END;
CREATE TRIGGER permit_record_staged_named AFTER UPDATE OF applicant_kvk, applicant_name, family_name, bsn_hash, address_id, given_number, given_letter, given_suffix, given_postcode ON permit_record BEGIN DELETE FROM link_stage WHERE stage = 'companies' AND last_record >= NEW.id; END;
CREATE TRIGGER inspection_record_staged_named AFTER UPDATE OF kvk ON inspection_record BEGIN DELETE FROM link_stage WHERE stage = 'companies' AND last_record >= NEW.id; END;
CREATE TRIGGER measure_record_staged_named AFTER UPDATE OF kvk ON measure_record BEGIN DELETE FROM link_stage WHERE stage = 'companies' AND last_record >= NEW.id; END;
CREATE TRIGGER signal_record_staged_named AFTER UPDATE OF kvk ON signal_record BEGIN DELETE FROM link_stage WHERE stage = 'companies' AND last_record >= NEW.id; END;
-- Kept in link_done until now.
DELETE FROM link_done WHERE party = 'company';

CREATE TRIGGER delivery_staged_update AFTER UPDATE OF supplier, series_id ON delivery BEGIN DELETE FROM link_stage WHERE last_record >> 32 >= NEW.id; END;
