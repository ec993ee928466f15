-- What of a delivery did not show in its workbook and was taken in: rows as a count, columns as their headings (JSON).
ALTER TABLE delivery ADD COLUMN hidden_rows INTEGER NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN hidden_columns TEXT NOT NULL DEFAULT '[]';
