import type { Reader } from '../../store/database.ts'
import { heldVerdicts } from '../../store/linkDecisions.ts'
import { readLinkDone, readPackedParts, type PackedPart } from '../../store/linkIndex.ts'
import { personModel } from '../linkPersons.ts'
import type { PackedCounts } from '../packedCounts.ts'
import { personRules } from '../personEvidence.ts'
import { KEPT_VERSION, KeptFacts, type Kept } from './kept.ts'

/** After so many additions everything is joined anew, so that what is kept does not crumble. */
const MOST_PARTS = 24

/** What stands of earlier runs; null when the next one has to be a whole one. Where humans decided, it is: a decision holds for rows yet to come. */
export function openKept(reader: Reader): Kept | null {
  const done = readLinkDone(reader, 'person')
  if (!done) return null
  const facts = KeptFacts.parse(JSON.parse(done.facts))
  if (facts.version !== KEPT_VERSION || facts.modelVersion !== personModel.version || facts.parts >= MOST_PARTS) return null
  return heldVerdicts(reader, 'person').length > 0 ? null : unpack(readPackedParts(reader, 'person'), facts, done.lastRecord)
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
    rules: parts.map((part) => personRules.map(({ id }) => doubles(part, `rule ${id}`))),
    hardKeys: { bsn: parts.map((part) => doubles(part, 'bsn')), birth: parts.map((part) => doubles(part, 'birth')) },
  }
}

function countsIn(part: ReadonlyMap<string, Uint8Array>): PackedCounts {
  return Object.fromEntries([...part].filter(([name]) => name.startsWith('count ')).map(([name, data]) => [name.slice('count '.length), new Uint32Array(copied(data))]))
}

/** The bytes by themselves, so that numbers can be read from them wherever they stood. */
function copied(data: Uint8Array = new Uint8Array()): ArrayBuffer {
  return new Uint8Array(data).buffer
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
