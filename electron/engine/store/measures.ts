/**
 * What indicators count. A fragment is a SELECT of rows `record, address, company, date, detail`: the record id of the row
 * counted, where and by whom it happened, when, and a value its Dutch words need; one that draws from `used` or `transfer`
 * (see {@link sources}) also gives the `area`. Counts and evidence lists are both made of
 * these same rows (store/counting.ts), so that a number and the rows behind it cannot differ.
 * The table `given` holds the parameters of the indicator as JSON in `j`, with `day`, the last day counted, and `first`, the
 * first. An incomplete date counts as its first day.
 */
export interface Measure {
  events: Rows
  /** the rows that can carry an event, for an area and for a branch; null where the measure does not exist for it */
  area: Rows
  branch: Rows | null
  /** how a row comes to a branch: by its company, or, where the record names none, by the only company at the address on that day */
  party: 'company' | 'tenant'
  /** where the events are among the rows that can carry one: those rows, each with whether it is one as `is_event` */
  marked?: Rows
  /**
   * which rows have an age, a day within the period counted: the events alone, or also the rows that can carry one. Absent where what is
   * counted is a state, or made of many years together.
   */
  dated?: 'events' | 'both'
  /** its events are signals, of which only those at the same address, or else of the same company, bear on each other: where some came, theirs alone are counted anew */
  isPerPlace?: boolean
}

/** A statement that selects what is counted. */
export interface Rows {
  sql: string
  /** where it selects rows of one source by a condition on each: many such are counted in one go (store/countRanges.ts) */
  ofSource?: OfSource
  /** every one names its company: nobody has to be looked for at the address */
  namesCompany?: true
}

export interface OfSource {
  source: SourceName
  /** which rows are counted, and which of them are events; the latter null where all are alike */
  counted: string
  isEvent: string | null
  /** column with the company a row comes to */
  company: string
}

/** Rows of a source that can carry an event. */
interface Carriers extends Pick<OfSource, 'source' | 'counted'> {
  columns: string
  company?: string
}

/** @param isEvent a condition that marks some of them as events */
function rowsOf({ source, counted, columns, company = 'company' }: Carriers, isEvent: string | null = null): Rows {
  const mark = isEvent === null ? '' : `(${isEvent}) AS is_event, `
  return { sql: `SELECT ${mark}${columns}, area FROM ${source} WHERE ${counted}`, ofSource: { source, counted, isEvent, company } }
}

/** A measure whose events are the rows that meet a condition, among all rows that can carry one. */
function among<Branch extends Rows | null>(carriers: Carriers, condition: string, branch: Branch): Measure & { branch: Branch; marked: Rows } {
  const events = rowsOf({ ...carriers, counted: `${carriers.counted} AND ${condition}` })
  return { events, area: rowsOf(carriers), branch, party: 'company', marked: rowsOf(carriers, condition) }
}

/** The same where it is put together of other statements. */
function amongSelected(rows: (column?: string) => string, condition: string): Measure & { marked: Rows } {
  const carriers = { sql: rows() }
  return { events: { sql: `${rows()} AND ${condition}` }, area: carriers, branch: carriers, party: 'company', marked: { sql: rows(`(${condition}) AS is_event, `) } }
}

const DAY = "(SELECT j->>'day' FROM given)"
const FIRST = "(SELECT j->>'first' FROM given)"

/** Of addresses: in use according to the BAG. */
export const IN_USE = `status NOT LIKE '%ingetrokken%' AND status NOT LIKE '%niet gerealiseerd%' AND status NOT LIKE '%gevormd%'
  AND status NOT LIKE '%buiten gebruik%' AND status NOT LIKE '%ten onrechte%'`
/** Built before last year and not being rebuilt: empty is then not simply new. */
const SETTLED = `status NOT LIKE '%verbouwing%' AND coalesce(build_year, 0) < CAST(${DAY} AS INTEGER) - 1`
const addressesWith = (counted: string): Carriers => ({ source: 'used', counted, columns: 'record, id AS address, NULL AS company, NULL AS date, use_purpose AS detail' })
const DWELLING = "use_purpose LIKE '%woonfunctie%'"
const PREMISES = `use_purpose NOT LIKE '%woonfunctie%' AND use_purpose NOT IN ('', 'overige gebruiksfunctie')
  AND coalesce(floor_area, 0) >= (SELECT j->>'minimumArea' FROM given)`
