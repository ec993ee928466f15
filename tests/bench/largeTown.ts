import type { Store, Writer } from '../../electron/engine/store/database.ts'
import { identifier } from '../../electron/engine/store/sql.ts'

/** How large a municipality is made; `facts` are rows of all registers together. */
export interface TownSize {
  areas: number
  addresses: number
  companies: number
  facts: number
}

/** Which delivery holds the rows of which kind, and the share of the facts that are of it. */
const registers = [
  { kind: 'address', delivery: 1, share: 0 }, { kind: 'area', delivery: 2, share: 0 }, { kind: 'company', delivery: 3, share: 0 },
  { kind: 'person', delivery: 4, share: 0.3 }, { kind: 'office', delivery: 5, share: 0.08 }, { kind: 'ownership', delivery: 6, share: 0.4 },
  { kind: 'permit', delivery: 7, share: 0.08 }, { kind: 'inspection', delivery: 8, share: 0.08 }, { kind: 'measure', delivery: 9, share: 0.01 },
  { kind: 'signal', delivery: 10, share: 0.05 },
] as const

const COUNTER = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)'
/** A whole number below the second parameter that looks like chance and is the same every time. */
const DRAW = '((i * 2654435761 + (i / 7) * 40503) % 1000000007)'
/** The same of the row before for every third row: these two then have one address. */
const DRAW_IN_PAIRS = DRAW.replaceAll(/\bi\b/g, '(i - (i % 3 = 2))')
const LARGEST_AREA = 12_000

/** From so many facts on it pays to make the indexes afterwards. */
const VERY_MANY = 2_000_000

/**
 * Fills an empty vault as import and link leave it, with SQL alone: quick enough for millions of rows. Values are spread by a
 * fixed hash; areas differ in size.
 * @param onStep called before each of so many steps
 */
export function fillLargeTown(store: Store, size: TownSize, onStep: (done: number, total: number) => void = () => undefined): void {
  const isLarge = size.facts > VERY_MANY
  // nobody's data: it need not outlive a power cut
  if (isLarge) store.scratch('PRAGMA synchronous=OFF')
  const indexes = isLarge ? store.write(dropIndexes) : []
  const steps: ((writer: Writer) => unknown)[] = [
    (writer) => addGround(writer, size),
    (writer) => addAddresses(writer, size),
    (writer) => addCompanies(writer, size),
    ...registers.filter(({ share }) => share > 0).map(({ kind, delivery, share }) => (writer: Writer) => addFacts(writer, kind, delivery, Math.round(size.facts * share), size)),
    ...indexes.map((sql) => (writer: Writer) => writer.run(sql)),
  ]
  for (const [done, step] of steps.entries()) {
    onStep(done, steps.length)
    store.write(step)
  }
  store.tidy()
}

function addGround(writer: Writer, { areas }: TownSize): void {
  for (const { kind, delivery } of registers) addDelivery(writer, kind, delivery)
  addAreas(writer, areas)
  writer.run("INSERT INTO street (name, city, name_key, city_key) VALUES ('Meetstraat', 'Almere', 'meetstraat', 'almere')")
}

/** @returns what makes them again */
function dropIndexes(writer: Writer): string[] {
  const found = writer.all<{ name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND (tbl_name LIKE '%\\_record' ESCAPE '\\' OR tbl_name IN ('address', 'branch_location'))",
  )
  for (const { name } of found) writer.run(`DROP INDEX ${identifier(name)}`)
  return found.map(({ sql }) => sql)
}

/** An address nobody reported hennep at, with one company: one more report there counts for its buurt, its wijk and both levels of its branch. */
const UNREPORTED = `SELECT address_id FROM branch_location AS l WHERE address_id IS NOT NULL AND ended IS NULL AND started < '2020'
  AND NOT EXISTS (SELECT 1 FROM signal_record AS s WHERE s.address_id = l.address_id AND s.phenomenon = 'hennep')
  AND 1 = (SELECT count(DISTINCT company_id) FROM branch_location AS other WHERE other.address_id = l.address_id) ORDER BY id LIMIT 1`

/** Gives the signals that were taken in just now their address, as linking leaves them. */
export function placeSignals(store: Store): void {
  store.write((writer) => writer.run(`UPDATE signal_record SET address_id = (${UNREPORTED}), address_match = 1 WHERE address_id IS NULL`))
}

