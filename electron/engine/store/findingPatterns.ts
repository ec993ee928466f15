import { resale } from './patternResale.ts'
import { restart } from './patternRestart.ts'

/**
 * The patterns that findings name. Each is a SELECT of rows `subject, since, words, records`: the id of the address or company, the
 * day it came about, the values of its sentence as a JSON object and the record ids that show it as a JSON array; and a SELECT
 * that counts the subjects the pattern could be seen at. Both read their parameters from `given`, one JSON object in `j` with
 * `day`, the last day looked at. An incomplete date counts as its first day.
 */
export interface Pattern {
  subject: 'address' | 'company'
  found: string
  population: string
}

const DAY = "(SELECT j->>'day' FROM given)"
const FIRST = "(SELECT date(j->>'day', '-' || (j->>'months') || ' months') FROM given)"

const ACTIVE_LOCATION = `branch_location WHERE address_id IS NOT NULL AND (started IS NULL OR started <= ${DAY}) AND (ended IS NULL OR ended > ${DAY})`
const DWELLING = "use_purpose LIKE '%woonfunctie%'"
const DIRECTORS = "office IN (SELECT value FROM json_each((SELECT j->'offices' FROM given)))"
const WHO = "coalesce('p' || person_id, 'c' || officer_company_id)"
const ACTIVE_OFFICE = `office_record WHERE company_id IS NOT NULL AND coalesce(person_id, officer_company_id) IS NOT NULL AND (ended IS NULL OR ended > ${DAY})`
const ACTIVE_COMPANY = `company WHERE (started IS NULL OR started <= ${DAY}) AND (ended IS NULL OR ended > ${DAY})`
const COMPANIES = `SELECT count(*) AS n FROM ${ACTIVE_COMPANY}`

const stacked = `
  WITH here AS (SELECT address_id, company_id, min(record_id) AS record FROM ${ACTIVE_LOCATION} GROUP BY address_id, company_id)
  SELECT a.id AS subject, NULL AS since, json_object('count', count(*), 'area', a.floor_area) AS words, json_group_array(here.record) AS records
  FROM here JOIN address AS a ON a.id = here.address_id WHERE a.floor_area > 0
  GROUP BY a.id HAVING count(*) >= (SELECT j->>'least' FROM given) AND a.floor_area < count(*) * (SELECT j->>'metres' FROM given)`
const addressesInUse = `SELECT count(DISTINCT address_id) AS n FROM ${ACTIVE_LOCATION}`

/** One person directs company after company, and one and the same other holds the power or the shares in them. */
const strawMan = `
  WITH active AS MATERIALIZED (SELECT min(id) AS id, company_id, ${WHO} AS who, office FROM ${ACTIVE_OFFICE} GROUP BY company_id, who, office),
  directed AS MATERIALIZED (
    SELECT company_id, who, id, count(*) OVER (PARTITION BY who) AS companies
    FROM (SELECT company_id, who, min(id) AS id FROM active WHERE ${DIRECTORS} AND who LIKE 'p%' GROUP BY company_id, who)),
  behind AS (
    SELECT d.company_id, d.who, d.companies, d.id AS director, min(o.id) AS other, o.who AS principal,
      count(*) OVER (PARTITION BY d.who, o.who) AS together
    FROM directed AS d JOIN active AS o ON o.company_id = d.company_id AND o.who <> d.who
     AND o.office IN (SELECT value FROM json_each((SELECT j->'powers' FROM given)))
    WHERE d.companies >= (SELECT j->>'least' FROM given) GROUP BY d.company_id, d.who, o.who)
  SELECT company_id AS subject, NULL AS since, json_object('count', companies, 'together', max(together)) AS words, json_array(director, other) AS records
  FROM behind WHERE together >= (SELECT j->>'least' FROM given) GROUP BY company_id`

const businessAddresses = 'SELECT count(DISTINCT address_id) AS n FROM branch_location WHERE address_id IS NOT NULL'

/** An address changes hands once per day, whoever tells it: the deed or the register of owners. */
const TRANSFER = `transfer AS MATERIALIZED (
    SELECT address_id AS address, substr(day || '-01-01', 1, 10) AS day, min(id) AS record FROM (
      SELECT id, address_id, started AS day FROM ownership_record WHERE address_id IS NOT NULL AND started IS NOT NULL
      UNION ALL SELECT id, address_id, deed_date FROM deed WHERE address_id IS NOT NULL)
    WHERE day <= ${DAY} GROUP BY 1, 2)`
