-- Nothing asks for a person by name: search has its words, linking its keys. And what is found by address is found by the longer of two
-- indexes that begin with it. Linking wrote all of these.
DROP INDEX person_key;
DROP INDEX person_record_address;
DROP INDEX ownership_record_address;
DROP INDEX branch_location_address;

-- The streets of a postcode, without reading its addresses.
DROP INDEX address_postcode;
CREATE INDEX address_postcode ON address (postcode, number, street_id);
