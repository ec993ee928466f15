-- As-you-type search reads one compact index per kind into memory: words in order, and per word the things it stands in, the
-- likeliest first. Made anew by every link run; see engine/link/search. Replaces the tables below, whose answers grew slow with two
-- frequent words.
DROP TABLE street_search;
DROP TABLE company_search;
DROP TABLE person_search;
DROP TABLE search_word;

CREATE TABLE search_index (
  kind TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  -- one a line, in code point order
  words TEXT NOT NULL,
  -- 32-bit numbers, little end first: where the places of each word begin, the places, and the id of the thing at each place
  starts BLOB NOT NULL,
  places BLOB NOT NULL,
  ids BLOB NOT NULL
) STRICT;
