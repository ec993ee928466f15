-- Registers and records as delivered, typed and normalised. `id` is a record id (delivery × 2^32 + row) unless said otherwise.
-- Dates are ISO texts, possibly incomplete (2024, 2024-05). BSNs are never stored: only a keyed hash.
-- Columns given_* hold an address as written; address_id is the BAG address it was matched to, address_match how:
-- 0 not tried, 1 by BAG id, 2 exact, 3 normalised, 4 fuzzy, 5 ambiguous, 6 none found, 7 no address given.

CREATE TABLE area (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  level TEXT NOT NULL,
  parent_code TEXT,
  -- outline in RD metres: JSON array of flat rings x0,y0,x1,y1,…
  rings TEXT NOT NULL,
  min_x REAL NOT NULL, min_y REAL NOT NULL, max_x REAL NOT NULL, max_y REAL NOT NULL,
  record_id INTEGER NOT NULL
) STRICT;

CREATE TABLE street (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  city TEXT NOT NULL,
  -- normalised name and city, see engine/normalise
  name_key TEXT NOT NULL,
  city_key TEXT NOT NULL,
  UNIQUE (name, city)
) STRICT;

CREATE INDEX street_key ON street (name_key, city_key);

-- The BAG addresses; id is the nummeraanduiding (16 digits as a number).
CREATE TABLE address (
  id INTEGER PRIMARY KEY,
  street_id INTEGER NOT NULL REFERENCES street (id),
  number INTEGER NOT NULL,
  letter TEXT NOT NULL,
  suffix TEXT NOT NULL,
  postcode TEXT NOT NULL,
  object_id INTEGER,
  building_id INTEGER,
  use_purpose TEXT NOT NULL,
  floor_area INTEGER,
  build_year INTEGER,
  status TEXT NOT NULL,
  x REAL,
  y REAL,
  area_id INTEGER REFERENCES area (id),
  record_id INTEGER NOT NULL
) STRICT;

CREATE INDEX address_postcode ON address (postcode, number);
CREATE INDEX address_street ON address (street_id, number);
CREATE INDEX address_object ON address (object_id);
CREATE INDEX address_area ON address (area_id);

CREATE TABLE company_record (
  id INTEGER PRIMARY KEY,
  kvk INTEGER,
  branch_number INTEGER,
  rsin INTEGER,
  name TEXT NOT NULL,
  trade_name TEXT NOT NULL,
  legal_form TEXT NOT NULL,
  sbi TEXT NOT NULL,
  sbi_version TEXT NOT NULL,
  started TEXT,
  ended TEXT,
  employees INTEGER,
  is_main INTEGER,
  given_bag INTEGER, given_street TEXT NOT NULL, given_number INTEGER, given_letter TEXT NOT NULL, given_suffix TEXT NOT NULL,
  given_postcode TEXT NOT NULL, given_city TEXT NOT NULL,
  address_id INTEGER, address_match INTEGER NOT NULL DEFAULT 0,
  company_id INTEGER
) STRICT;

CREATE TABLE person_record (
  id INTEGER PRIMARY KEY,
  person_number TEXT NOT NULL,
  bsn_hash BLOB,
  given_names TEXT NOT NULL, initials TEXT NOT NULL, prefix TEXT NOT NULL, family_name TEXT NOT NULL, birth_date TEXT,
  started TEXT,
  ended TEXT,
  given_bag INTEGER, given_street TEXT NOT NULL, given_number INTEGER, given_letter TEXT NOT NULL, given_suffix TEXT NOT NULL,
  given_postcode TEXT NOT NULL, given_city TEXT NOT NULL,
  address_id INTEGER, address_match INTEGER NOT NULL DEFAULT 0,
  person_id INTEGER
) STRICT;

-- Who is what in which company. The officer is a person, or a company (officer_kvk / officer_name).
CREATE TABLE office_record (
  id INTEGER PRIMARY KEY,
  kvk INTEGER NOT NULL,
  office TEXT NOT NULL,
  authority TEXT NOT NULL,
  bsn_hash BLOB,
  given_names TEXT NOT NULL, initials TEXT NOT NULL, prefix TEXT NOT NULL, family_name TEXT NOT NULL, birth_date TEXT,
  officer_kvk INTEGER,
  officer_name TEXT NOT NULL,
  share_part INTEGER,
  share_whole INTEGER,
  started TEXT,
  ended TEXT,
  person_id INTEGER,
  company_id INTEGER,
  officer_company_id INTEGER
) STRICT;

