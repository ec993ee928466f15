-- A pair can also be ruled out: alike enough, but one of the two fits others better, or what they belong to contradicts each other. It is
-- kept for whoever puts the two beside each other of his own accord: he sees what was weighed.
ALTER TABLE link_pair RENAME TO link_pair_before;
DROP INDEX link_pair_right;
DROP INDEX link_pair_proposed;

CREATE TABLE link_pair (
  party TEXT NOT NULL CHECK (party IN ('person', 'company')),
  -- record ids, the lower one left; each speaks for the records that share its hard key
  left_record INTEGER NOT NULL,
  right_record INTEGER NOT NULL CHECK (left_record < right_record),
  -- log2 of the odds that both are the same, the chance beforehand included
  weight REAL NOT NULL,
  -- share of the evidence of the model that stands on both sides, 0 to 1
  completeness REAL NOT NULL,
  tier TEXT NOT NULL CHECK (tier IN ('exact', 'genormaliseerd', 'benaderend')),
  status TEXT NOT NULL CHECK (status IN ('gekoppeld', 'voorstel', 'tegenspraak', 'afgevallen')),
  -- JSON array of {comparison, level, weight, left, right}
  parts TEXT NOT NULL,
  model_version INTEGER NOT NULL,
  PRIMARY KEY (party, left_record, right_record)
) STRICT, WITHOUT ROWID;

INSERT INTO link_pair SELECT party, left_record, right_record, weight, completeness, tier, status, parts, model_version FROM link_pair_before;
DROP TABLE link_pair_before;
CREATE INDEX link_pair_right ON link_pair (party, right_record);
CREATE INDEX link_pair_proposed ON link_pair (party) WHERE status = 'voorstel';
