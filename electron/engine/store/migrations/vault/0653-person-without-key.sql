-- What stood there was asked for by an index that went before (0649).
ALTER TABLE person DROP COLUMN name_key;
