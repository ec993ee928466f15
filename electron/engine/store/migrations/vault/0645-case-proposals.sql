-- What the proposal of a case says beside the case, and what is asked of each partner.
CREATE TABLE case_proposal (
  case_id INTEGER PRIMARY KEY REFERENCES case_file (id),
  -- JSON; its shape is CaseProposal
  content TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE case_partner_request (
  case_id INTEGER NOT NULL REFERENCES case_file (id),
  partner TEXT NOT NULL,
  -- nothing is exchanged without the law that allows it
  ground TEXT NOT NULL CHECK (length(trim(ground)) >= 3),
  -- JSON; its shape is PartnerRequest
  content TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (case_id, partner)
) STRICT, WITHOUT ROWID;
