-- The list of signals that wait to be taken up, in its order; with the day they expire, so that counting them reads no rows.
CREATE INDEX signal_record_received ON signal_record (coalesce(received, started), expires);
