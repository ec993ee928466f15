-- An object (verblijfsobject, ligplaats, standplaats) has one main address and any number of others: 1 for another address (nevenadres),
-- 0 for the main one, NULL where the source does not say. `ended` is the ISO day on which an address was withdrawn, where the source tells.
ALTER TABLE address ADD COLUMN is_secondary INTEGER;
ALTER TABLE address ADD COLUMN ended TEXT;
