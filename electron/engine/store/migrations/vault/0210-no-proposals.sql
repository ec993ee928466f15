-- Likenesses stand in link_pair, by record.
DROP TABLE proposal;
