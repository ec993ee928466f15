-- Nobody asks for a person by BSN: that one BSN is one person follows from how rows are joined (link/personGroups.ts), and a test holds it. Its index
-- lay all over the file, and was looked into for every person that was written.
CREATE TABLE person_now (
  id INTEGER PRIMARY KEY,
  bsn_hash BLOB,
  given_names TEXT NOT NULL,
  initials TEXT NOT NULL,
  prefix TEXT NOT NULL,
  family_name TEXT NOT NULL,
  birth_date TEXT,
  lead_record INTEGER NOT NULL
) STRICT;

INSERT INTO person_now (id, bsn_hash, given_names, initials, prefix, family_name, birth_date, lead_record)
SELECT id, bsn_hash, given_names, initials, prefix, family_name, birth_date, lead_record FROM person ORDER BY id;

DROP TABLE person;

ALTER TABLE person_now RENAME TO person;

-- Of a step 655 that is no longer there: what this watched is now seen by a link run itself (link/changedAddresses.ts).
DROP TRIGGER IF EXISTS addresses_staged_gone;
