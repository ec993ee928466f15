-- What the vault knows of itself and of the people who may open it.
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE user_account (
  account TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  since TEXT NOT NULL
) STRICT, WITHOUT ROWID;
