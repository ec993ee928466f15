-- Where the log begins since its oldest lines went: behind which line, and who decided so. A line behind it names its hash.
CREATE TABLE head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- the last line before the head; the first one behind it follows from this hash
  until INTEGER NOT NULL,
  until_hash BLOB NOT NULL,
  until_at TEXT NOT NULL,
  -- SHA-256 over the lines before the head that were kept, and how many there are of them
  kept_hash BLOB NOT NULL,
  kept INTEGER NOT NULL,
  asked_by TEXT NOT NULL,
  ended_by TEXT NOT NULL,
  ended_at TEXT NOT NULL,
  -- SHA-256 over all of this
  hash BLOB NOT NULL
) STRICT;

-- The lines before the head that stay, because they prove a destruction; each is verified by the hash of the line before it.
CREATE TABLE kept_line (
  seq INTEGER PRIMARY KEY,
  -- empty for the first line of all
  before BLOB NOT NULL
) STRICT;
