-- Signals that came to an address or company since counts were kept (store/placedSignals.ts): these alone are then counted anew. The last
-- number stands for what this cannot tell: too many, or a signal that was counted already and left, moved or reads otherwise.
CREATE TABLE placed_signal (
  number INTEGER PRIMARY KEY CHECK (number <= 1000),
  record_id INTEGER NOT NULL UNIQUE
) STRICT;

CREATE TRIGGER signal_record_placed_insert AFTER INSERT ON signal_record
  WHEN coalesce(NEW.address_id, NEW.company_id) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM placed_signal WHERE number = 1000)
  BEGIN INSERT OR IGNORE INTO placed_signal (record_id) VALUES (NEW.id); END;
CREATE TRIGGER signal_record_placed_update AFTER UPDATE OF address_id, company_id ON signal_record
  WHEN coalesce(OLD.address_id, OLD.company_id) IS NULL AND coalesce(NEW.address_id, NEW.company_id) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM placed_signal WHERE number = 1000)
  BEGIN INSERT OR IGNORE INTO placed_signal (record_id) VALUES (NEW.id); END;
CREATE TRIGGER signal_record_placed_otherwise AFTER UPDATE OF address_id, company_id, phenomenon, started, received ON signal_record
  WHEN coalesce(OLD.address_id, OLD.company_id) IS NOT NULL
    AND (OLD.address_id, OLD.company_id, OLD.phenomenon, OLD.started, OLD.received) IS NOT (NEW.address_id, NEW.company_id, NEW.phenomenon, NEW.started, NEW.received)
    AND NOT EXISTS (SELECT 1 FROM placed_signal WHERE record_id = OLD.id)
  BEGIN INSERT OR IGNORE INTO placed_signal VALUES (1000, 0); END;
CREATE TRIGGER signal_record_placed_delete AFTER DELETE ON signal_record
  WHEN coalesce(OLD.address_id, OLD.company_id) IS NOT NULL
  BEGIN INSERT OR IGNORE INTO placed_signal SELECT 1000, 0 WHERE NOT EXISTS (SELECT 1 FROM placed_signal WHERE record_id = OLD.id); DELETE FROM placed_signal WHERE record_id = OLD.id; END;
