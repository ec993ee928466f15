-- What departments deliver beside the registers: values, deeds, vacancy, key figures and the business classification. As in the
-- registers `id` is the record id; given_* hold an address as written, address_id and address_match what the link stage made of it.

-- The WOZ value of an address on a reference date (waardepeildatum). Several dates of one address stand beside each other.
CREATE TABLE woz (
  id INTEGER PRIMARY KEY,
  -- twelve digits as a number
  woz_object INTEGER,
  -- whole euros
  woz_value INTEGER NOT NULL,
  reference_date TEXT NOT NULL,
  -- 'woning' | 'niet-woning' | ''
  object_kind TEXT NOT NULL,
  given_bag INTEGER, given_street TEXT NOT NULL, given_number INTEGER, given_letter TEXT NOT NULL, given_suffix TEXT NOT NULL,
  given_postcode TEXT NOT NULL, given_city TEXT NOT NULL,
  address_id INTEGER, address_match INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX woz_address ON woz (address_id) WHERE address_id IS NOT NULL;

-- Vacancy as somebody found it: `until` is empty while it lasts.
CREATE TABLE vacancy (
  id INTEGER PRIMARY KEY,
  since TEXT NOT NULL,
  until TEXT,
  -- who says so: the department that found it, or a register
  source TEXT NOT NULL,
  -- 'administratief' (nobody registered) | 'feitelijk' (found on the spot) | 'onbekend'
  vacancy_kind TEXT NOT NULL,
  given_bag INTEGER, given_street TEXT NOT NULL, given_number INTEGER, given_letter TEXT NOT NULL, given_suffix TEXT NOT NULL,
  given_postcode TEXT NOT NULL, given_city TEXT NOT NULL,
  address_id INTEGER, address_match INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX vacancy_address ON vacancy (address_id) WHERE address_id IS NOT NULL;

-- One object in one deed (transaction). A deed over several objects has as many rows; its price is the price of all of them together
-- when price_covers_more is 1, so that it says nothing about one object. The person columns and person_id are the buyer,
-- company_id is the buying company.
CREATE TABLE deed (
  id INTEGER PRIMARY KEY,
  -- number of the deed in the public registers, '' when not delivered
  deed_number TEXT NOT NULL,
  cadastral_id TEXT NOT NULL,
  deed_date TEXT NOT NULL,
  price INTEGER,
  -- objects in this deed as delivered
  object_count INTEGER,
  price_covers_more INTEGER,
  -- exact share of the right that was bought
  share_part INTEGER,
  share_whole INTEGER,
  bsn_hash BLOB,
  given_names TEXT NOT NULL, initials TEXT NOT NULL, prefix TEXT NOT NULL, family_name TEXT NOT NULL, birth_date TEXT,
  buyer_kvk INTEGER,
  buyer_name TEXT NOT NULL,
  seller_kvk INTEGER,
  seller_name TEXT NOT NULL,
  mortgage INTEGER,
  mortgagee TEXT NOT NULL,
  mortgagee_kind TEXT NOT NULL,
  given_bag INTEGER, given_street TEXT NOT NULL, given_number INTEGER, given_letter TEXT NOT NULL, given_suffix TEXT NOT NULL,
  given_postcode TEXT NOT NULL, given_city TEXT NOT NULL,
  address_id INTEGER, address_match INTEGER NOT NULL DEFAULT 0,
  person_id INTEGER,
  company_id INTEGER
) STRICT;

CREATE INDEX deed_address ON deed (address_id) WHERE address_id IS NOT NULL;
CREATE INDEX deed_person ON deed (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX deed_company ON deed (company_id) WHERE company_id IS NOT NULL;

-- Key figures (kerncijfers) of an area in one year, as a department delivers them: one row per area, one column per figure.
-- Only these figures exist; nothing about origin, income, benefits or the composition of households.
CREATE TABLE area_figures (
  id INTEGER PRIMARY KEY,
  area_code TEXT NOT NULL,
  year INTEGER NOT NULL,
  inhabitants REAL,
  households REAL,
  dwellings REAL,
  rented_share REAL,
  vacant_share REAL,
  average_woz REAL,
  establishments REAL,
  land_area REAL,
  address_density REAL,
  electricity_use REAL
) STRICT;

CREATE INDEX area_figures_area ON area_figures (area_code, year);

-- The same, one row per figure: area code, figure, value, year, and the record it came from. Figures by the names of the columns
-- above; average_woz in euros, shares in percent, land_area in hectares, electricity_use in kWh a dwelling.
CREATE VIEW area_figure AS
  SELECT area_code, 'inhabitants' AS figure, inhabitants AS value, year, id AS record_id FROM area_figures WHERE inhabitants IS NOT NULL
  UNION ALL SELECT area_code, 'households', households, year, id FROM area_figures WHERE households IS NOT NULL
  UNION ALL SELECT area_code, 'dwellings', dwellings, year, id FROM area_figures WHERE dwellings IS NOT NULL
  UNION ALL SELECT area_code, 'rented_share', rented_share, year, id FROM area_figures WHERE rented_share IS NOT NULL
  UNION ALL SELECT area_code, 'vacant_share', vacant_share, year, id FROM area_figures WHERE vacant_share IS NOT NULL
  UNION ALL SELECT area_code, 'average_woz', average_woz, year, id FROM area_figures WHERE average_woz IS NOT NULL
  UNION ALL SELECT area_code, 'establishments', establishments, year, id FROM area_figures WHERE establishments IS NOT NULL
  UNION ALL SELECT area_code, 'land_area', land_area, year, id FROM area_figures WHERE land_area IS NOT NULL
  UNION ALL SELECT area_code, 'address_density', address_density, year, id FROM area_figures WHERE address_density IS NOT NULL
  UNION ALL SELECT area_code, 'electricity_use', electricity_use, year, id FROM area_figures WHERE electricity_use IS NOT NULL;

-- The business classification: what a code means in a version, and for a code of 2025 which code of 2008 went into it. A code that
-- took in several older ones has a row for each.
CREATE TABLE sbi_code (
  id INTEGER PRIMARY KEY,
  -- '2008' | '2025'
  sbi_version TEXT NOT NULL,
  sbi TEXT NOT NULL,
  title TEXT NOT NULL,
  former_sbi TEXT NOT NULL
) STRICT;

CREATE INDEX sbi_code_code ON sbi_code (sbi_version, sbi);
