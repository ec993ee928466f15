-- Read by counting alone, in order and without the rows themselves: how each address changed hands, and who is registered where.
CREATE INDEX ownership_record_transfer ON ownership_record (
  address_id, started, company_id, price, price_covers_more, mortgage, mortgagee_kind, woz_value, woz_date, owner_kvk
) WHERE address_id IS NOT NULL;
CREATE INDEX person_record_stay ON person_record (address_id, started, ended) WHERE address_id IS NOT NULL;
CREATE INDEX branch_location_stay ON branch_location (address_id, started, ended, company_id) WHERE address_id IS NOT NULL;
CREATE INDEX ownership_record_holding ON ownership_record (company_id, address_id, started, ended) WHERE company_id IS NOT NULL AND address_id IS NOT NULL;
