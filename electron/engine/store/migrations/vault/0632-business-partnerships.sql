-- Zakelijke samenwerkingsverbanden as a Bibob officer established them, per case number: never a link, and never without a motivation.
CREATE TABLE bibob_partnership (
  case_number TEXT NOT NULL,
  applicant_key TEXT NOT NULL,
  partner_key TEXT NOT NULL,
  started TEXT,
  ended TEXT,
  motive TEXT NOT NULL CHECK (length(trim(motive)) >= 20),
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  PRIMARY KEY (case_number, applicant_key, partner_key),
  CHECK (partner_key <> applicant_key)
) STRICT, WITHOUT ROWID;
