import { join } from 'node:path'
import { readPlainTable } from '../../import/index.ts'
import type { BlockingRule } from '../blockingRules.ts'
import { nameParts, soundKey } from '../nameParts.ts'
import type { TrialRecord } from './trialRecord.ts'

/** A set of records of which is known who is who. */
export interface TrialSet {
  name: string
  /** which weights it is scored with (resources/linking) */
  model: string
  /** whether those weights were counted on this set, or on half of it */
  isCounted: boolean
  records: TrialRecord[]
  /** the true cluster of every record */
  truth: string[]
  rules: BlockingRule<TrialRecord>[]
  /** what others published on it; none where nothing was found */
  published: readonly Published[]
}

/** An F1 over pairs that somebody else published. */
export interface Published {
  by: string
  f1: number
}

const ofFebrl3: readonly Published[] = [{ by: 'goldenmatch', f1: 0.991 }, { by: 'Splink', f1: 0.965 }]
/** Of all thresholds in its table (1743 right, 48 wrong, 288 missed) the one that comes out best, chosen with the truth at hand. */
const ofFake: readonly Published[] = [{ by: 'Splink, eigen voorbeeld example_accuracy_analysis_from_labels_column, beste drempel', f1: 0.9121 }]

export const trialNames = ['febrl1', 'febrl2', 'febrl3', 'fake_1000'] as const
export type TrialName = (typeof trialNames)[number]

/** The file of a set within the folder of reference data. */
export function trialFile(folder: string, name: TrialName): string {
  return name === 'fake_1000' ? join(folder, 'er_splink', 'fake_1000.csv') : join(folder, 'er_febrl', `dataset${name.slice(-1)}.csv`)
}

/** Reads a reference set; see its own documentation for the columns (Christen 2008; Splink example data). */
export async function readTrialSet(folder: string, name: TrialName): Promise<TrialSet> {
  const rows = await readPlainTable(trialFile(folder, name))
  return name === 'fake_1000' ? fakePersons(rows) : febrl(name, rows)
}

type Row = Record<string, string>

function febrl(name: string, rows: readonly Row[]): TrialSet {
  const records = rows.map((row): TrialRecord => {
    const of = (column: string): string => row[column] ?? ''
    const [first, second] = [of('address_1'), of('address_2')].map((line) => line.replaceAll(' ', ''))
    return {
      name: nameParts({ givenNames: of('given_name'), initials: '', prefix: '', familyName: of('surname') }),
      birth: isoDate(of('date_of_birth')),
      lines: [first ?? '', second ?? ''],
      texts: { suburb: of('suburb').replaceAll(' ', '') },
      codes: { 'house-number': of('street_number'), postcode: of('postcode'), state: of('state'), 'person-number': of('soc_sec_id') },
    }
  })
  const truth = rows.map((row) => row['rec_id']?.split('-')[1] ?? '')
  return { name, model: 'trial-febrl', isCounted: name === 'febrl2', records, truth, rules: febrlRules, published: name === 'febrl3' ? ofFebrl3 : [] }
}

function fakePersons(rows: readonly Row[]): TrialSet {
  const records = rows.map((row): TrialRecord => {
    const of = (column: string): string => row[column] ?? ''
    const [mailbox = '', domain = ''] = of('email').toLowerCase().split('@')
    return {
      name: nameParts({ givenNames: of('first_name'), initials: '', prefix: '', familyName: of('surname') }),
      birth: of('dob'),
      lines: ['', ''],
      texts: { city: of('city').toLowerCase(), mailbox, domain },
      codes: {},
    }
  })
  return { name: 'fake_1000', model: 'trial-fake', isCounted: true, records, truth: rows.map((row) => row['cluster'] ?? ''), rules: fakeRules, published: ofFake }
}

/** `19560409` → `1956-04-09`; impossible days stay as they are. */
function isoDate(digits: string): string {
  return digits.length === 8 ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` : digits
}

const names = (record: TrialRecord): string[] => [...record.name.given, ...record.name.family]
const pairs = (one: readonly string[], other: readonly string[]): string[] => one.flatMap((a) => other.map((b) => `${a}|${b}`))
const present = (...texts: readonly string[]): string[] => (texts.every((text) => text !== '') ? [texts.join('|')] : [])

const byBirth: BlockingRule<TrialRecord> = { id: 'birth-date', label: 'geboortedatum', keys: ({ birth }) => present(birth) }
const byNames: BlockingRule<TrialRecord> = { id: 'names', label: 'voor- en achternaam op klank', keys: ({ name }) => pairs(name.given.map(soundKey), name.family.map(soundKey)).map((pair) => pair.split('|').toSorted().join('|')) }
const byNameAndYear: BlockingRule<TrialRecord> = { id: 'name-year', label: 'een naam en geboortejaar', keys: (record) => pairs(names(record).map(soundKey), present(record.birth.slice(0, 4))) }
const byNameAndMonth: BlockingRule<TrialRecord> = { id: 'name-day', label: 'een naam, geboortemaand en -dag', keys: (record) => pairs(names(record).map(soundKey), present(record.birth.slice(5))) }

const febrlRules: BlockingRule<TrialRecord>[] = [
  byBirth, byNames, byNameAndYear, byNameAndMonth,
  { id: 'person-number', label: 'persoonsnummer', keys: ({ codes }) => present(codes['person-number'] ?? '') },
  { id: 'name-postcode', label: 'een naam en postcode', keys: (record) => pairs(names(record).map(soundKey), present(record.codes['postcode'] ?? '')) },
  { id: 'address', label: 'adres', keys: ({ lines }) => lines.filter((line) => line !== '') },
  { id: 'number-suburb', label: 'huisnummer en plaats', keys: ({ codes, texts }) => present(codes['house-number'] ?? '', texts['suburb'] ?? '') },
]

const fakeRules: BlockingRule<TrialRecord>[] = [
  byBirth, byNames, byNameAndYear, byNameAndMonth,
  { id: 'mailbox', label: 'e-mail', keys: ({ texts }) => present(texts['mailbox'] ?? '') },
  { id: 'domain', label: 'domein van de e-mail', keys: ({ texts }) => present(texts['domain'] ?? '') },
  { id: 'name-city', label: 'een naam en woonplaats', keys: (record) => pairs(names(record).map(soundKey), present(record.texts['city'] ?? '')) },
  { id: 'name', label: 'een naam', keys: (record) => names(record).map(soundKey) },
  { id: 'city-month', label: 'woonplaats, geboortejaar en -maand', keys: ({ texts, birth }) => present(texts['city'] ?? '', birth.slice(0, 7)) },
  { id: 'start-month', label: 'eerste letters van een naam, geboortejaar en -maand', keys: (record) => pairs(names(record).map((name) => name.slice(0, 2)), present(record.birth.slice(0, 7))) },
]
