import type { ComparedField } from '#shared/contract/review.ts'
import { formatDate, formatPeriod } from '#shared/text/format.ts'
import { addressLabel, kvkLabel, legalFormLabel, postcodeLabel } from '#shared/text/names.ts'
import { foldText } from '../../normalise/fold.ts'
import { fits, markLost } from '../../normalise/lostLetters.ts'
import type { CompanySideRow, PersonSideRow } from '../../store/reviewRows.ts'

/** What one row says under one heading, ready to be read. */
export interface SaidField {
  id: string
  label: string
  value: string
}

/** What one comparison weighed, and the values that carried it. */
export type Carried = Omit<ComparedField, 'label'>

/** How a row says where, and in what role; looked up before. */
export interface Places {
  address: (id: number) => string
  company: (id: number) => string
}

const roleWords: Record<PersonSideRow['role'], string> = { register: 'eigen registratie', office: 'functie', owner: 'eigendom', applicant: 'vergunningaanvraag' }

/** What a row says of a person, in a fixed order; never the BSN. */
export function personFields(row: PersonSideRow, places: Places): SaidField[] {
  return [
    { id: 'family-name', label: 'Achternaam', value: row.familyName },
    { id: 'prefix', label: 'Tussenvoegsel', value: row.prefix },
    { id: 'given-names', label: 'Voornamen', value: row.givenNames },
    { id: 'initials', label: 'Voorletters', value: row.initials },
    { id: 'birth-date', label: 'Geboortedatum', value: row.birthDate === null ? '' : formatDate(row.birthDate) },
    { id: 'address', label: 'Adres', value: placeOf(row, places) },
    { id: 'role', label: 'Komt voor als', value: roleOf(row, places, 'ingeschreven persoon') },
    { id: 'period', label: 'Periode', value: periodOf(row) },
  ]
}

/** What a row says of a company, in a fixed order. */
export function companyFields(row: CompanySideRow, places: Places): SaidField[] {
  return [
    { id: 'name', label: 'Naam', value: row.name },
    { id: 'trade-name', label: 'Handelsnaam', value: row.tradeName },
    { id: 'legal-form', label: 'Rechtsvorm', value: legalFormLabel[row.legalForm] ?? row.legalForm },
    { id: 'kvk', label: 'KVK-nummer', value: row.kvk === null ? '' : kvkLabel(row.kvk).replace('KVK ', '') },
    { id: 'branch-number', label: 'Vestigingsnummer', value: row.branchNumber === null ? '' : `${row.branchNumber}`.padStart(12, '0') },
    { id: 'rsin', label: 'RSIN', value: row.rsin === null ? '' : `${row.rsin}`.padStart(9, '0') },
    { id: 'address', label: 'Adres', value: placeOf(row, places) },
    { id: 'sbi', label: 'SBI', value: row.sbi },
    { id: 'role', label: 'Komt voor als', value: roleOf(row, places, 'inschrijving') },
    { id: 'period', label: 'Periode', value: periodOf(row) },
  ]
}

function placeOf(row: PersonSideRow | CompanySideRow, places: Places): string {
  if (row.addressId !== null) return places.address(row.addressId)
  if (row.street === '' || row.number === null) return [postcodeLabel(row.postcode), row.city].filter((part) => part !== '').join(' ')
  return [addressLabel({ street: row.street, number: row.number, letter: row.letter, suffix: row.suffix }), row.city].filter((part) => part !== '').join(', ')
}

function roleOf(row: PersonSideRow | CompanySideRow, places: Places, own: string): string {
  const words = row.roleWords.replace(/[_-]/g, ' ')
  if (row.role === 'register') return own
  if (row.role === 'office') return row.companyId === null ? words : `${words} van ${places.company(row.companyId)}`
  return words === '' ? roleWords[row.role] : `${roleWords[row.role]}: ${words}`
}

function periodOf({ started, ended }: { started: string | null; ended: string | null }): string {
  return started === null && ended === null ? '' : formatPeriod(started, ended)
}

/** Said of names that can be the same but for letters that a file lost. */
export const EQUAL_BUT_LOST = 'gelijk, op verloren letters na'

/** Circumstances, which may well differ between rows about one and the same. */
const circumstances = new Set(['role', 'period'])

/** Lays the fields of two rows beside each other; headings on which both are silent are left out. @param carried what was weighed, by field */
export function compareFields(left: readonly SaidField[], right: readonly SaidField[], carried: ReadonlyMap<string, Carried>): ComparedField[] {
  return left.flatMap(({ id, label, value }, place): ComparedField[] => {
    const other = right[place]?.value ?? ''
    const weighed = carried.get(id)
    if (weighed) return [{ label, ...weighed }]
    if (value === '' && other === '') return []
    return [{ label, left: value, right: other, ...judge(id, value, other), weight: null }]
  })
}

function judge(id: string, left: string, right: string): Pick<ComparedField, 'outcome' | 'words'> {
  if (left === '' || right === '') return { outcome: 'missing', words: left === '' ? 'links niet bekend' : 'rechts niet bekend' }
  if (left === right) return { outcome: 'equal', words: 'gelijk' }
  if (circumstances.has(id)) return { outcome: 'free', words: 'mag verschillen' }
  if (id === 'birth-date') return judgeDates(left, right)
  const [one, other] = [spelling(left), spelling(right)]
  if (one === other) return { outcome: 'equal', words: 'gelijk, anders geschreven' }
  if (fits(one, other)) return { outcome: 'alike', words: EQUAL_BUT_LOST }
  if (one.startsWith(other) || other.startsWith(one)) return { outcome: 'alike', words: 'het ene is een deel van het andere' }
  return { outcome: 'different', words: 'verschilt' }
}

function spelling(text: string): string {
  return markLost(foldText(text)).replace(/[^\p{L}\p{N}?]/gu, '').replace(/ij/g, 'y')
}

/** Dates as shown, dd-mm-jjjj or less. */
function judgeDates(left: string, right: string): Pick<ComparedField, 'outcome' | 'words'> {
  if (left.endsWith(right) || right.endsWith(left)) return { outcome: 'alike', words: 'de ene is minder volledig' }
  const [day, month, year] = left.split('-')
  if (right === [month, day, year].join('-')) return { outcome: 'alike', words: 'dag en maand verwisseld' }
  return { outcome: 'different', words: right.endsWith(year ?? '?') ? 'zelfde jaar, andere dag' : 'verschilt' }
}
