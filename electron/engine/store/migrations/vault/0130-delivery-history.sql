-- Deliveries of one source follow each other. The tables of records hold the newest state; what a later delivery ended or changed
-- stands in past_record, and a row that was delivered again unchanged keeps its first record id and gets a confirmation.

-- the first delivery of the source; NULL for that one itself
ALTER TABLE delivery ADD COLUMN series_id INTEGER;
-- 1: the whole state of the source, so that rows that are not in it have ended; 0: an addition
ALTER TABLE delivery ADD COLUMN is_complete INTEGER NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN added INTEGER NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN unchanged INTEGER NOT NULL DEFAULT 0;
-- a withdrawn delivery leaves this line only, so that what refers to it can still say so
ALTER TABLE delivery ADD COLUMN withdrawn_at TEXT;
ALTER TABLE delivery ADD COLUMN withdrawn_by TEXT;
ALTER TABLE delivery ADD COLUMN withdrawn_reason TEXT;
-- shape of the sheet: hash over its headings, under which a mapping is remembered
ALTER TABLE delivery ADD COLUMN shape TEXT NOT NULL DEFAULT '';

CREATE INDEX delivery_series ON delivery (series_id);

-- A row as it stood until a delivery ended it. Valid from the reference date (or day of intake) of its own delivery until that of
-- the delivery in ended_by.
CREATE TABLE past_record (
  record_id INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  -- all columns, JSON; bytes as {"hex": …}
  content TEXT NOT NULL,
  -- text of another compartment that belongs to the row
  sealed TEXT NOT NULL,
  ended_by INTEGER NOT NULL REFERENCES delivery (id),
  -- the record that took its place; NULL when it was gone
  replaced_by INTEGER
) STRICT;

CREATE INDEX past_record_ended ON past_record (ended_by);
CREATE INDEX past_record_replaced ON past_record (replaced_by) WHERE replaced_by IS NOT NULL;

-- A row of a later delivery that says what a record says already.
CREATE TABLE confirmation (
  delivery_id INTEGER NOT NULL REFERENCES delivery (id),
  row INTEGER NOT NULL,
  record_id INTEGER NOT NULL,
  PRIMARY KEY (delivery_id, row)
) STRICT, WITHOUT ROWID;

CREATE INDEX confirmation_record ON confirmation (record_id);

-- Mappings people settled, per shape of delivery (kind and headings), newest version last. JSON of columns: heading and field.
CREATE TABLE saved_mapping (
  shape TEXT NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  header_row INTEGER NOT NULL,
  columns TEXT NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (shape, version)
) STRICT, WITHOUT ROWID;
