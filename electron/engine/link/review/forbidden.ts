import type { Party } from '#shared/contract/review.ts'
import { formatDate } from '#shared/text/format.ts'
import { legalFormLabel } from '#shared/text/names.ts'
import { companyNameKey } from '../../normalise/company.ts'
import type { Reader } from '../../store/database.ts'
import { basisOfRecords, recordsOfEntity } from '../../store/entities.ts'
import { heldVerdicts, type HeldVerdict } from '../../store/linkDecisions.ts'
import { entityOfRecord, hardKeyOf } from '../../store/reviewPairs.ts'
import { companySide, personSide, type CompanySideRow } from '../../store/reviewRows.ts'
import { areYearsApart } from '../compareDates.ts'
import { meaningOfDate } from '../personEvidence.ts'
import { keyOfRecord } from '../recordKey.ts'

/** The entities a row belongs to, verdicts that wait to be applied included, and all their rows. */
interface Side {
  row: number
  entities: ReadonlySet<number>
  records: readonly number[]
}

/**
 * Why two rows can never be one, in Dutch; null when they can. The same that clustering refuses: it looks at all rows of both
 * entities, and names, alike or not, weigh nothing against it.
 */
export function forbiddenWhy(reader: Reader, party: Party, left: number, right: number): string | null {
  const held = heldVerdicts(reader, party)
  const [one, other] = [sideOf(reader, party, left, held), sideOf(reader, party, right, held)]
  const why = party === 'person' ? personsWhy(reader, one, other) : companiesWhy(reader, one, other)
  return why ?? (decidedApart(reader, party, one, other, held) ? 'Eerder is besloten dat rijen van deze twee niet dezelfde zijn. Trek dat besluit eerst in.' : null)
}

function sideOf(reader: Reader, party: Party, row: number, held: readonly HeldVerdict[]): Side {
  const entities = new Set<number>()
  const records = new Set<number>()
  const same = held.filter(({ verdict }) => verdict === 'zelfde')
  const open = [row]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const entity = entityOfRecord(reader, party, next)
    if (records.has(next) || (entity !== undefined && entities.has(entity))) continue
    if (entity !== undefined) entities.add(entity)
    const own = entity === undefined ? [next] : recordsOfEntity(reader, party, entity)
    for (const record of own) records.add(record)
    for (const { leftRecord, rightRecord } of same) {
      if (own.includes(leftRecord)) open.push(rightRecord)
      if (own.includes(rightRecord)) open.push(leftRecord)
    }
  }
  return { row, entities, records: [...records] }
}

function personsWhy(reader: Reader, one: Side, other: Side): string | null {
  if (haveTwoKeys(reader, 'person', one, other)) {
    const [left, right] = [personSide(reader, one.row)?.bsnHash ?? '', personSide(reader, other.row)?.bsnHash ?? '']
    return left !== '' && right !== '' && left !== right ? 'De rijen hebben elk een ander BSN.' : 'De personen bij wie deze rijen horen, hebben elk een ander BSN.'
  }
  const datesOf = ({ records }: Side): string[] => [...new Set(records.map((record) => meaningOfDate(personSide(reader, record)?.birthDate ?? null)))]
  for (const date of datesOf(one)) {
    const apart = datesOf(other).find((far) => areYearsApart(date, far))
    if (apart !== undefined) return `De geboortedata liggen jaren uiteen: ${formatDate(date)} en ${formatDate(apart)}.`
  }
  return null
}

function companiesWhy(reader: Reader, one: Side, other: Side): string | null {
  if (haveTwoKeys(reader, 'company', one, other)) {
    const [left, right] = [companySide(reader, one.row)?.kvk ?? null, companySide(reader, other.row)?.kvk ?? null]
    return left !== null && right !== null && left !== right ? 'De rijen hebben elk een ander KVK-nummer.' : 'De bedrijven bij wie deze rijen horen, hebben elk een ander KVK-nummer.'
  }
  const [left, right] = [unitsOf(reader, one), unitsOf(reader, other)]
  for (const a of left) {
    for (const b of right) {
      if (a.rsin !== null && b.rsin !== null && a.rsin !== b.rsin) return 'De bedrijven hebben elk een ander RSIN.'
      if (a.forms.size > 0 && b.forms.size > 0 && [...a.forms].every((form) => !b.forms.has(form))) return `De rechtsvormen verschillen: ${formWords(a.forms)} en ${formWords(b.forms)}.`
    }
  }
  return null
}

/** Whether the entities of the two sides, taken together, have two BSNs or two KVK numbers that are a key. */
function haveTwoKeys(reader: Reader, party: Party, one: Side, other: Side): boolean {
  const keys = [...one.entities, ...other.entities].map((entity) => hardKeyOf(reader, party, entity)).filter((key) => key !== null)
  return new Set(keys).size > 1
}

interface CompanyUnit {
  /** of its first row that has one */
  rsin: number | null
  forms: Set<string>
}

/** What the rows of a company say together where they are joined by number, and each by itself where they are joined by likeness. */
function unitsOf(reader: Reader, { entities, records }: Side): CompanyUnit[] {
  const units = new Map<string, CompanyUnit>()
  const basis = new Map([...entities].flatMap((entity) => [...basisOfRecords(reader, 'company', entity)]))
  for (const record of records) {
    const row = companySide(reader, record)
    if (!row) continue
    const key = basis.get(record) === 'likeness' ? `${record}` : `entity ${entityOfRecord(reader, 'company', record) ?? record}`
    const unit = units.get(key) ?? { rsin: null, forms: new Set() }
    units.set(key, unit)
    unit.rsin ??= row.rsin
    for (const form of formsOf(row)) unit.forms.add(form)
  }
  return [...units.values()]
}

function formsOf({ legalForm, name, tradeName }: CompanySideRow): string[] {
  return [legalForm, companyNameKey(name).form, companyNameKey(tradeName).form].filter((form) => form !== '')
}

function formWords(forms: ReadonlySet<string>): string {
  return [...forms].map((form) => legalFormLabel[form] ?? form).join(' of ')
}

/** Whether an earlier verdict keeps other rows of the two sides apart. */
function decidedApart(reader: Reader, party: Party, left: Side, right: Side, held: readonly HeldVerdict[]): boolean {
  const apart = held.filter(({ verdict }) => verdict === 'verschillend')
  if (apart.length === 0) return false
  const keyOf = (record: number): string => keyOfRecord(reader, party, record)?.toString('hex') ?? ''
  const [one, other] = [new Set(left.records.map(keyOf)), new Set(right.records.map(keyOf))]
  const pair = [keyOf(left.row), keyOf(right.row)].sort().join(' ')
  return apart.some(({ leftKey, rightKey }) => {
    if (`${leftKey} ${rightKey}` === pair) return false
    return (one.has(leftKey) && other.has(rightKey)) || (one.has(rightKey) && other.has(leftKey))
  })
}
