-- A link run now keeps what rows say of persons beside what it found out of them (link/addition/keptRows.ts). That goes as soon as it no longer holds:
-- of a row that is gone nothing may stay behind.
CREATE TRIGGER link_done_gone AFTER DELETE ON link_done BEGIN DELETE FROM link_index WHERE party = OLD.party; END;
DELETE FROM link_index WHERE party = 'person' AND NOT EXISTS (SELECT 1 FROM link_done WHERE party = 'person');