const transferred = `WITH ${TRANSFER} SELECT count(DISTINCT address) AS n FROM transfer WHERE day >= ${FIRST}`
const passedOn = `
  WITH ${TRANSFER}
  SELECT t.address AS subject, max(t.day) AS since, json_object('count', count(*)) AS words, json_group_array(t.record) AS records
  FROM transfer AS t JOIN address AS a ON a.id = t.address WHERE t.day >= ${FIRST} AND a.${DWELLING}
  GROUP BY t.address HAVING count(*) >= (SELECT j->>'least' FROM given)`
const ownedDwellings = `SELECT count(*) AS n FROM address WHERE ${DWELLING} AND id IN (SELECT address_id FROM ownership_record)`

/** An appointment at the founding is no change; who stays on under another delivery has not moved. */
const turnover = `
  WITH moved AS (
    SELECT min(id) AS id, company_id, ${WHO} AS who, started AS day FROM office_record WHERE company_id IS NOT NULL AND ${DIRECTORS} AND started BETWEEN ${FIRST} AND ${DAY} GROUP BY company_id, who, day
    UNION ALL
    SELECT min(id), company_id, ${WHO} AS who, ended AS day FROM office_record WHERE company_id IS NOT NULL AND ${DIRECTORS} AND ended BETWEEN ${FIRST} AND ${DAY} GROUP BY company_id, who, day)
  SELECT m.company_id AS subject, max(m.day) AS since, json_object('count', count(*), 'months', (SELECT j->>'months' FROM given)) AS words, json_group_array(m.id) AS records
  FROM moved AS m JOIN company AS c ON c.id = m.company_id
  WHERE c.started IS NULL OR julianday(substr(m.day || '-01-01', 1, 10)) - julianday(substr(c.started || '-01-01', 1, 10)) > 31
  GROUP BY m.company_id HAVING count(*) >= (SELECT j->>'least' FROM given)`
const directedCompanies = `SELECT count(DISTINCT company_id) AS n FROM office_record WHERE company_id IS NOT NULL AND ${DIRECTORS}`

/** Nobody works there, nobody of it lives there, and it is a dwelling. */
const emptyShell = `
  SELECT c.id AS subject, c.started AS since, '{}' AS words, json_array(min(l.record_id)) AS records
  FROM company AS c JOIN branch_location AS l ON l.company_id = c.id JOIN address AS a ON a.id = l.address_id
  WHERE c.legal_form = 'bv' AND (c.ended IS NULL OR c.ended > ${DAY}) AND c.started <= ${FIRST} AND a.${DWELLING} AND (l.ended IS NULL OR l.ended > ${DAY}) AND l.employees = 0
   AND NOT EXISTS (SELECT 1 FROM branch_location AS other WHERE other.company_id = c.id AND (other.address_id IS NULL OR other.address_id <> l.address_id OR other.employees > 0) AND (other.ended IS NULL OR other.ended > ${DAY}))
   AND NOT EXISTS (SELECT 1 FROM office_record AS o JOIN person_record AS p ON p.person_id = o.person_id WHERE o.company_id = c.id AND p.address_id = l.address_id)
   AND NOT EXISTS (SELECT 1 FROM permit_record AS v WHERE v.company_id = c.id)
   AND EXISTS (SELECT 1 FROM person_record AS p WHERE p.address_id = l.address_id)
  GROUP BY c.id`
const privateCompanies = `SELECT count(*) AS n FROM ${ACTIVE_COMPANY} AND legal_form = 'bv'`

const HOLDING = `holding AS MATERIALIZED (
    SELECT officer_company_id AS owner, company_id AS held, min(id) AS record FROM office_record
    WHERE officer_company_id IS NOT NULL AND company_id IS NOT NULL AND office IN (SELECT value FROM json_each((SELECT j->'shares' FROM given))) AND (ended IS NULL OR ended > ${DAY})
    GROUP BY owner, held)`
const circle = `
  WITH RECURSIVE ${HOLDING}, reach (start, at, steps) AS MATERIALIZED (
    SELECT owner, held, 1 FROM holding UNION SELECT r.start, h.held, r.steps + 1 FROM reach AS r JOIN holding AS h ON h.owner = r.at WHERE r.at <> r.start AND r.steps < 12)
  SELECT start AS subject, NULL AS since, json_object('count', min(steps)) AS words,
    (SELECT json_group_array(record) FROM holding WHERE owner = start AND (held = start OR held IN (SELECT r.start FROM reach AS r WHERE r.at = reach.start))) AS records
  FROM reach WHERE at = start GROUP BY start`

