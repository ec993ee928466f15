import type { Reader } from '../../store/database.ts'
import { readLinkDone, type PackedPart } from '../../store/linkIndex.ts'
import { personModel } from '../personSet.ts'
import type { PackedCounts } from '../packedCounts.ts'
import { joined, numbersIn, type ListOf, type NumberList } from '../packedLists.ts'
import { personRules } from '../personEvidence.ts'
import { KEPT_VERSION, KeptFacts, KeptVerdicts, type Kept, type KeptIndex, type TraitLists } from './kept.ts'
import { keptRecordsIn } from './keptRecords.ts'
import { keptRowsIn } from './keptRows.ts'
import { layOut, type Layout } from './layout.ts'
import { integers, nameOfRule, nameOfTrait, partsIn, type KeptHalf, type Part } from './parts.ts'

/** After so many additions everything is joined anew, so that what is kept does not crumble. */
const MOST_PARTS = 24

/** Gives half of what was kept, when it is asked for. */
export type ReadHalf = (half: KeptHalf) => ReadAlready

/** Half of what was kept, as it was read; the first may have been laid out already. */
export interface ReadAlready {
  parts: readonly PackedPart[]
  layout: Layout | null
}

/** What stands of earlier runs; null when the next one has to be a whole one. */
export function openKept(reader: Reader, read: ReadHalf): Kept | null {
  const done = whatWasDone(reader)
  return done && unpack(read, done.facts, done.lastRecord)
}

/** How far the last run came, and what it found; null when the next one has to be a whole one. */
export function whatWasDone(reader: Reader): { lastRecord: number; facts: KeptFacts } | null {
  const done = readLinkDone(reader, 'person')
  if (!done) return null
  // an earlier version may have kept something of another shape
  const { data: facts } = KeptFacts.safeParse(JSON.parse(done.facts))
  if (facts?.version !== KEPT_VERSION || facts.modelVersion !== personModel.version || facts.parts >= MOST_PARTS) return null
  return { lastRecord: done.lastRecord, facts }
}

function unpack(read: ReadHalf, facts: KeptFacts, lastRecord: number): Kept {
  const first = read('first')
  const parts = partsIn(first.parts)
  const layout = first.layout ?? layOut(parts)
  const { writtenIn, unitAt, hasBsn, unitRows } = layout
  const later = onceRead(() => partsIn(read('later').parts))
  return {
    facts, lastRecord, records: keptRecordsIn(parts), rows: keptRowsIn(parts, layout), prior: facts.prior, counts: countsIn(parts[0] ?? new Map()),
    writtenIn, unitAt, units: { hasBsn, rows: unitRows },
    likely: parts.map((part) => indexIn(part, 'likely')),
    decided: KeptVerdicts.parse(JSON.parse(new TextDecoder().decode(parts[0]?.get('decided')))),
    get traits() {
      return later().traits
    },
    get rules() {
      return later().rules
    },
    hardKeys: { bsn: parts.map((part) => indexIn(part, 'bsn')), birth: parts.map((part) => indexIn(part, 'birth')) },
  }
}

/** What is kept that is asked for later. @param parts is called when that is, once */
function onceRead(parts: () => readonly Part[]): () => Pick<Kept, 'traits' | 'rules'> {
  let known: Pick<Kept, 'traits' | 'rules'> | undefined
  return () => {
    if (known) return known
    const all = parts()
    return (known = { traits: traitsIn(all), rules: all.map((part) => personRules.map(({ id }) => indexIn(part, nameOfRule(id)))) })
  }
}

function traitsIn(parts: readonly Part[]): TraitLists {
  const list = <List extends NumberList>(Numbers: ListOf<List>, name: keyof TraitLists): List => joined(Numbers, parts.map((part) => numbersIn(Numbers, part.get(nameOfTrait(name)))))
  return {
    birth: list(Uint16Array, 'birth'), given: list(Uint32Array, 'given'), sounds: list(Uint32Array, 'sounds'), family: list(Uint32Array, 'family'),
    oneFamily: list(Uint8Array, 'oneFamily'), places: list(Uint32Array, 'places'),
  }
}

function countsIn(part: Part): PackedCounts {
  const names = [...part.keys()].flatMap((name) => /^count (.+) hashes$/.exec(name)?.[1] ?? [])
  return Object.fromEntries(names.map((name) => [name, { hashes: integers(part, `count ${name} hashes`), ends: integers(part, `count ${name} ends`) }]))
}

function indexIn(part: Part, name: string): KeptIndex {
  return { hashes: integers(part, `${name} hashes`), places: integers(part, `${name} places`) }
}
