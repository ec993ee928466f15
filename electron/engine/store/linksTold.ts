import type { LinkKind } from '#shared/model/entity.ts'
import type { Value, Writer } from './database.ts'
import { heardAt } from './heardAt.ts'

/** The kind of link and the word that a value of `office_record.office` stands for. */
export interface OfficeMeaning {
  office: string
  kind: LinkKind
  label: string
}

/** A company that is known by the name a mortgagee goes by. */
export interface NamedMortgagee {
  mortgagee: string
  companyId: number
}

/** What records tell of links: a statement, and what its question marks stand for. */
export interface Told {
  sql: string
  values: Value[]
}

const COLUMNS = 'from_kind, from_ref, to_kind, to_ref, kind, label, started, ended, strength, share_part, share_whole, record_id'

/** The words by which offices are told of, and who the mortgagees are. */
export interface Naming {
  offices: readonly OfficeMeaning[]
  mortgagees: readonly NamedMortgagee[]
}

const SHARE = "iif(share_part IS NULL OR coalesce(share_whole, 0) = 0, '', ' ' || share_part || '/' || share_whole)"
/** the company when there is one, else the person */
const PARTY = 'iif(company_id IS NULL, 3, 2), coalesce(company_id, person_id)'

/**
 * A newer source of the same supplier replaces what an older one said is still so; what has ended stays as history. Of one source only
 * the newest state stands in the tables, so its deliveries count as one.
 */
const IS_CURRENT = 'ended IS NOT NULL OR delivery = newest'

const INTO = `INSERT INTO link_told (${COLUMNS})`

const establishments = (asked: string, which: string): string => `${INTO}
  SELECT 2, company_id, 1, address_id, 'established-at',
         CASE is_main WHEN 1 THEN 'hoofdvestiging' WHEN 0 THEN 'nevenvestiging' ELSE 'vestiging' END, started, ended, 'confirmed', NULL, NULL, id
    FROM (SELECT r.*, coalesce(d.series_id, d.id) AS delivery,
                 max(coalesce(d.series_id, d.id)) OVER (PARTITION BY coalesce(r.branch_number, -r.company_id), d.supplier) AS newest
            FROM company_record r JOIN delivery d ON d.id = r.id >> 32 WHERE r.company_id IS NOT NULL AND r.address_id IS NOT NULL AND ${heardAt('r.id')} ${asked})
   WHERE (${IS_CURRENT}) AND ${heardAt('id')} ${which}`

const residences = (which: string): string => `${INTO}
  SELECT 3, person_id, 1, address_id, 'lives-at', 'ingeschreven', started, ended, 'confirmed', NULL, NULL, id
    FROM (SELECT r.*, coalesce(d.series_id, d.id) AS delivery, max(coalesce(d.series_id, d.id)) OVER (PARTITION BY r.person_id, d.supplier) AS newest
            FROM person_record r JOIN delivery d ON d.id = r.id >> 32 WHERE r.person_id IS NOT NULL AND r.address_id IS NOT NULL AND ${heardAt('r.id')} ${which})
   WHERE (${IS_CURRENT}) AND ${heardAt('id')}`

// what the words mean is taken apart once, not again for every row
const offices = (which: string): string => `${INTO}
  WITH m AS MATERIALIZED (SELECT value ->> 'office' AS office, value ->> 'kind' AS kind, value ->> 'label' AS label FROM json_each(?))
  SELECT iif(r.officer_company_id IS NULL, 3, 2), coalesce(r.officer_company_id, r.person_id), 2, r.company_id, coalesce(m.kind, 'proxy'),
         coalesce(m.label, replace(r.office, '_', ' ')) || CASE
           WHEN m.kind = 'shareholder' THEN ${SHARE}
           ELSE CASE r.authority WHEN 'zelfstandig' THEN ', zelfstandig bevoegd' WHEN 'gezamenlijk' THEN ', gezamenlijk bevoegd' WHEN 'niet' THEN ', niet bevoegd' ELSE '' END
         END,
         r.started, r.ended, 'confirmed', r.share_part, r.share_whole, r.id
    FROM office_record r LEFT JOIN m ON m.office = r.office
   WHERE r.company_id IS NOT NULL AND (r.person_id IS NOT NULL OR r.officer_company_id IS NOT NULL) AND ${heardAt('r.id')} ${which}`

const ownerships = (which: string): string => `${INTO}
  SELECT ${PARTY}, 1, address_id, 'owner', real_right || ${SHARE}, started, ended, 'confirmed', share_part, share_whole, id
    FROM ownership_record WHERE address_id IS NOT NULL AND (person_id IS NOT NULL OR company_id IS NOT NULL) AND ${heardAt('id')} ${which}`

