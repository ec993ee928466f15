-- Entities and the links between them, put together by the link stage from the records.
CREATE TABLE company (
  id INTEGER PRIMARY KEY,
  kvk INTEGER UNIQUE,
  rsin INTEGER,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  legal_form TEXT NOT NULL,
  sbi TEXT NOT NULL,
  sbi_version TEXT NOT NULL,
  started TEXT,
  ended TEXT,
  lead_record INTEGER NOT NULL
) STRICT;

CREATE INDEX company_rsin ON company (rsin);

-- One establishment (vestiging) of a company at an address.
CREATE TABLE branch_location (
  id INTEGER PRIMARY KEY,
  branch_number INTEGER UNIQUE,
  company_id INTEGER NOT NULL REFERENCES company (id),
  name TEXT NOT NULL,
  address_id INTEGER,
  sbi TEXT NOT NULL,
  sbi_version TEXT NOT NULL,
  started TEXT,
  ended TEXT,
  employees INTEGER,
  record_id INTEGER NOT NULL
) STRICT;

CREATE INDEX branch_location_company ON branch_location (company_id);
CREATE INDEX branch_location_address ON branch_location (address_id);

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  bsn_hash BLOB UNIQUE,
  given_names TEXT NOT NULL, initials TEXT NOT NULL, prefix TEXT NOT NULL, family_name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  birth_date TEXT,
  lead_record INTEGER NOT NULL
) STRICT;

CREATE INDEX person_key ON person (name_key, birth_date);

-- Which source rows an entity was put together from.
CREATE TABLE entity_record (
  kind TEXT NOT NULL,
  entity_id INTEGER NOT NULL,
  record_id INTEGER NOT NULL,
  basis TEXT NOT NULL,
  PRIMARY KEY (kind, entity_id, record_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX entity_record_record ON entity_record (record_id);

-- Nodes of the network, densely numbered; kind 1 address, 2 company, 3 person; ref is the id in its own table.
CREATE TABLE node (
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  ref INTEGER NOT NULL,
  degree INTEGER NOT NULL,
  UNIQUE (kind, ref)
) STRICT;

CREATE TABLE link (
  id INTEGER PRIMARY KEY,
  from_node INTEGER NOT NULL REFERENCES node (id),
  to_node INTEGER NOT NULL REFERENCES node (id),
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  started TEXT,
  ended TEXT,
  strength TEXT NOT NULL,
  share_part INTEGER,
  share_whole INTEGER,
  record_id INTEGER NOT NULL
) STRICT;

CREATE INDEX link_from ON link (from_node);
CREATE INDEX link_to ON link (to_node);

-- "Possibly the same": for a human to decide; never part of the network by itself.
CREATE TABLE proposal (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  first_id INTEGER NOT NULL,
  second_id INTEGER NOT NULL,
  reason TEXT NOT NULL,
  UNIQUE (kind, first_id, second_id)
) STRICT;
