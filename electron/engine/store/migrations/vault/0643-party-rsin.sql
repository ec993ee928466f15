-- Registers of rights and of cases tell legal persons by their RSIN (inn.nnpId in StUF, innNnpId in the case standard), often without a KVK number.
ALTER TABLE ownership_record ADD COLUMN owner_rsin INTEGER;
ALTER TABLE permit_record ADD COLUMN applicant_rsin INTEGER;
CREATE INDEX company_record_rsin ON company_record (rsin, kvk) WHERE rsin IS NOT NULL;

CREATE TRIGGER ownership_record_staged_rsin AFTER UPDATE OF owner_rsin ON ownership_record BEGIN DELETE FROM link_stage WHERE stage = 'companies' AND last_record >= NEW.id; END;
CREATE TRIGGER permit_record_staged_rsin AFTER UPDATE OF applicant_rsin ON permit_record BEGIN DELETE FROM link_stage WHERE stage = 'companies' AND last_record >= NEW.id; END;
