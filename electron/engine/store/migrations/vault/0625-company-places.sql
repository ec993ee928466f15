-- Where companies with a number are or were, besides what the trade register says of them now (store/companyPlaces.ts).
CREATE INDEX company_record_kvk ON company_record (kvk) WHERE kvk IS NOT NULL;
CREATE INDEX past_record_company ON past_record (record_id) WHERE table_name = 'company_record';

-- Companies come to be joined by more than was remembered of them.
DELETE FROM link_stage WHERE stage = 'companies';
