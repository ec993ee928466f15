-- Pairs of records that the comparison found alike enough to link, to ask a human about, or to link were it not that something
-- contradicts it. Never part of the network by themselves: only what is 'gekoppeld' joins records to one entity.
CREATE TABLE link_pair (
  party TEXT NOT NULL CHECK (party IN ('person', 'company')),
  -- record ids, the lower one left; each speaks for the records that share its hard key
  left_record INTEGER NOT NULL,
  right_record INTEGER NOT NULL CHECK (left_record < right_record),
  -- log2 of the odds that both are the same, before knowing how many there are
  weight REAL NOT NULL,
  -- share of the evidence of the model that stands on both sides, 0 to 1
  completeness REAL NOT NULL,
  tier TEXT NOT NULL CHECK (tier IN ('exact', 'genormaliseerd', 'benaderend')),
  status TEXT NOT NULL CHECK (status IN ('gekoppeld', 'voorstel', 'tegenspraak')),
  -- JSON array of {comparison, level, weight}; no values
  parts TEXT NOT NULL,
  model_version INTEGER NOT NULL,
  PRIMARY KEY (party, left_record, right_record)
) STRICT, WITHOUT ROWID;

CREATE INDEX link_pair_right ON link_pair (party, right_record);
