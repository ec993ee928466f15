-- A deed of the ledger is one thing: it is taken back as a whole, with all its lines, or it stands. What holds for two rows is the newest
-- line about them of a deed that stands; a line that was replaced is no longer marked, so that it holds again by itself.
UPDATE link_decision SET revoked_by = NULL
 WHERE revoked_by IN (SELECT id FROM link_decision WHERE verdict <> 'ingetrokken');

UPDATE link_decision AS line SET revoked_by = (SELECT min(other.revoked_by) FROM link_decision AS other WHERE other.deed = line.deed)
 WHERE line.revoked_by IS NULL AND line.verdict <> 'ingetrokken'
   AND EXISTS (SELECT 1 FROM link_decision AS other WHERE other.deed = line.deed AND other.revoked_by IS NOT NULL);
