-- The words by which the list of signals that wait is searched stand in its index, so that looking for them reads no rows.
DROP INDEX signal_record_received;
CREATE INDEX signal_record_received ON signal_record (coalesce(received, started), expires, signal_number, department, signal_kind);