/** Of companies and vestigingen: existing on the last day counted. */
export const ACTIVE = `(started IS NULL OR started <= ${DAY}) AND (ended IS NULL OR ended > ${DAY})`
const ESTABLISHED = `NOT EXISTS (SELECT 1 FROM branch_location WHERE address_id = used.id AND ${ACTIVE})`
const LOCATION = 'SELECT record_id AS record, address_id AS address, company_id AS company, started AS date, sbi AS detail FROM branch_location'

const addresses = rowsOf(addressesWith('1'))
/** Addresses in use, each with whether it is a dwelling. */
export const premises = rowsOf(addressesWith('1'), 'is_dwelling')
/** Vestigingen that had begun by the last day counted, and had not ended by some day. */
const locationsNotEnded = (ended: string): Rows => ({ sql: `${LOCATION} WHERE (started IS NULL OR started <= ${DAY}) AND (ended IS NULL OR ended ${ended})`, namesCompany: true })
/** Vestigingen that exist. */
export const locations = locationsNotEnded(`> ${DAY}`)
/** Vestigingen that existed some day of the period. */
const locationsMeanwhile = locationsNotEnded(`>= ${FIRST}`)

const settledDwellings = addressesWith('is_settled AND is_dwelling')
const VACANT = `${ESTABLISHED} AND NOT EXISTS (
    SELECT 1 FROM person_record AS p WHERE p.address_id = used.id AND (p.started IS NULL OR p.started <= ${DAY}) AND (p.ended IS NULL OR p.ended > ${DAY}))`
const settledPremises = addressesWith(`is_settled AND ${PREMISES}`)

const measuresTaken = `
  SELECT min(id) AS record, address_id AS address, max(company_id) AS company, started AS date, measure_kind AS detail
  FROM measure_record
  WHERE measure_kind IN (SELECT value FROM json_each((SELECT j->'kinds' FROM given)))
    AND phenomenon IN (SELECT value FROM json_each((SELECT j->'phenomena' FROM given)))
    AND started BETWEEN ${FIRST} AND ${DAY}
  GROUP BY address_id, measure_kind, started, CASE WHEN address_id IS NULL THEN company_id END`

const reports = `
  SELECT record, address, company, date, detail FROM (
    SELECT id AS record, address_id AS address, company_id AS company, date, department AS detail,
      julianday(date) - julianday(lag(date) OVER (PARTITION BY coalesce(address_id, -company_id) ORDER BY date, id)) AS gap
    FROM (SELECT *, coalesce(received, started) AS date FROM signal_record WHERE phenomenon = (SELECT j->>'phenomenon' FROM given))
    WHERE date BETWEEN ${FIRST} AND ${DAY} AND coalesce(address_id, company_id) IS NOT NULL)
  WHERE gap IS NULL OR gap >= (SELECT j->>'gap' FROM given)`

/** One case counts once, however many rows it has; a row without a case number is a case of its own. */
const CASE = "CASE WHEN case_number = '' THEN id ELSE case_number END"
const inspections = `
  SELECT min(id) AS record, max(address_id) AS address, max(company_id) AS company, max(inspected) AS date, outcome AS detail
  FROM inspection_record WHERE inspected BETWEEN ${FIRST} AND ${DAY} GROUP BY ${CASE}`
const permitsDecided = `
  SELECT min(id) AS record, max(address_id) AS address, max(company_id) AS company, max(decided) AS date, outcome AS detail
  FROM permit_record
  WHERE decided BETWEEN ${FIRST} AND ${DAY} AND outcome IN (SELECT value FROM json_each((SELECT j->'decided' FROM given))) GROUP BY ${CASE}`
const refusedPermits = `
  SELECT min(id) AS record, max(address_id) AS address, max(company_id) AS company, max(decided) AS date, outcome AS detail
  FROM permit_record
  WHERE decided BETWEEN ${FIRST} AND ${DAY} AND outcome IN (SELECT value FROM json_each((SELECT j->'refused' FROM given))) GROUP BY ${CASE}`

/** Codes of risk branches match as beginnings of a code, within their own version of the SBI. */
const riskBranchLocations = `
  WITH risky AS MATERIALIZED (
    SELECT known.sbi_version AS sbi_version, known.sbi AS sbi
    FROM (SELECT DISTINCT sbi_version, sbi FROM branch_location) AS known JOIN json_each((SELECT j->'codes' FROM given)) AS code
    WHERE sbi_version = code.value->>'version' AND substr(sbi, 1, length(code.value->>'start')) = code.value->>'start')
  ${LOCATION} WHERE ${ACTIVE} AND (sbi_version, sbi) IN (SELECT sbi_version, sbi FROM risky)`

