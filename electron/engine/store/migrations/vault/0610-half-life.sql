-- Where older events count for less: their weights together, and the count and exposure that carry as much. NULL where all count in full.
ALTER TABLE score_part ADD COLUMN weighted REAL;
ALTER TABLE score_part ADD COLUMN faded_count REAL;
ALTER TABLE score_part ADD COLUMN faded_exposure REAL;

-- A change of weights may change half-lives as well: JSON of months per indicator, null where it is taken away.
ALTER TABLE weight_proposal ADD COLUMN half_lives TEXT NOT NULL DEFAULT '{}';