/** Newest row of every shareholder; the sum is checked again with exact fractions. */
const overWhole = `
  WITH share AS (
    SELECT company_id, ${WHO} AS who, max(id) AS id, share_part, share_whole FROM office_record
    WHERE company_id IS NOT NULL AND share_whole > 0 AND office IN (SELECT value FROM json_each((SELECT j->'shares' FROM given))) AND (ended IS NULL OR ended > ${DAY}) GROUP BY company_id, coalesce(who, id))
  SELECT company_id AS subject, NULL AS since, json_object('shares', json_group_array(share_part || '/' || share_whole)) AS words, json_group_array(id) AS records
  FROM share GROUP BY company_id HAVING sum(1.0 * share_part / share_whole) > 1.000000001`
const sharedCompanies = `SELECT count(DISTINCT company_id) AS n FROM office_record WHERE company_id IS NOT NULL AND share_whole > 0`

const MORTGAGED = `(
    SELECT id, address_id, started AS day, mortgage, mortgagee_kind FROM ownership_record WHERE mortgage > 0 AND mortgagee_kind <> ''
    UNION ALL SELECT id, address_id, deed_date, mortgage, mortgagee_kind FROM deed WHERE mortgage > 0 AND mortgagee_kind <> '')
  WHERE address_id IS NOT NULL AND day BETWEEN ${FIRST} AND ${DAY}`
const financier = `
  SELECT address_id AS subject, max(day) AS since, json_object('amount', max(mortgage)) AS words, json_group_array(id) AS records
  FROM ${MORTGAGED} AND mortgagee_kind = 'natuurlijk-persoon' GROUP BY address_id`
const mortgaged = `SELECT count(DISTINCT address_id) AS n FROM ${MORTGAGED}`

/** Where no end is known a closing counts for half a year, and an establishment that ended that day was there. */
const closedAddress = `
  SELECT l.company_id AS subject, max(m.started) AS since, json_object('closed', max(m.started)) AS words, json_array(max(m.id), min(l.record_id)) AS records
  FROM measure_record AS m JOIN branch_location AS l ON l.address_id = m.address_id
  WHERE m.measure_kind = 'sluiting' AND m.legal_ground LIKE '%13b%' AND m.started BETWEEN ${FIRST} AND ${DAY}
   AND (l.started IS NULL OR l.started <= coalesce(m.ended, date(substr(m.started || '-01-01', 1, 10), '+6 months'))) AND (l.ended IS NULL OR l.ended >= m.started)
  GROUP BY l.company_id`

/** Between two known users, the last to leave and the next to come, nobody was there for long; before the first and after the last nothing is said. */
const gap = `
  WITH used AS MATERIALIZED (
    SELECT address_id, substr(started || '-01-01', 1, 10) AS start, substr(coalesce(ended, '9999-12-31') || '-12-31', 1, 10) AS stop, record_id AS record FROM branch_location WHERE address_id IS NOT NULL AND started IS NOT NULL
    UNION ALL SELECT address_id, substr(started || '-01-01', 1, 10), substr(coalesce(ended, '9999-12-31') || '-12-31', 1, 10), id FROM person_record WHERE address_id IS NOT NULL AND started IS NOT NULL),
  since AS (
    SELECT address_id, start, record, max(stop) OVER w AS until FROM used WINDOW w AS (PARTITION BY address_id ORDER BY start, record ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)),
  empty AS MATERIALIZED (
    SELECT address_id, until, record, max(start) AS start FROM since
    WHERE start BETWEEN ${FIRST} AND ${DAY} AND julianday(start) - julianday(until) >= (SELECT j->>'days' FROM given) GROUP BY address_id)
  SELECT e.address_id AS subject, e.start AS since, json_object('from', e.until, 'to', e.start) AS words, json_array(min(u.record), e.record) AS records
  FROM empty AS e JOIN used AS u ON u.address_id = e.address_id AND u.stop = e.until AND u.start < e.start GROUP BY e.address_id`

/** By the name a definition gives in `pattern`. */
export const patterns = {
  stacked: { subject: 'address', found: stacked, population: addressesInUse },
  strawMan: { subject: 'company', found: strawMan, population: COMPANIES },
  restart: { subject: 'address', found: restart, population: businessAddresses },
  resale: { subject: 'address', found: resale, population: transferred },
  passedOn: { subject: 'address', found: passedOn, population: ownedDwellings },
  turnover: { subject: 'company', found: turnover, population: directedCompanies },
  emptyShell: { subject: 'company', found: emptyShell, population: privateCompanies },
  circle: { subject: 'company', found: circle, population: COMPANIES },
  overWhole: { subject: 'company', found: overWhole, population: sharedCompanies },
  financier: { subject: 'address', found: financier, population: mortgaged },
  closedAddress: { subject: 'company', found: closedAddress, population: COMPANIES },
  gap: { subject: 'address', found: gap, population: businessAddresses },
} as const satisfies Record<string, Pattern>

export type PatternName = keyof typeof patterns
