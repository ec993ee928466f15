import type { Reader } from '../store/database.ts'
import type { JoinedKind } from '../store/entities.ts'
import { heldVerdicts, type HeldVerdict } from '../store/linkDecisions.ts'
import { recordsOfKeys } from './recordKey.ts'

/** What humans decided about records as they are now: pairs of record ids. */
export interface DecidedPairs {
  same: [number, number][]
  apart: [number, number][]
}

/** A verdict that holds, with the records it is about: those of either key, ascending. */
export interface DecidedRecords extends Pick<HeldVerdict, 'leftKey' | 'rightKey' | 'verdict'> {
  left: number[]
  right: number[]
}

/** Every verdict that says something. One pass over all records. */
export function decidedRecords(reader: Reader, party: JoinedKind): DecidedRecords[] {
  const verdicts = heldVerdicts(reader, party).filter(({ verdict }) => verdict !== 'onzeker')
  const records = recordsOfKeys(reader, party, new Set(verdicts.flatMap(({ leftKey, rightKey }) => [leftKey, rightKey])))
  const of = (key: string): number[] => (records.get(key) ?? []).toSorted((one, other) => one - other)
  return verdicts.map(({ leftKey, rightKey, verdict }) => ({ leftKey, rightKey, verdict, left: of(leftKey), right: of(rightKey) }))
}

/** A key that stands for very many equal rows is joined to the first of the other side only. */
export function pairsOf(verdicts: readonly DecidedRecords[]): DecidedPairs {
  const decided: DecidedPairs = { same: [], apart: [] }
  for (const { left, right, verdict } of verdicts) {
    if (verdict === 'zelfde') decided.same.push(...chain(left, right))
    else decided.apart.push(...left.flatMap((one) => right.filter((other) => other !== one).map((other): [number, number] => [one, other])))
  }
  return decided
}

function chain(left: readonly number[], right: readonly number[]): [number, number][] {
  const [first, other] = [left[0], right[0]]
  if (first === undefined || other === undefined) return []
  const pairs = [...left.map((one): [number, number] => [one, other]), ...right.slice(1).map((one): [number, number] => [first, one])]
  // rows that say the same stand on both sides
  return pairs.filter(([one, two]) => one !== two)
}