/** A mortgagee is only known by name, so that its link is no more than likely. */
const mortgages = (which: string): string => `${INTO}
  WITH m AS MATERIALIZED (SELECT value ->> 'mortgagee' AS mortgagee, value ->> 'companyId' AS company_id FROM json_each(?))
  SELECT 2, m.company_id, 1, r.address_id, 'mortgagee', 'hypotheek', r.started, r.ended, 'suspected', NULL, NULL, r.id
    FROM ownership_record r JOIN m ON m.mortgagee = r.mortgagee
   WHERE r.address_id IS NOT NULL AND ${heardAt('r.id')} ${which}`

const applications = (which: string): string => `${INTO}
  SELECT ${PARTY}, 1, address_id, 'applicant', iif(permit_kind = '', 'vergunning', permit_kind), coalesce(applied, started), ended, 'confirmed', NULL, NULL, id
    FROM permit_record WHERE address_id IS NOT NULL AND (person_id IS NOT NULL OR company_id IS NOT NULL) AND ${heardAt('id')} ${which}`

/** What all records tell. */
export function toldByAll(naming: Naming): Told[] {
  const [meanings, names] = [JSON.stringify(naming.offices), JSON.stringify(naming.mortgagees)]
  return [
    { sql: establishments('', ''), values: [] },
    { sql: residences(''), values: [] },
    { sql: offices(''), values: [meanings] },
    { sql: ownerships(''), values: [] },
    { sql: mortgages(''), values: [names] },
    { sql: applications(''), values: [] },
  ]
}

const OF_PERSON = 'AND person_id IN (SELECT id FROM link_touched WHERE kind = 3)'
const OF_COMPANY = 'AND company_id IN (SELECT id FROM link_touched WHERE kind = 2)'
/** Their rows, and those that give a branch of theirs to another company: what of a branch is still so, all of its rows tell. */
const BESIDE_COMPANY = `AND r.id IN (
  WITH own AS (SELECT id, branch_number FROM company_record WHERE company_id IN (SELECT id FROM link_touched WHERE kind = 2))
  SELECT id FROM own UNION SELECT other.id FROM own CROSS JOIN company_record other ON other.branch_number = own.branch_number)`

/** What is told of the persons and companies in the table `link_touched`, and what records after one tell of companies that were known. */
export function toldSince(naming: Naming, after: number, isOfCompanies: boolean): Told[] {
  const [meanings, names] = [JSON.stringify(naming.offices), JSON.stringify(naming.mortgagees)]
  const ofCompanies: Told[] = [
    { sql: establishments(BESIDE_COMPANY, OF_COMPANY), values: [] },
    { sql: offices(`AND (r.company_id IN (SELECT id FROM link_touched WHERE kind = 2) OR officer_company_id IN (SELECT id FROM link_touched WHERE kind = 2))`), values: [meanings] },
    { sql: ownerships(OF_COMPANY), values: [] },
    { sql: applications(OF_COMPANY), values: [] },
  ]
  return [
    { sql: residences(OF_PERSON), values: [] },
    { sql: offices(`${OF_PERSON} AND officer_company_id IS NULL`), values: [meanings] },
    { sql: offices('AND officer_company_id IS NOT NULL AND r.id > ?'), values: [meanings, after] },
    { sql: ownerships(`${OF_PERSON} AND company_id IS NULL`), values: [] },
    { sql: ownerships('AND company_id IS NOT NULL AND id > ?'), values: [after] },
    { sql: mortgages('AND r.id > ?'), values: [names, after] },
    { sql: applications(`${OF_PERSON} AND company_id IS NULL`), values: [] },
    { sql: applications('AND company_id IS NOT NULL AND id > ?'), values: [after] },
    ...(isOfCompanies ? ofCompanies : []),
  ]
}

/** The bare columns beside max() come from the row that has it. */
const ONCE = `
  INSERT INTO link_once (${COLUMNS})
  SELECT from_kind, from_ref, to_kind, to_ref, kind, label, started, ended, strength, share_part, share_whole, max(record_id)
    FROM link_told WHERE from_kind = ? AND NOT (from_kind = to_kind AND from_ref = to_ref) AND ${heardAt('record_id')}
   GROUP BY from_kind, from_ref, to_kind, to_ref, kind, label, started HAVING ${heardAt('max(record_id)')}
   ORDER BY from_kind, from_ref, to_kind, to_ref, kind, label, started`

/**
 * Fills the table `link_once` with what is told, by what it links from and to; the same thing told twice counts once, from its newest row.
 * Nothing links to itself.
 * @param beat is called now and then; may throw to stop
 */
export function gatherTold(writer: Writer, told: readonly Told[], beat: () => void): void {
  // in memory, and gone again when the transaction is undone
  writer.run(`CREATE TEMP TABLE link_told (${COLUMNS})`)
  writer.run(`CREATE TEMP TABLE link_once (${COLUMNS})`)
  for (const { sql, values } of told) {
    beat()
    writer.heeding(beat, () => writer.run(sql, ...values))
  }
  beat()
  // companies, then persons: while rows are sorted nothing is heard
  for (const kind of [2, 3]) writer.heeding(beat, () => writer.run(ONCE, kind))
  writer.run('DROP TABLE link_told')
  beat()
}
