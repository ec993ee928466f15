import type { Reader } from '../../store/database.ts'
import { readLinkDone, readPackedParts, type PackedPart } from '../../store/linkIndex.ts'
import { personModel } from '../linkPersons.ts'
import { placeOf, type PackedCounts } from '../packedCounts.ts'
import { personRules } from '../personEvidence.ts'
import { KEPT_VERSION, KeptFacts, KeptVerdicts, type Kept, type KeptIndex } from './kept.ts'

/** After so many additions everything is joined anew, so that what is kept does not crumble. */
const MOST_PARTS = 24

/** What stands of earlier runs; null when the next one has to be a whole one. */
export function openKept(reader: Reader): Kept | null {
  const done = readLinkDone(reader, 'person')
  if (!done) return null
  const facts = KeptFacts.parse(JSON.parse(done.facts))
  if (facts.version !== KEPT_VERSION || facts.modelVersion !== personModel.version || facts.parts >= MOST_PARTS) return null
  return unpack(readPackedParts(reader, 'person'), facts, done.lastRecord)
}

function unpack(stored: readonly PackedPart[], facts: KeptFacts, lastRecord: number): Kept {
  const parts = Array.from({ length: facts.parts }, (_, part) => new Map(stored.filter((one) => one.part === part).map(({ name, data }) => [name, data])))
  const doubles = (part: ReadonlyMap<string, Uint8Array>, name: string): Float64Array => new Float64Array(copied(part.get(name)))
  const record = joined(parts.map((part) => doubles(part, 'record')))
  const [writtenIn, hasBsn] = [new Uint8Array(record.length), new Uint8Array(record.length)]
  for (const [number, part] of parts.entries()) {
    for (const place of doubles(part, 'touched')) {
      writtenIn[place] = number
      hasBsn[place] = 0
    }
    for (const place of doubles(part, 'with-bsn')) hasBsn[place] = 1
  }
  return {
    facts, lastRecord, record, writtenIn, hasBsn, prior: facts.prior, counts: countsIn(parts[0] ?? new Map()),
    placeOf: placeFinder(record),
    likely: parts.map((part) => ({ left: integers(part, 'likely left'), right: integers(part, 'likely right') })),
    decided: KeptVerdicts.parse(JSON.parse(new TextDecoder().decode(parts[0]?.get('decided')))),
    rules: parts.map((part) => personRules.map(({ id }) => indexIn(part, `rule ${id}`))),
    hardKeys: { bsn: parts.map((part) => indexIn(part, 'bsn')), birth: parts.map((part) => indexIn(part, 'birth')) },
  }
}

function countsIn(part: ReadonlyMap<string, Uint8Array>): PackedCounts {
  return Object.fromEntries([...part].filter(([name]) => name.startsWith('count ')).map(([name, data]) => [name.slice('count '.length), new Uint32Array(copied(data))]))
}

function indexIn(part: ReadonlyMap<string, Uint8Array>, name: string): KeptIndex {
  return { hashes: integers(part, `${name} hashes`), places: integers(part, `${name} places`) }
}

function integers(part: ReadonlyMap<string, Uint8Array>, name: string): Uint32Array {
  return new Uint32Array(copied(part.get(name)))
}

/** The bytes by themselves, so that numbers can be read from them wherever they stood. */
function copied(data: Uint8Array = new Uint8Array()): ArrayBuffer {
  return new Uint8Array(data).buffer
}

/** Looks a record up in each run of ascending ones; there is a run for every table of every part. */
function placeFinder(record: Float64Array): (id: number) => number {
  const starts = [0]
  for (let place = 1; place < record.length; place += 1) if ((record[place] ?? 0) < (record[place - 1] ?? 0)) starts.push(place)
  const runs = starts.map((start, i) => ({ start, ids: record.subarray(start, starts[i + 1]) }))
  return (id) => {
    for (const { start, ids } of runs) {
      const at = placeOf(ids, id)
      if (ids[at] === id) return start + at
    }
    return -1
  }
}

function joined(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const list of lists) {
    all.set(list, at)
    at += list.length
  }
  return all
}
