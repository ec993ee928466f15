-- Why it may go: its time is over, or who it is about asked for it (AVG art. 17).
ALTER TABLE destruction ADD COLUMN ground TEXT NOT NULL DEFAULT 'term' CHECK (ground IN ('term', 'request'));
