import type { Party } from '#shared/contract/review.ts'
import { personNameKeys } from '../../normalise/person.ts'
import type { Reader } from '../../store/database.ts'
import { basisOfRecords } from '../../store/entities.ts'
import type { HeldVerdict } from '../../store/linkDecisions.ts'
import { entityOfRecord } from '../../store/reviewPairs.ts'
import { companySide, personSide } from '../../store/reviewRows.ts'

/**
 * Whether other verdicts hold two rows together, so that they cannot be parted: along verdicts 'same', and along numbers that rows
 * share. A verdict on the two themselves does not count, and of a number both share the later row is let go.
 * @param held what would hold
 */
export function areHeldTogether(reader: Reader, party: Party, left: number, right: number, held: readonly HeldVerdict[]): boolean {
  const shared = [left, ...unitOf(reader, party, left)]
  const loose = shared.includes(right) ? Math.max(left, right) : null
  const same = held.filter(({ verdict, leftRecord, rightRecord }) => verdict === 'zelfde' && !isPair(leftRecord, rightRecord, left, right))
  const seen = new Set([left])
  const open = [left]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const here = next
    const byNumber = unitOf(reader, party, here).filter((other) => loose === null || !shared.includes(here) || (other !== loose && here !== loose))
    const byVerdict = same.flatMap(({ leftRecord, rightRecord }) => (leftRecord === here ? [rightRecord] : rightRecord === here ? [leftRecord] : []))
    for (const other of [...byNumber, ...byVerdict]) {
      if (other === right) return true
      if (seen.has(other)) continue
      seen.add(other)
      open.push(other)
    }
  }
  return false
}

function isPair(one: number, other: number, left: number, right: number): boolean {
  return (one === left && other === right) || (one === right && other === left)
}

/** The rows of the same entity that share a number with a row, itself excepted. */
function unitOf(reader: Reader, party: Party, record: number): number[] {
  const entity = entityOfRecord(reader, party, record)
  if (entity === undefined) return []
  const basis = basisOfRecords(reader, party, entity)
  const isAnchored = basis.get(record) !== 'likeness'
  const own = numberOf(reader, party, record)
  return [...basis].flatMap(([other, how]) => {
    const isOne = (isAnchored && how !== 'likeness') || (own !== '' && own === numberOf(reader, party, other))
    return other !== record && isOne ? [other] : []
  })
}

/** By what a row would be joined without being compared; empty when by nothing. */
function numberOf(reader: Reader, party: Party, record: number): string {
  if (party === 'company') {
    const row = companySide(reader, record)
    return row ? `${row.kvk ?? row.rsin ?? row.branchNumber ?? ''}` : ''
  }
  const row = personSide(reader, record)
  if (!row) return ''
  const { full } = personNameKeys(row)
  return row.bsnHash || (full === '' || row.birthDate === null ? '' : `${full}|${row.birthDate}`)
}
