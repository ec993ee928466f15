import type { Reader } from '../../store/database.ts'
import { readPackedHalf, type PackedPart } from '../../store/linkIndex.ts'
import { numbersIn } from '../packedLists.ts'

/** What one run kept, in packed lists by name. */
export type Part = ReadonlyMap<string, Uint8Array>

/** Lists that are to be kept, by name. */
export type Lists = Record<string, Uint8Array | Uint16Array | Uint32Array | Int32Array>

/** What is asked for first, and what takes as long to read and is asked for later: which units have which key, and whom they are not like. */
export type KeptHalf = 'first' | 'later'

/** How the names of lists begin that are asked for later. */
const LATER = 'later '

export const nameOfRule = (id: string): string => `${LATER}rule ${id}`
export const nameOfTrait = (name: string): string => `${LATER}trait ${name}`

export function readHalf(reader: Reader, half: KeptHalf): PackedPart[] {
  return readPackedHalf(reader, 'person', LATER, half === 'later')
}

/** Lists by name, of every part; each part has some in either half. */
export function partsIn(stored: readonly PackedPart[]): Part[] {
  return Array.from(Map.groupBy(stored, ({ part }) => part).values(), (lists) => new Map(lists.map(({ name, data }) => [name, data])))
}

export function integers(part: Part, name: string): Uint32Array {
  return numbersIn(Uint32Array, part.get(name))
}
