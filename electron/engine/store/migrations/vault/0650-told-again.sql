-- Where the trade register had companies in earlier deliveries, by address; one that was never matched is looked for by its postcode (companyPlaces.ts).
CREATE INDEX past_record_place ON past_record (content ->> 'address_id', content ->> 'given_postcode') WHERE table_name = 'company_record';
DROP INDEX past_record_company;
-- Companies that run companies, both ways.
CREATE INDEX office_record_runs ON office_record (officer_kvk, office, kvk) WHERE officer_kvk IS NOT NULL;
CREATE INDEX office_record_run_by ON office_record (kvk, office, officer_kvk) WHERE officer_kvk IS NOT NULL;

-- What is told of companies is read again only where rows that came or persons that were joined anew may tell otherwise. Anything else it
-- rests on makes all companies be joined anew: where they were before, what an office is, and rows that no longer name anybody.
CREATE TRIGGER past_record_staged_insert AFTER INSERT ON past_record WHEN NEW.table_name = 'company_record' BEGIN DELETE FROM link_stage WHERE stage = 'companies'; END;
CREATE TRIGGER past_record_staged_delete AFTER DELETE ON past_record WHEN OLD.table_name = 'company_record' BEGIN DELETE FROM link_stage WHERE stage = 'companies'; END;
CREATE TRIGGER past_record_staged_update AFTER UPDATE OF content ON past_record WHEN NEW.table_name = 'company_record' BEGIN DELETE FROM link_stage WHERE stage = 'companies'; END;
CREATE TRIGGER office_record_staged_office AFTER UPDATE OF office ON office_record BEGIN DELETE FROM link_stage WHERE stage = 'companies' AND last_record >= NEW.id; END;
CREATE TRIGGER office_record_staged_nobody AFTER UPDATE OF person_id ON office_record WHEN NEW.person_id IS NULL AND OLD.person_id IS NOT NULL
  BEGIN DELETE FROM link_stage WHERE stage = 'companies'; END;
CREATE TRIGGER ownership_record_staged_nobody AFTER UPDATE OF person_id ON ownership_record WHEN NEW.person_id IS NULL AND OLD.person_id IS NOT NULL
  BEGIN DELETE FROM link_stage WHERE stage = 'companies'; END;
CREATE TRIGGER permit_record_staged_nobody AFTER UPDATE OF person_id ON permit_record WHEN NEW.person_id IS NULL AND OLD.person_id IS NOT NULL
  BEGIN DELETE FROM link_stage WHERE stage = 'companies'; END;

-- What was remembered until now may rest on what went unseen.
DELETE FROM link_stage WHERE stage = 'companies';
