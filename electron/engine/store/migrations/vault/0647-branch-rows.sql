-- Who else tells of a branch: adding to the network asks it of companies that were joined anew.
CREATE INDEX company_record_branch ON company_record (branch_number) WHERE branch_number IS NOT NULL;
