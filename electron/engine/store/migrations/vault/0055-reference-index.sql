-- Which departments know an address: asked for every address that is drawn.
CREATE INDEX IF NOT EXISTS signal_record_address ON signal_record (address_id);
