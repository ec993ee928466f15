-- The triage of a signal: five weighings, and the way it goes. Steps are only added; the state follows from them.

-- Which state may follow which. No step takes another way, whoever writes it.
CREATE TABLE triage_way (
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  PRIMARY KEY (from_state, to_state)
) STRICT, WITHOUT ROWID;

INSERT INTO triage_way VALUES
  ('received', 'weighing'),
  ('weighing', 'notHandled'), ('weighing', 'toDepartment'), ('weighing', 'toRiec'), ('weighing', 'sourceResearch'),
  ('sourceResearch', 'confirmed'), ('sourceResearch', 'noHit'),
  ('noHit', 'notHandled'),
  ('confirmed', 'toDepartment'), ('confirmed', 'toRiec'), ('confirmed', 'inCase'), ('confirmed', 'inProject'),
  ('notHandled', 'weighing'), ('toDepartment', 'weighing'), ('toRiec', 'weighing'), ('sourceResearch', 'weighing'),
  ('noHit', 'sourceResearch'), ('confirmed', 'sourceResearch'),
  ('inCase', 'confirmed'), ('inProject', 'confirmed');

CREATE TABLE triage (
  id INTEGER PRIMARY KEY,
  -- W-2026-0001, counted per year
  number TEXT NOT NULL UNIQUE,
  -- the row of the signal as it stands now
  record_id INTEGER NOT NULL UNIQUE,
  state TEXT NOT NULL DEFAULT 'received',
  -- when it came in that state
  since TEXT NOT NULL,
  destination TEXT NOT NULL DEFAULT '',
  review_on TEXT
) STRICT;

CREATE INDEX triage_state ON triage (state, since);

CREATE TABLE triage_step (
  id INTEGER PRIMARY KEY,
  triage_id INTEGER NOT NULL REFERENCES triage (id),
  made_at TEXT NOT NULL,
  made_account TEXT NOT NULL,
  made_by TEXT NOT NULL,
  motive TEXT NOT NULL CHECK (length(trim(motive)) >= 20),
  -- JSON of MadeWeighing, or a move
  weighing TEXT,
  from_state TEXT,
  to_state TEXT,
  destination TEXT NOT NULL DEFAULT '',
  review_on TEXT,
  CHECK ((weighing IS NULL) = (from_state IS NOT NULL AND to_state IS NOT NULL)),
  FOREIGN KEY (from_state, to_state) REFERENCES triage_way (from_state, to_state)
) STRICT;

CREATE INDEX triage_step_triage ON triage_step (triage_id);

CREATE TRIGGER triage_step_follows BEFORE INSERT ON triage_step WHEN new.from_state IS NOT NULL AND new.from_state <> (SELECT state FROM triage WHERE id = new.triage_id) BEGIN SELECT raise(ABORT, 'a step begins where the one before it ended'); END;

CREATE TRIGGER triage_step_moves AFTER INSERT ON triage_step WHEN new.to_state IS NOT NULL BEGIN UPDATE triage SET state = new.to_state, since = new.made_at, destination = new.destination, review_on = new.review_on WHERE id = new.triage_id; END;

CREATE TRIGGER triage_step_stays BEFORE UPDATE ON triage_step BEGIN SELECT raise(ABORT, 'a step of a triage is not changed'); END;

-- A later delivery changed the row of a signal, or that delivery was taken back.
CREATE TRIGGER triage_signal_changed AFTER INSERT ON past_record WHEN new.replaced_by IS NOT NULL AND new.table_name = 'signal_record' BEGIN UPDATE triage SET record_id = new.replaced_by WHERE record_id = new.record_id; END;

CREATE TRIGGER triage_signal_restored AFTER DELETE ON past_record WHEN old.replaced_by IS NOT NULL AND old.table_name = 'signal_record' BEGIN UPDATE triage SET record_id = old.record_id WHERE record_id = old.replaced_by; END;
