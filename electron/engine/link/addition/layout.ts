import { sharedBytes, sharedNumbers, sharedWords } from '../../beside/shared.ts'
import { joined, numbersIn } from '../packedLists.ts'
import { integers, type Part } from './parts.ts'

/** Where rows, persons and units of what was kept stand, in memory that threads share: a thread beside lays it out while it is not yet asked for. */
export interface Layout {
  /** of every row: place in `personTables`, the person of the run before (0 for none), and by what it came to it */
  table: Uint8Array
  person: Uint32Array
  basis: Uint8Array
  /** rows by person: where those of each begin, and the rows */
  starts: Uint32Array
  rows: Uint32Array
  /** the part in which the unit of a row was last written, and the number of the unit that begins with a row; −1 where none does */
  writtenIn: Uint8Array
  unitAt: Int32Array
  /** of every unit: whether it has a BSN, and of how many rows it is */
  hasBsn: Uint8Array
  unitRows: Uint8Array
}

export function layOut(parts: readonly Part[]): Layout {
  const table = bytesOf(parts, 'row table')
  return { table, ...rowsByPerson(parts), ...unitsOf(parts, table.length) }
}

function rowsByPerson(parts: readonly Part[]): Pick<Layout, 'person' | 'basis' | 'starts' | 'rows'> {
  const [person, basis] = [joined(Uint32Array, parts.map((part) => integers(part, 'row person'))), bytesOf(parts, 'row basis')]
  // what a part joined anew it gave its person
  for (const part of parts) {
    const [persons, bases] = [integers(part, 'touched person'), bytes(part, 'touched basis')]
    for (const [i, place] of integers(part, 'touched').entries()) {
      person[place] = persons[i] ?? 0
      basis[place] = bases[i] ?? 0
    }
  }
  return { person, basis, ...sortedByPerson(person) }
}

function sortedByPerson(person: Uint32Array): Pick<Layout, 'starts' | 'rows'> {
  let most = 0
  for (const id of person) if (id > most) most = id
  // with one behind the last
  const ends = sharedWords(most + 2)
  for (const id of person) ends[id] = (ends[id] ?? 0) + 1
  for (let id = 1; id < ends.length; id += 1) ends[id] = (ends[id] ?? 0) + (ends[id - 1] ?? 0)
  const rows = sharedWords(person.length)
  for (let place = person.length - 1; place >= 0; place -= 1) {
    const id = person[place] ?? 0
    ends[id] = (ends[id] ?? 0) - 1
    rows[ends[id] ?? 0] = place
  }
  // each end has come to be where its person begins
  return { starts: ends, rows }
}

/** What a part touched it wrote anew; the first one wrote all. */
function unitsOf(parts: readonly Part[], count: number): Pick<Layout, 'writtenIn' | 'unitAt' | 'hasBsn' | 'unitRows'> {
  const [writtenIn, unitAt] = [sharedBytes(count), sharedNumbers(count).fill(-1)]
  const [hasBsn, unitRows] = [bytesOf(parts, 'unit bsn'), bytesOf(parts, 'unit rows')]
  let unit = 0
  for (const [number, part] of parts.entries()) {
    for (const place of integers(part, 'touched')) {
      writtenIn[place] = number
      unitAt[place] = -1
    }
    for (const place of integers(part, 'units')) unitAt[place] = unit++
    const grown = bytes(part, 'grown rows')
    for (const [i, place] of integers(part, 'grown').entries()) unitRows[unitAt[place] ?? -1] = grown[i] ?? 0
  }
  return { writtenIn, unitAt, hasBsn, unitRows }
}

function bytes(part: Part, name: string): Uint8Array {
  return numbersIn(Uint8Array, part.get(name))
}

/** Those of all parts behind one another. */
function bytesOf(parts: readonly Part[], name: string): Uint8Array {
  return joined(Uint8Array, parts.map((part) => bytes(part, name)))
}