function addDelivery(writer: Writer, kind: string, id: number): void {
  writer.run(
    `INSERT INTO delivery (id, kind, file, hash, sheet, read_as, supplier, reference_date, mapping, fingerprint, purpose, account, name, at, rows_read, accepted, repaired, refused, dropped)
     VALUES (?, ?, 'meetbank', ?, '', 'CSV', ?, '2026-11-01', '{}', ?, '', '', '', '2026-11-02T00:00:00Z', 1, 1, 0, 0, '[]')`,
    id, kind, `${id}`, kind, `${id}`,
  )
}

/** Square buurten of a kilometre in wijken of ten; codes as CBS builds them. */
function addAreas(writer: Writer, areas: number): void {
  if (areas > LARGEST_AREA) throw new RangeError('more areas than there are codes')
  const insert = writer.prepare('INSERT INTO area (id, code, name, level, parent_code, rings, min_x, min_y, max_x, max_y, record_id) VALUES (?,?,?,?,?,?,?,?,?,?,?)')
  const square = (i: number) => {
    const [x, y] = [100_000 + (i % 100) * 1000, 400_000 + Math.floor(i / 100) * 1000]
    return { ring: JSON.stringify([[x, y, x + 1000, y, x + 1000, y + 1000, x, y + 1000]]), box: [x, y, x + 1000, y + 1000] as const }
  }
  for (let i = 0; i < areas; i += 1) {
    const wijk = `WK${String(100 + Math.floor(i / 10)).padStart(6, '0')}`
    const { ring, box } = square(i)
    if (i % 10 === 0) insert(areas + 1 + i / 10, wijk, `Wijk ${i / 10 + 1}`, 'wijk', null, ring, ...box, 2 * 2 ** 32 + areas + i)
    insert(i + 1, `BU${wijk.slice(2)}${String(i % 10).padStart(2, '0')}`, `Buurt ${i + 1}`, 'buurt', wijk, ring, ...box, 2 * 2 ** 32 + i)
  }
}

function addAddresses(writer: Writer, { addresses, areas }: TownSize): void {
  writer.run(
    `${COUNTER} INSERT INTO address (id, street_id, number, letter, suffix, postcode, use_purpose, floor_area, build_year, status, area_id, record_id)
     SELECT 34200000000000 + i, 1, 1 + i % 99999, '', '', '1300AA', CASE WHEN ${DRAW} % 7 = 0 THEN 'industriefunctie' ELSE 'woonfunctie' END, 40 + ${DRAW} % 160, 1975 + ${DRAW} % 48,
       'Verblijfsobject in gebruik', 1 + min(${DRAW} % ?, (${DRAW} / 31) % ?), 4294967296 + i FROM n`,
    addresses, areas, areas,
  )
}

const CODES = ['56101', '62010', '41201', '69101', '70221', '71111', '73111', '74101', '86911', '96021', '95291', '47110', '45112', '77111', '68203', '81221', '56301', '47761', '43341', '78201']

function addCompanies(writer: Writer, { companies, addresses }: TownSize): void {
  const sbi = `(SELECT value FROM json_each('${JSON.stringify(CODES)}') WHERE key = ${DRAW} % ${CODES.length})`
  const since = "date('2026-11-01', '-' || (" + DRAW + " % 9000) || ' days')"
  writer.run(
    `${COUNTER} INSERT INTO company (id, kvk, name, name_key, legal_form, sbi, sbi_version, started, ended, lead_record)
     SELECT i, 90000000 + i, 'Bedrijf ' || i, '', CASE WHEN ${DRAW} % 20 = 0 THEN 'stichting' ELSE 'bv' END, ${sbi}, CASE WHEN i % 6 = 0 THEN '2025' ELSE '2008' END, ${since},
       CASE WHEN i % 9 = 0 THEN '2026-05-01' END, 3 * 4294967296 + i FROM n`,
    companies,
  )
  writer.run(
    `${COUNTER} INSERT INTO branch_location (id, branch_number, company_id, name, address_id, sbi, sbi_version, started, ended, employees, record_id)
     SELECT c.id, c.id, c.id, '', 34200000000001 + (c.id * 2654435761) % ?, c.sbi, c.sbi_version, c.started, c.ended, 1, c.lead_record FROM n JOIN company AS c ON c.id = n.i`,
    companies, addresses,
  )
}

