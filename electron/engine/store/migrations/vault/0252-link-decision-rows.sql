-- The rows that stood on the screen when a decision was taken, to show them again; the keys say what it holds for.
ALTER TABLE link_decision ADD COLUMN left_record INTEGER NOT NULL DEFAULT 0;
ALTER TABLE link_decision ADD COLUMN right_record INTEGER NOT NULL DEFAULT 0;

CREATE INDEX link_pair_proposed ON link_pair (party) WHERE status = 'voorstel';
