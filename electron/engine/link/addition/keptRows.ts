import { entityBases, type EntityRecord } from '../../store/entities.ts'
import { joined, numbersIn } from '../packedLists.ts'
import { textReader, type Encoding } from '../packedTexts.ts'
import type { Kept } from './kept.ts'
import type { Layout } from './layout.ts'
import { integers, type Part } from './parts.ts'

/** What rows say, by their place: reading them in the vault takes a page or two each. */
export interface KeptRows {
  /** place in `personTables` */
  table: Uint8Array
  /** the person of the run before, 0 for none */
  person: Uint32Array
  /** by what they came to it: a place in {@link entityBases} */
  basis: Uint8Array
  /** the rows of a person */
  of(person: number): Uint32Array
  says: Record<Said, KeptTexts>
}

/** Texts of rows. Equal ones of one part have one number; −1 is none. */
export interface KeptTexts {
  numbers: Int32Array
  /** how many numbers there are */
  count: number
  /** the texts behind a number */
  textsOf(number: number): string[]
}

/** How many texts a number stands for, and how they are written. */
export const shapes = {
  bsn: { size: 1, encoding: 'hex' }, given: { size: 2, encoding: 'utf8' }, family: { size: 2, encoding: 'utf8' }, date: { size: 1, encoding: 'utf8' },
  place: { size: 1, encoding: 'utf8' }, formerly: { size: 1, encoding: 'utf8' },
} as const satisfies Record<string, { size: number; encoding: Encoding }>
export type Said = keyof typeof shapes
export const said: readonly Said[] = ['bsn', 'given', 'family', 'date', 'place', 'formerly']

/** The rows that were kept. */
export function keptRowsIn(parts: readonly Part[], { table, person, basis, starts, rows }: Layout): KeptRows {
  return {
    table, person, basis,
    of: (id) => rows.subarray(starts[id] ?? rows.length, starts[id + 1] ?? rows.length),
    says: { bsn: textsIn(parts, 'bsn'), given: textsIn(parts, 'given'), family: textsIn(parts, 'family'), date: textsIn(parts, 'date'), place: textsIn(parts, 'place'), formerly: textsIn(parts, 'formerly') },
  }
}

/** Which rows a person was put together from. */
export function recordsOf({ records, rows }: Pick<Kept, 'records' | 'rows'>, entityId: number): EntityRecord[] {
  return Array.from(rows.of(entityId), (place) => ({ entityId, recordId: records.at(place), basis: entityBases[rows.basis[place] ?? 0] ?? 'row' }))
}

/** Numbers of a later part stand behind those of an earlier one. */
function textsIn(parts: readonly Part[], name: Said): KeptTexts {
  const { size, encoding } = shapes[name]
  const firsts: number[] = []
  let count = 0
  const numbers = parts.map((part) => {
    const first = count
    firsts.push(first)
    count += integers(part, `${name} ends`).length / size
    const own = numbersIn(Int32Array, part.get(`row ${name}`))
    return first === 0 ? own : own.map((number) => (number < 0 ? number : number + first))
  })
  const readers = parts.map((part) => textReader({ bytes: numbersIn(Uint8Array, part.get(`${name} texts`)), ends: integers(part, `${name} ends`) }, encoding))
  return {
    numbers: joined(Int32Array, numbers), count,
    textsOf: (number) => {
      const part = firsts.findLastIndex((first) => first <= number)
      const at = (number - (firsts[part] ?? 0)) * size
      const read = readers[part] ?? (() => '')
      return size === 1 ? [read(at)] : [read(at), read(at + 1)]
    },
  }
}