const NO_ADDRESS = "'', NULL, '', '', '', ''"
const DAY = "date('2026-11-01', '-' || (" + DRAW + " % 3000) || ' days')"
const ADDRESS_COLUMNS = 'given_street, given_number, given_letter, given_suffix, given_postcode, given_city, address_id, address_match'
const PERSON_COLUMNS = 'given_names, initials, prefix, family_name'
/** `?2` stands for the delivery, `?3` for how many addresses there are (for offices: companies), `?4` for how many companies. */
const facts: Record<string, string> = {
  person: `INSERT INTO person_record (id, person_number, ${PERSON_COLUMNS}, started, ${ADDRESS_COLUMNS})
    SELECT ?2 * 4294967296 + i, '', '', '', '', '', '2010-01-01', ${NO_ADDRESS}, 34200000000001 + ${DRAW} % ?3, 1 FROM n`,
  office: `INSERT INTO office_record (id, kvk, office, authority, ${PERSON_COLUMNS}, officer_name, started, ended, company_id, person_id)
    SELECT ?2 * 4294967296 + i, 1, 'bestuurder', '', '', '', '', '', '', ${DAY}, CASE WHEN i % 5 = 0 THEN '2026-02-01' END, 1 + ${DRAW} % ?3, i FROM n`,
  ownership: `INSERT INTO ownership_record (id, cadastral_id, real_right, ${PERSON_COLUMNS}, owner_name, started, ended, price, price_covers_more, mortgage, mortgagee, mortgagee_kind, woz_value, woz_date, ${ADDRESS_COLUMNS}, company_id)
    SELECT ?2 * 4294967296 + i, '', 'eigendom', '', '', '', '', '', ${DAY}, NULL, 200000 + ${DRAW} % 300000, 0, CASE WHEN i % 6 = 0 THEN 0 ELSE 200000 END, '',
      CASE WHEN i % 29 = 0 THEN 'natuurlijk-persoon' ELSE 'bank' END, 320000, ${DAY}, ${NO_ADDRESS}, 34200000000001 + ${DRAW_IN_PAIRS} % ?3, 1, CASE WHEN i % 8 = 0 THEN 1 + ${DRAW} % ?4 END FROM n`,
  permit: `INSERT INTO permit_record (id, case_number, permit_kind, decided, outcome, applicant_name, ${PERSON_COLUMNS}, ${ADDRESS_COLUMNS}, company_id)
    SELECT ?2 * 4294967296 + i, 'V' || i, 'exploitatie', ${DAY}, CASE WHEN ${DRAW} % 9 = 0 THEN 'geweigerd' ELSE 'verleend' END, '', '', '', '', '', ${NO_ADDRESS}, 34200000000001 + ${DRAW} % ?3, 1, 1 + ${DRAW} % ?4 FROM n`,
  inspection: `INSERT INTO inspection_record (id, case_number, inspection_kind, inspected, department, outcome, phenomenon, ${ADDRESS_COLUMNS})
    SELECT ?2 * 4294967296 + i, 'C' || i, 'controle', ${DAY}, 'Toezicht', 'geen-bijzonderheden', 'overig', ${NO_ADDRESS}, 34200000000001 + ${DRAW} % ?3, 1 FROM n`,
  measure: `INSERT INTO measure_record (id, case_number, measure_kind, legal_ground, phenomenon, started, ${ADDRESS_COLUMNS})
    SELECT ?2 * 4294967296 + i, 'M' || i, CASE WHEN i % 2 = 0 THEN 'kwekerij-geruimd' ELSE 'sluiting' END, '', 'hennep', ${DAY}, ${NO_ADDRESS}, 34200000000001 + ${DRAW} % ?3, 1 FROM n`,
  signal: `INSERT INTO signal_record (id, signal_number, department, signal_kind, phenomenon, started, received, contact_role, reporter_kind, ${ADDRESS_COLUMNS})
    SELECT ?2 * 4294967296 + i, 'S' || i, 'Toezicht', 'overlast', CASE i % 3 WHEN 0 THEN 'hennep' WHEN 1 THEN 'vastgoed' ELSE 'witwassen' END, ${DAY}, ${DAY}, '', '', ${NO_ADDRESS}, 34200000000001 + ${DRAW} % ?3, 1 FROM n`,
}

function addFacts(writer: Writer, kind: string, delivery: number, rows: number, { addresses, companies }: TownSize): void {
  const statement = facts[kind]
  if (statement === undefined) throw new Error(`no facts of kind ${kind}`)
  const numbers: Record<string, number> = { '?2': delivery, '?3': kind === 'office' ? companies : addresses, '?4': companies }
  writer.run(`${COUNTER} ${statement.replaceAll(/\?\d/g, (slot) => String(numbers[slot]))}`, rows)
}