const churn = `
  SELECT record_id AS record, address_id AS address, company_id AS company, started AS date, 'begonnen' AS detail
  FROM branch_location WHERE started BETWEEN ${FIRST} AND ${DAY}
  UNION ALL
  SELECT record_id, address_id, company_id, ended, 'gestopt' FROM branch_location WHERE ended BETWEEN ${FIRST} AND ${DAY}`

const crowdedLocations = `
  SELECT l.record_id AS record, l.address_id AS address, l.company_id AS company, l.started AS date, full.n AS detail
  FROM branch_location AS l JOIN (
    SELECT address_id, count(*) AS n FROM branch_location WHERE address_id IS NOT NULL AND ${ACTIVE} GROUP BY address_id
    HAVING n BETWEEN (SELECT j->>'least' FROM given) AND (SELECT j->>'most' FROM given)) AS full ON full.address_id = l.address_id
  JOIN address AS a ON a.id = l.address_id
  WHERE a.floor_area > 0 AND a.floor_area < full.n * (SELECT j->>'metres' FROM given)
    AND (l.started IS NULL OR l.started <= ${DAY}) AND (l.ended IS NULL OR l.ended > ${DAY})`

/**
 * Somebody without a number of his own counts as himself; an appointment at the founding is no change. Companies are looked up in their own
 * order, after grouping: they do not fit the cache where there are millions.
 */
const officeChanges = `
  WITH moved AS (
    SELECT id, company_id, coalesce('p' || person_id, 'c' || officer_company_id, 'r' || id) AS who, started AS date, 'aangetreden' AS detail
    FROM office_record WHERE started BETWEEN ${FIRST} AND ${DAY} AND office IN (SELECT value FROM json_each((SELECT j->'offices' FROM given)))
    UNION ALL
    SELECT id, company_id, coalesce('p' || person_id, 'c' || officer_company_id, 'r' || id), ended, 'afgetreden'
    FROM office_record WHERE ended BETWEEN ${FIRST} AND ${DAY} AND office IN (SELECT value FROM json_each((SELECT j->'offices' FROM given))))
  SELECT m.record AS record,
    (SELECT address_id FROM branch_location WHERE company_id = c.id ORDER BY id LIMIT 1) AS address, c.id AS company, m.date AS date, m.detail AS detail
  FROM (SELECT min(id) AS record, company_id, date, detail FROM moved GROUP BY company_id, who, date, detail) AS m JOIN company AS c ON c.id = m.company_id
  WHERE m.detail = 'afgetreden' OR c.started IS NULL OR coalesce(julianday(m.date) - julianday(c.started), 99) > 31`
/** Without the index: that would look up every office in order of company, and they stand in no such order. */
const companiesWithOfficers = `
  SELECT lead_record AS record, (SELECT address_id FROM branch_location WHERE company_id = company.id ORDER BY id LIMIT 1) AS address,
    id AS company, started AS date, '' AS detail
  FROM company WHERE coalesce(started, '') <= ${DAY} AND (ended IS NULL OR ended >= ${FIRST})
    AND id IN (SELECT company_id FROM office_record NOT INDEXED WHERE company_id IS NOT NULL AND (started IS NULL OR started <= ${DAY}))`

const SINCE = `date >= ${FIRST}`

const passedOnDwellings = `
  SELECT max(newest) AS record, address, NULL AS company, max(date) AS date, count(*) AS detail, max(area) AS area
  FROM transfer WHERE ${SINCE} AND is_dwelling GROUP BY address
  HAVING count(*) >= (SELECT j->>'least' FROM given) AND EXISTS (SELECT 1 FROM address AS a WHERE a.id = transfer.address AND ${IN_USE})`
const ownedDwellings = rowsOf(addressesWith(`is_dwelling AND EXISTS (SELECT 1 FROM ownership_record WHERE address_id = used.id AND (started IS NULL OR started <= ${DAY}))`))

/** Transfers in the period, of which some column is told beside. */
const transfersWith = (counted: string, { company = 'NULL', detail }: { company?: string; detail: string }): Carriers => ({
  source: 'transfer', counted: [SINCE, ...(counted === '' ? [] : [counted])].join(' AND '), company, columns: `record, address, ${company} AS company, date, ${detail} AS detail`,
})

