import { hash } from 'node:crypto'
import type { Reader, Value } from '../store/database.ts'
import type { StoredRow } from '../store/history.ts'
import { recordColumns } from '../store/records.ts'
import type { Kind } from './kinds.ts'
import { targetColumn } from './rowPlan.ts'

/** How rows of two deliveries of one source are told to be the same row. */
export interface RowIdentity {
  /** equal for rows that say exactly the same */
  content(row: StoredRow): string
  /** equal for rows about the same thing; null when a row has nothing to be known by */
  key(row: StoredRow): string | null
}

/** Of a row of records: what was delivered, not what linking made of it. */
export function rowIdentity(reader: Reader, kind: Kind): RowIdentity {
  const columns = recordColumns(reader, kind.table).flatMap(({ name }) => (name === 'id' ? [] : [name]))
  const alternatives = kind.keys.map((parts) => parts.map((part) => partReader(kind, part)))
  return {
    content: (row) => digest([...columns.map((name) => row[name] ?? null), row['sealed'] ?? '']),
    key: (row) => {
      for (const [i, parts] of alternatives.entries()) {
        const texts = parts.map((read) => read(row))
        if (!texts.includes('')) return digest([i, ...texts])
      }
      return null
    },
  }
}

function digest(values: readonly Value[]): string {
  return hash('sha1', values.map(textOf).join('\u001f'), 'base64')
}

function textOf(value: Value | undefined): string {
  if (value === null || value === undefined) return ''
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value)
}

/** Text of one part of a key; '' when the row does not have it. */
function partReader(kind: Kind, part: string): (row: StoredRow) => string {
  if (part === 'address') return addressText
  if (part === 'person') return personText
  if (part === 'party') return partyReader(kind)
  const field = kind.fields.find(({ id }) => id === part)
  const column = field ? (targetColumn(kind, field) ?? '') : ''
  return (row) => textOf(row[column]).toLowerCase()
}

function addressText(row: StoredRow): string {
  const bag = textOf(row['given_bag'])
  if (bag !== '') return bag
  const number = textOf(row['given_number'])
  const place = textOf(row['given_postcode']) || textOf(row['given_street'])
  if (number === '' || place === '') return ''
  return [place, number, textOf(row['given_letter']), textOf(row['given_suffix'])].join(' ').toLowerCase()
}

function personText(row: StoredRow): string {
  const bsn = textOf(row['bsn_hash'])
  const family = textOf(row['family_name'])
  return bsn === '' && family !== '' ? `${family.toLowerCase()} ${textOf(row['birth_date'])}` : bsn
}

/** A company by its number or name, else a person. */
function partyReader(kind: Kind): (row: StoredRow) => string {
  const name = kind.fields.find(({ type }) => type === 'party')?.id ?? ''
  const [kvk, rsin] = [name.replace(/_name$/, '_kvk'), name.replace(/_name$/, '_rsin')]
  return (row) => textOf(row[kvk]) || textOf(row[name]).toLowerCase() || textOf(row[rsin]) || personText(row)
}
