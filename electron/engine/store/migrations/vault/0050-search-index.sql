-- Which records concern an entity. Partial, so that the import, which leaves these columns empty, pays nothing.
CREATE INDEX company_record_address ON company_record (address_id) WHERE address_id IS NOT NULL;
CREATE INDEX company_record_company ON company_record (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX person_record_address ON person_record (address_id) WHERE address_id IS NOT NULL;
CREATE INDEX person_record_person ON person_record (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX office_record_company ON office_record (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX office_record_person ON office_record (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX office_record_officer ON office_record (officer_company_id) WHERE officer_company_id IS NOT NULL;
CREATE INDEX ownership_record_address ON ownership_record (address_id) WHERE address_id IS NOT NULL;
CREATE INDEX ownership_record_person ON ownership_record (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX ownership_record_company ON ownership_record (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX permit_record_address ON permit_record (address_id) WHERE address_id IS NOT NULL;
CREATE INDEX permit_record_person ON permit_record (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX permit_record_company ON permit_record (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX inspection_record_address ON inspection_record (address_id) WHERE address_id IS NOT NULL;
CREATE INDEX inspection_record_company ON inspection_record (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX measure_record_address ON measure_record (address_id) WHERE address_id IS NOT NULL;
CREATE INDEX measure_record_company ON measure_record (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX signal_record_company ON signal_record (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX company_name ON company (name_key);
CREATE INDEX signal_record_department ON signal_record (department);

-- The next free number of an entity; numbers are never used twice, because case files name entities by them.
CREATE TABLE entity_number (
  kind TEXT PRIMARY KEY,
  next INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- As-you-type search: the words of streets (with their city), companies and persons, in one spelling. Addresses are found through
-- their street, so that these tables do not grow with the number of addresses. The rowid is the id in the table of that name.
CREATE VIRTUAL TABLE street_search USING fts5(words, content='', detail=none, columnsize=0, prefix='1 2 3', tokenize='ascii');
CREATE VIRTUAL TABLE company_search USING fts5(words, content='', detail=none, columnsize=0, prefix='1 2 3', tokenize='ascii');
CREATE VIRTUAL TABLE person_search USING fts5(words, content='', detail=none, columnsize=0, prefix='1 2 3', tokenize='ascii');

-- Every word that stands in one of them, for mending a typing mistake.
CREATE TABLE search_word (
  kind TEXT NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (kind, word)
) STRICT, WITHOUT ROWID;
