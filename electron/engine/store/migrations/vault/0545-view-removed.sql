-- A saved view that was removed stays, with its versions, until its case goes: removing it can be taken back.
ALTER TABLE network_view ADD COLUMN removed_at TEXT;
ALTER TABLE network_view ADD COLUMN removed_by TEXT;