/** The party of a resale is who sold: who held it for so short a time. */
const resale = transfersWith('', { company: 'seller', detail: 'CAST(held AS INTEGER)' })
const QUICK = "held <= (SELECT j->>'days' FROM given)"

const priced = transfersWith("price > 0 AND woz > 0 AND covers_more = 0 AND abs(julianday(date) - julianday(woz_date)) <= (SELECT j->>'days' FROM given)", {
  company: 'company', detail: 'round(1.0 * price / woz, 2)',
})
const ODD = "1.0 * price / woz NOT BETWEEN (SELECT j->>'low' FROM given) AND (SELECT j->>'high' FROM given)"

/**
 * Two sales of one dwelling after each other, with how far the second price lies from what the first and the level of prices (given as
 * `levels` per year, see score/priceLevel.ts) lead one to expect: ln(p₂/p₁) − (level₂ − level₁).
 */
const LEVEL = (date: string) => `((SELECT j->'levels' FROM given) ->> substr(${date}, 1, 4))`
const JUMP = `(ln(1.0 * price / former_price) - (${LEVEL('date')} - ${LEVEL('former')}))`
const resold = transfersWith(`is_dwelling AND price > 0 AND covers_more = 0 AND former_price > 0 AND length(former) = 10
  AND former >= (SELECT j->>'earliest' FROM given) AND ${JUMP} IS NOT NULL`, { detail: `round(exp(${JUMP}), 2)` })
const JUMPED = `abs(${JUMP}) > (SELECT j->>'deviations' FROM given) * (SELECT j->>'spread' FROM given)`

/** Only deliveries that know of mortgages, given as `mortgaging` (store/mortgageDeliveries.ts), can say there was none. */
const purchase = transfersWith("price > 0 AND by_company = 0 AND is_dwelling AND record / 4294967296 IN (SELECT value FROM json_each((SELECT j->'mortgaging' FROM given)))", { detail: 'price' })

const mortgaged = transfersWith("mortgage > 0 AND lender <> ''", { company: 'company', detail: 'lender' })

const BUYER = 'FROM company AS c WHERE c.id = transfer.company'
const companyPurchase = transfersWith(`company IS NOT NULL AND EXISTS (SELECT 1 ${BUYER})`, { company: 'company', detail: `coalesce((SELECT c.started ${BUYER}), '')` })
const FRESH = `(SELECT julianday(date) - julianday(c.started) BETWEEN 0 AND (SELECT j->>'days' FROM given)
    OR c.ended <= ${DAY} AND julianday(c.ended) - julianday(date) BETWEEN 0 AND (SELECT j->>'days' FROM given) ${BUYER})`

/** What companies own now; who owns more than `most` addresses (housing corporations) is left out on both sides. */
const held = (column = '') => `
  SELECT ${column}h.record AS record, h.address AS address, h.company AS company, h.date AS date, c.legal_form AS detail
  FROM (SELECT *, count(*) OVER (PARTITION BY company) AS n FROM (
    SELECT min(id) AS record, address_id AS address, company_id AS company, max(started) AS date FROM ownership_record
    WHERE company_id IS NOT NULL AND address_id IS NOT NULL AND (started IS NULL OR started <= ${DAY}) AND (ended IS NULL OR ended > ${DAY})
    GROUP BY company_id, address_id)) AS h JOIN company AS c ON c.id = h.company
  WHERE h.n <= (SELECT j->>'most' FROM given)`
const OPAQUE = "c.legal_form IN (SELECT value FROM json_each((SELECT j->'legalForms' FROM given)))"

