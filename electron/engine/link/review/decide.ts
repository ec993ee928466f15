import type { Party, Verdict } from '#shared/contract/review.ts'
import type { CallContext } from '../../context.ts'
import { maskBsn } from '../../normalise/maskBsn.ts'
import { ProblemError } from '../../problem.ts'
import type { Reader, Writer } from '../../store/database.ts'
import { homeOf, moveHome, recordsOfEntity } from '../../store/entities.ts'
import { appendDeed, findDeed, heldVerdicts, revokeDeed, type HeldVerdict, type DecidedRows, type NewDeed } from '../../store/linkDecisions.ts'
import { entityOfRecord, findWeighed } from '../../store/reviewPairs.ts'
import { keyOfRecord } from '../recordKey.ts'
import { forbiddenWhy } from './forbidden.ts'
import { storedVerdict } from './ledger.ts'
import { areHeldTogether } from './together.ts'

type Deciding = Pick<CallContext, 'store' | 'actor' | 'now'>

/** Writes a verdict on two rows. @throws ProblemError `not-found`, `merge-forbidden` (also for one and the same row), `decisions-conflict` */
export function decide({ store, actor, now }: Deciding, input: { party: Party; left: number; right: number; verdict: Verdict; reason: string }): { deed: number } {
  const { party, left, right, verdict } = input
  if (left === right) throw new ProblemError('merge-forbidden', { why: 'Dit is één en dezelfde rij.' })
  const rows = rowsOf(store, party, left, right)
  const why = verdict === 'same' ? forbiddenWhy(store, party, left, right) : null
  if (why !== null) throw new ProblemError('merge-forbidden', { why })
  if (verdict === 'different' && areHeldTogether(store, party, left, right, heldVerdicts(store, party))) throw new ProblemError('decisions-conflict')
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

/**
 * Takes a deed back, also one that was replaced; what held before it holds again.
 * @throws ProblemError `not-found` when there is no such deed, or it was taken back already; `decisions-conflict` when what would hold
 * again goes against what holds now
 */
export function withdraw({ store, actor, now }: Deciding, { deed, reason }: { deed: number; reason: string }): { deed: number } {
  const found = findDeed(store, deed)
  if (!found || found.isWithdrawn === 1 || found.verdict === 'ingetrokken') throw new ProblemError('not-found', { what: 'Het besluit' })
  const { party, leftKey, rightKey, leftRecord, rightRecord } = found
  return {
    deed: store.write((writer) => {
      const line = appendDeed(writer, { kind: 'intrekken', party, verdict: 'ingetrokken', reason: maskBsn(reason), ...actor, at: now }, [{ leftKey, rightKey, leftRecord, rightRecord }])
      const before = heldVerdicts(writer, party)
      revokeDeed(writer, deed, line)
      checkRevived(writer, party, before)
      return line
    }),
  }
}

/** That verdicts which hold again can be followed beside those that held. The transaction is undone when they cannot. */
function checkRevived(reader: Reader, party: Party, before: readonly HeldVerdict[]): void {
  const known = new Set(before.map(({ deed, leftKey, rightKey }) => `${deed} ${leftKey} ${rightKey}`))
  const held = heldVerdicts(reader, party)
  for (const { deed, leftKey, rightKey, leftRecord, rightRecord, verdict } of held) {
    if (known.has(`${deed} ${leftKey} ${rightKey}`)) continue
    const isAgainst = verdict === 'zelfde' ? forbiddenWhy(reader, party, leftRecord, rightRecord) !== null : verdict === 'verschillend' && areHeldTogether(reader, party, leftRecord, rightRecord, held)
    if (isAgainst) throw new ProblemError('decisions-conflict')
  }
}

function rowsOf(reader: Reader, party: Party, left: number, right: number): DecidedRows {
  return { leftKey: required(keyOfRecord(reader, party, left)), rightKey: required(keyOfRecord(reader, party, right)), leftRecord: left, rightRecord: right }
}

function required<T>(value: T | null): T {
  if (value === null) throw new ProblemError('not-found', { what: 'De bronrij' })
  return value
}
