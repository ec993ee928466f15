-- Addresses a person has to decide on. Made anew by every link run from the rows that left a choice or found nothing; equal ones of
-- one supplier in one kind of record are one question. written_key: engine/link/writtenAddress.ts
CREATE TABLE address_question (
  id INTEGER PRIMARY KEY,
  written_key TEXT NOT NULL UNIQUE,
  -- table of the records, and who delivered them
  source TEXT NOT NULL,
  supplier TEXT NOT NULL,
  given_bag INTEGER, given_street TEXT NOT NULL, given_number INTEGER, given_letter TEXT NOT NULL, given_suffix TEXT NOT NULL,
  given_postcode TEXT NOT NULL, given_city TEXT NOT NULL,
  -- what the matcher left to choose from: JSON array of address ids, empty when it found nothing
  candidates TEXT NOT NULL,
  row_count INTEGER NOT NULL
) STRICT;

CREATE TABLE address_question_row (
  question_id INTEGER NOT NULL REFERENCES address_question (id) ON DELETE CASCADE,
  record_id INTEGER NOT NULL,
  PRIMARY KEY (question_id, record_id)
) STRICT, WITHOUT ROWID;

-- The ledger of what people decided; append-only. The line without revoked_by counts. It names the address as written and its
-- supplier, no row, so that it holds for the next delivery too.
CREATE TABLE address_decision (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  written_key TEXT NOT NULL,
  -- to be read by people: the address as written, and who delivered it
  written TEXT NOT NULL,
  supplier TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('gekozen', 'geen', 'ingetrokken')),
  address_id INTEGER,
  candidates TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  reason TEXT NOT NULL,
  revoked_by INTEGER REFERENCES address_decision (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((verdict = 'gekozen') = (address_id IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX address_decision_live ON address_decision (written_key) WHERE revoked_by IS NULL AND verdict <> 'ingetrokken';

-- Streets of a city, for a typing mistake in the name of one.
CREATE INDEX street_city ON street (city_key);
