import type { Party, Verdict } from '#shared/contract/review.ts'
import type { CallContext } from '../../context.ts'
import { maskBsn } from '../../normalise/maskBsn.ts'
import { ProblemError } from '../../problem.ts'
import type { Reader, Writer } from '../../store/database.ts'
import { homeOf, moveHome, recordsOfEntity } from '../../store/entities.ts'
import { appendDeed, findDeed, revokeDeed, type DecidedRows, type NewDeed } from '../../store/linkDecisions.ts'
import { entityOfRecord, findWeighed } from '../../store/reviewPairs.ts'
import { keyOfRecord } from '../recordKey.ts'
import { forbiddenWhy } from './forbidden.ts'
import { storedVerdict } from './ledger.ts'

type Deciding = Pick<CallContext, 'store' | 'actor' | 'now'>

/** Writes a verdict on two rows. @throws ProblemError `not-found`, `merge-forbidden` (also for one and the same row) */
export function decide({ store, actor, now }: Deciding, input: { party: Party; left: number; right: number; verdict: Verdict; reason: string }): { deed: number } {
  const { party, left, right, verdict } = input
  if (left === right) throw new ProblemError('merge-forbidden', { why: 'Dit is één en dezelfde rij.' })
  const rows = rowsOf(store, party, left, right)
  const why = verdict === 'same' ? forbiddenWhy(store, party, left, right) : null
  if (why !== null) throw new ProblemError('merge-forbidden', { why })
  const kind = verdict === 'same' && !findWeighed(store, party, left, right) ? 'samenvoegen' : 'oordeel'
  const deed: NewDeed = { kind, party, verdict: storedVerdict[verdict], reason: maskBsn(input.reason), ...actor, at: now }
  return { deed: store.write((writer) => appendDeed(writer, deed, [rows])) }
}

/**
 * Lets a row go of its entity: from now on it is never one with any other row of it. Rows that say exactly the same go along.
 * @throws ProblemError `not-found` when the row stands alone
 */
export function split({ store, actor, now }: Deciding, input: { party: Party; record: number; reason: string }): { deed: number } {
  const { party, record } = input
  const own = required(keyOfRecord(store, party, record))
  const others = recordsOfEntity(store, party, required(entityOfRecord(store, party, record) ?? null)).filter((other) => other !== record)
  const apart = others.flatMap((other) => {
    const key = keyOfRecord(store, party, other)
    return key === null || key.equals(own) ? [] : [{ other, key }]
  })
  if (apart.length === 0) throw new ProblemError('not-found', { what: 'Een andere bronrij van dit blad' })
  const rows = [...new Map(apart.map((one) => [one.key.toString('hex'), one])).values()].map(({ other, key }) => ({ leftKey: own, rightKey: key, leftRecord: record, rightRecord: other }))
  const deed: NewDeed = { kind: 'losmaken', party, verdict: 'verschillend', reason: maskBsn(input.reason), ...actor, at: now }
  return {
    deed: store.write((writer) => {
      keepNumber(writer, party, record, apart.map(({ other }) => other))
      return appendDeed(writer, deed, rows)
    }),
  }
}

/** The number of an entity stays with the rows that stay, where none of them has one of its own: case files name it. */
function keepNumber(writer: Writer, party: Party, leaving: number, staying: readonly number[]): void {
  const number = homeOf(writer, party, leaving)
  const [heir] = staying
  if (number === null || heir === undefined || staying.some((record) => homeOf(writer, party, record) !== null)) return
  moveHome(writer, party, leaving, heir)
}

/** Takes a deed back, also one that was replaced; what held before it holds again. @throws ProblemError `not-found` when there is no such deed, or it was taken back already */
export function withdraw({ store, actor, now }: Deciding, { deed, reason }: { deed: number; reason: string }): { deed: number } {
  const found = findDeed(store, deed)
  if (!found || found.isWithdrawn === 1 || found.verdict === 'ingetrokken') throw new ProblemError('not-found', { what: 'Het besluit' })
  const { party, leftKey, rightKey, leftRecord, rightRecord } = found
  return {
    deed: store.write((writer) => {
      const line = appendDeed(writer, { kind: 'intrekken', party, verdict: 'ingetrokken', reason: maskBsn(reason), ...actor, at: now }, [{ leftKey, rightKey, leftRecord, rightRecord }])
      revokeDeed(writer, deed, line)
      return line
    }),
  }
}

function rowsOf(reader: Reader, party: Party, left: number, right: number): DecidedRows {
  return { leftKey: required(keyOfRecord(reader, party, left)), rightKey: required(keyOfRecord(reader, party, right)), leftRecord: left, rightRecord: right }
}

function required<T>(value: T | null): T {
  if (value === null) throw new ProblemError('not-found', { what: 'De bronrij' })
  return value
}
