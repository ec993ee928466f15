-- With every address of the country in the vault only those of the own municipality lie in an area.
DROP INDEX address_area;
CREATE INDEX address_area ON address (area_id) WHERE area_id IS NOT NULL;

-- The address a source row brought, without walking all of them.
CREATE INDEX address_record ON address (record_id);

-- How an address was written before: a delivery gave it another street, number or postcode. Kept, because old files still say it.
CREATE TABLE address_former (
  address_id INTEGER NOT NULL REFERENCES address (id),
  street_id INTEGER NOT NULL REFERENCES street (id),
  number INTEGER NOT NULL,
  letter TEXT NOT NULL,
  suffix TEXT NOT NULL,
  postcode TEXT NOT NULL,
  -- record that wrote it otherwise for the last time, and the one that changed it
  record_id INTEGER NOT NULL,
  changed_by INTEGER NOT NULL,
  PRIMARY KEY (address_id, street_id, number, letter, suffix, postcode)
) STRICT, WITHOUT ROWID;

CREATE INDEX address_former_street ON address_former (street_id, number);
CREATE INDEX address_former_postcode ON address_former (postcode);
