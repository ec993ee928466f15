import type { Reader } from '../store/database.ts'
import type { JoinedKind } from '../store/entities.ts'
import { heldVerdicts } from '../store/linkDecisions.ts'
import { recordsOfKeys } from './recordKey.ts'

/** What humans decided about records as they are now: pairs of record ids. */
export interface DecidedPairs {
  same: [number, number][]
  apart: [number, number][]
}

/** A key that stands for very many equal rows is joined to the first of the other side only. */
export function decidedPairs(reader: Reader, party: JoinedKind): DecidedPairs {
  const verdicts = heldVerdicts(reader, party).filter(({ verdict }) => verdict !== 'onzeker')
  const records = recordsOfKeys(reader, party, new Set(verdicts.flatMap(({ leftKey, rightKey }) => [leftKey, rightKey])))
  const decided: DecidedPairs = { same: [], apart: [] }
  for (const { leftKey, rightKey, verdict } of verdicts) {
    const [left, right] = [records.get(leftKey) ?? [], records.get(rightKey) ?? []]
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