/** By the name an indicator gives in `measure`. */
export const measures = {
  measuresTaken: { events: { sql: measuresTaken }, area: addresses, branch: locations, party: 'tenant', dated: 'events' },
  reports: { events: { sql: reports }, area: addresses, branch: locations, party: 'tenant', dated: 'events', isPerPlace: true },
  inspections: { events: { sql: inspections }, area: addresses, branch: locations, party: 'tenant', dated: 'events' },
  refusedPermits: { events: { sql: refusedPermits }, area: { sql: permitsDecided }, branch: { sql: permitsDecided }, party: 'tenant', dated: 'both' },
  vacantDwellings: among(settledDwellings, VACANT, null),
  premisesWithoutLocation: among(settledPremises, ESTABLISHED, null),
  passedOnDwellings: { events: { sql: passedOnDwellings }, area: ownedDwellings, branch: null, party: 'company' },
  purchasesWithoutMortgage: { ...among(purchase, 'mortgage = 0', null), dated: 'both' },
  privateLenders: { ...among(mortgaged, "lender = 'natuurlijk-persoon'", null), dated: 'both' },
  quickResales: { ...among(resale, QUICK, rowsOf(resale)), dated: 'both' },
  oddPrices: { ...among(priced, ODD, rowsOf(priced)), dated: 'both' },
  priceJumps: { ...among(resold, JUMPED, null), dated: 'both' },
  freshOwners: { ...among(companyPurchase, FRESH, rowsOf(companyPurchase)), dated: 'both' },
  opaqueOwners: amongSelected(held, OPAQUE),
  riskBranchLocations: { events: { sql: riskBranchLocations }, area: locations, branch: locations, party: 'company' },
  churn: { events: { sql: churn }, area: locationsMeanwhile, branch: locationsMeanwhile, party: 'company', dated: 'events' },
  officeChanges: { events: { sql: officeChanges }, area: { sql: companiesWithOfficers }, branch: { sql: companiesWithOfficers }, party: 'company', dated: 'events' },
  crowdedLocations: { events: { sql: crowdedLocations }, area: locations, branch: locations, party: 'company' },
} as const satisfies Record<string, Measure>

export type MeasureName = keyof typeof measures

/** The addresses an area or branch is looked up for; empty for all of them. */
export type Within = 'everywhere' | 'between' | 'areas' | 'branch'

const WITHIN: Record<Within, (address: string) => string> = {
  everywhere: () => '1',
  between: (address) => `${address} BETWEEN (SELECT j->>'from' FROM given) AND (SELECT j->>'to' FROM given)`,
  areas: (address) => `${address} IN (SELECT id FROM address WHERE area_id IN (SELECT value FROM json_each((SELECT j->'areas' FROM given))))`,
  branch: (address) => `${address} IN (SELECT o.address_id FROM company AS c JOIN ownership_record AS o ON o.company_id = c.id
    WHERE c.sbi_version = (SELECT j->>'version' FROM given) AND c.sbi GLOB (SELECT j->>'start' FROM given) || '*')`,
}

/**
 * What fragments about addresses draw from: `used`, the addresses in use, and `transfer`: an address changes hands once per day on
 * which rights begin, so that co-owners and second deliveries make no second transfer; with who held it before, and for which price. When that
 * was is looked up with the group, so that it is looked up once. Both come in order of address.
 */
export const sources = {
  used: (within: Within) => `SELECT record_id AS record, id, coalesce(area_id, 0) AS area, use_purpose, floor_area, (${DWELLING}) AS is_dwelling, (${SETTLED}) AS is_settled
    FROM address WHERE ${IN_USE} AND ${WITHIN[within]('id')}`,
  transfer: (within: Within) => `SELECT record, newest, address, coalesce(a.area_id, 0) AS area, (${DWELLING}) AS is_dwelling, company, date, former, price, covers_more, mortgage, lender,
      woz, woz_date, by_company, (SELECT max(o.company_id) FROM ownership_record AS o WHERE o.address_id = address AND o.started = former) AS seller,
      (SELECT CASE WHEN max(coalesce(o.price_covers_more, 0)) = 0 THEN max(o.price) END FROM ownership_record AS o WHERE o.address_id = address AND o.started = former) AS former_price,
      julianday(date) - julianday(former) AS held
    FROM (SELECT min(id) AS record, max(id) AS newest, address_id AS address, max(company_id) AS company, started AS date, max(price) AS price,
        max(coalesce(price_covers_more, 0)) AS covers_more, max(coalesce(mortgage, 0)) AS mortgage, max(mortgagee_kind) AS lender, max(woz_value) AS woz,
        max(woz_date) AS woz_date, max(company_id IS NOT NULL OR owner_kvk IS NOT NULL) AS by_company,
        (SELECT max(o.started) FROM ownership_record AS o WHERE o.address_id = r.address_id AND o.started < r.started) AS former
      FROM ownership_record AS r WHERE address_id IS NOT NULL AND started BETWEEN ${FIRST} AND ${DAY} AND ${WITHIN[within]('address_id')} GROUP BY address_id, started) AS t
      JOIN address AS a ON a.id = t.address`,
}
export type SourceName = keyof typeof sources
