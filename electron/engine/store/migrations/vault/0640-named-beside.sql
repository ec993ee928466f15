-- Names of companies without a number in rows that name a person too (companyPlaces.ts).
CREATE INDEX ownership_record_beside ON ownership_record (person_id, owner_name) WHERE owner_kvk IS NULL AND owner_name <> '' AND person_id IS NOT NULL;
CREATE INDEX permit_record_beside ON permit_record (person_id, applicant_name) WHERE applicant_kvk IS NULL AND applicant_name <> '' AND person_id IS NOT NULL;