-- Real rights on an address and how they were acquired. The owner is a person or a company.
CREATE TABLE ownership_record (
  id INTEGER PRIMARY KEY,
  cadastral_id TEXT NOT NULL,
  real_right TEXT NOT NULL,
  share_part INTEGER,
  share_whole INTEGER,
  bsn_hash BLOB,
  given_names TEXT NOT NULL, initials TEXT NOT NULL, prefix TEXT NOT NULL, family_name TEXT NOT NULL, birth_date TEXT,
  owner_kvk INTEGER,
  owner_name TEXT NOT NULL,
  started TEXT,
  ended TEXT,
  price INTEGER,
  price_covers_more INTEGER,
  mortgage INTEGER,
  mortgagee TEXT NOT NULL,
  mortgagee_kind TEXT NOT NULL,
  woz_value INTEGER,
  woz_date TEXT,
  given_bag INTEGER, given_street TEXT NOT NULL, given_number INTEGER, given_letter TEXT NOT NULL, given_suffix TEXT NOT NULL,
  given_postcode TEXT NOT NULL, given_city TEXT NOT NULL,
  address_id INTEGER, address_match INTEGER NOT NULL DEFAULT 0,
  person_id INTEGER,
  company_id INTEGER
) STRICT;

CREATE TABLE permit_record (
  id INTEGER PRIMARY KEY,
  case_number TEXT NOT NULL,
  permit_kind TEXT NOT NULL,
  applied TEXT,
  decided TEXT,
  outcome TEXT NOT NULL,
  started TEXT,
  ended TEXT,
  applicant_kvk INTEGER,
  applicant_name TEXT NOT NULL,
  bsn_hash BLOB,
  given_names TEXT NOT NULL, initials TEXT NOT NULL, prefix TEXT NOT NULL, family_name TEXT NOT NULL, birth_date TEXT,
  given_bag INTEGER, given_street TEXT NOT NULL, given_number INTEGER, given_letter TEXT NOT NULL, given_suffix TEXT NOT NULL,
  given_postcode TEXT NOT NULL, given_city TEXT NOT NULL,
  address_id INTEGER, address_match INTEGER NOT NULL DEFAULT 0,
  person_id INTEGER,
  company_id INTEGER
) STRICT;

CREATE TABLE inspection_record (
  id INTEGER PRIMARY KEY,
  case_number TEXT NOT NULL,
  inspection_kind TEXT NOT NULL,
  inspected TEXT NOT NULL,
  department TEXT NOT NULL,
  outcome TEXT NOT NULL,
  phenomenon TEXT NOT NULL,
  kvk INTEGER,
  given_bag INTEGER, given_street TEXT NOT NULL, given_number INTEGER, given_letter TEXT NOT NULL, given_suffix TEXT NOT NULL,
  given_postcode TEXT NOT NULL, given_city TEXT NOT NULL,
  address_id INTEGER, address_match INTEGER NOT NULL DEFAULT 0,
  company_id INTEGER
) STRICT;

-- Measures and finds: closings (art. 13b Opiumwet), warnings, cleared plantations and laboratories.
CREATE TABLE measure_record (
  id INTEGER PRIMARY KEY,
  case_number TEXT NOT NULL,
  measure_kind TEXT NOT NULL,
  legal_ground TEXT NOT NULL,
  phenomenon TEXT NOT NULL,
  started TEXT NOT NULL,
  ended TEXT,
  kvk INTEGER,
  given_bag INTEGER, given_street TEXT NOT NULL, given_number INTEGER, given_letter TEXT NOT NULL, given_suffix TEXT NOT NULL,
  given_postcode TEXT NOT NULL, given_city TEXT NOT NULL,
  address_id INTEGER, address_match INTEGER NOT NULL DEFAULT 0,
  company_id INTEGER
) STRICT;

-- Signals and references of the departments. The content of a signal stands apart, in another compartment.
CREATE TABLE signal_record (
  id INTEGER PRIMARY KEY,
  signal_number TEXT NOT NULL,
  department TEXT NOT NULL,
  signal_kind TEXT NOT NULL,
  phenomenon TEXT NOT NULL,
  started TEXT,
  ended TEXT,
  received TEXT,
  expires TEXT,
  contact_role TEXT NOT NULL,
  reporter_kind TEXT NOT NULL,
  kvk INTEGER,
  given_bag INTEGER, given_street TEXT NOT NULL, given_number INTEGER, given_letter TEXT NOT NULL, given_suffix TEXT NOT NULL,
  given_postcode TEXT NOT NULL, given_city TEXT NOT NULL,
  address_id INTEGER, address_match INTEGER NOT NULL DEFAULT 0,
  company_id INTEGER
) STRICT;

CREATE TABLE signal_content (
  record_id INTEGER PRIMARY KEY REFERENCES signal_record (id),
  content TEXT NOT NULL
) STRICT;
