-- What is kept of a link run says where persons stood in earlier deliveries (link/addition/keptRows.ts). A row that was replaced before it was matched has
-- the address of its postcode and number: which one that is, if any, follows from the addresses there are, and is asked anew when those may be others.
CREATE TRIGGER addresses_staged_gone AFTER DELETE ON link_stage WHEN OLD.stage = 'addresses' AND EXISTS (SELECT 1 FROM link_done WHERE party = 'person')
  BEGIN DELETE FROM link_done WHERE party = 'person' AND EXISTS (SELECT 1 FROM past_record WHERE table_name = 'person_record' AND content ->> 'address_id' IS NULL AND content ->> 'given_postcode' <> ''); END;
