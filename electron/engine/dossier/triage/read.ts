import type { TriagedSignal, TriageFile, TriageShown } from '#shared/contract/triage.ts'
import { entityKey, type EntityKey } from '#shared/model/entity.ts'
import { MadeWeighing, TriageState, Weighing, type TriageStep } from '#shared/model/triage.ts'
import { dayOf } from '#shared/text/format.ts'
import { lookUpReferences } from '../../catalogue/index.ts'
import type { CallContext } from '../../context.ts'
import { maskBsn } from '../../normalise/maskBsn.ts'
import { ProblemError } from '../../problem.ts'
import type { Reader } from '../../store/database.ts'
import { contentOf, findTriage, receivedRows, stepRows, takenRows, type TriageRow, type TriageRows, type TriageStepRow } from '../../store/triage.ts'
import { todayOf } from '../../today.ts'
import { nameAll } from '../entityNames.ts'
import { clockOf, listedSince } from './clock.ts'
import { openWays, openWeighings, standingAfter } from './machine.ts'

const OPEN = JSON.stringify(['weighing', 'sourceResearch', 'noHit', 'confirmed'] satisfies TriageState[])
const SETTLED = JSON.stringify(['notHandled', 'toDepartment', 'toRiec', 'inCase', 'inProject'] satisfies TriageState[])
const DUE = JSON.stringify(['notHandled'] satisfies TriageState[])

type Reading = Pick<CallContext, 'store' | 'now'>

/** Signals that wait to be taken up, or those in the triage; without their content. @param text part of a number, department or kind */
export function listTriage(context: Reading, { shown, text, limit }: { shown: TriageShown; text: string; limit: number }): { signals: TriagedSignal[]; total: number } {
  const { rows, total } = rowsOf(context, shown, text.trim(), limit)
  return { signals: signalsOf(context.store, rows), total }
}

function rowsOf({ store, now }: Reading, shown: TriageShown, text: string, limit: number): TriageRows {
  const today = dayOf(now)
  if (shown === 'received') return receivedRows(store, todayOf({ store, now }), text, limit)
  if (shown === 'due') return takenRows(store, DUE, listedSince(today), text, limit)
  return takenRows(store, shown === 'open' ? OPEN : SETTLED, today, text, limit)
}

/** One signal with its content, its weighings and where it can go. @throws ProblemError `not-found` */
export function readTriage(context: Reading, id: number): TriageFile {
  const { store, now } = context
  const row = findTriage(store, id)
  const [signal] = row ? signalsOf(store, [row]) : []
  if (!row || !signal) throw new ProblemError('not-found', { what: 'Het signaal' })
  const steps = stepsOf(store, id)
  const standing = standingAfter(steps)
  return {
    ...signal,
    content: maskBsn(contentOf(store, row.recordId)),
    weighings: Weighing.options.flatMap((one) => standing.weighings.get(one) ?? []),
    openWeighings: openWeighings(standing),
    ways: openWays(standing),
    steps,
    departments: wereSourcesAsked(steps) ? departmentsOf(context, row) : null,
    clock: standing.state === 'notHandled' ? clockOf(dayOf(row.since), dayOf(now)) : null,
  }
}

/** The steps of a triage, oldest first. */
export function stepsOf(reader: Reader, id: number): TriageStep[] {
  return stepRows(reader, id).map(stepOf)
}

function stepOf({ at, by, motive, weighing, fromState, toState, destination, reviewOn }: TriageStepRow): TriageStep {
  const move = fromState === null || toState === null ? null : { from: TriageState.parse(fromState), to: TriageState.parse(toState), destination, reviewOn }
  return { at, by, motive, weighing: weighing === null ? null : MadeWeighing.parse(JSON.parse(weighing)), move }
}

/** Other departments are asked only once it was decided that they may be. */
function wereSourcesAsked(steps: readonly TriageStep[]): boolean {
  return steps.some(({ move }) => move?.to === 'sourceResearch')
}

/** What the index knows beside the signal itself. */
function departmentsOf(context: Reading, row: TriageRow): TriageFile['departments'] {
  const key = subjectOf(row)
  return key === null ? [] : lookUpReferences(context, key, row.recordId)
}

function subjectOf({ addressId, companyId }: TriageRow): EntityKey | null {
  if (addressId !== null) return entityKey('address', addressId)
  return companyId === null ? null : entityKey('company', companyId)
}

function signalsOf(reader: Reader, rows: readonly TriageRow[]): TriagedSignal[] {
  const names = nameAll(reader, rows.flatMap((row) => subjectOf(row) ?? []))
  return rows.map((row) => {
    const key = subjectOf(row)
    const { id, recordId, since, destination, reviewOn } = row
    return {
      id, recordId, since, destination, reviewOn,
      number: row.number ?? '',
      state: TriageState.parse(row.state),
      signalNumber: row.signalNumber ?? '',
      department: row.department ?? '',
      kind: row.kind ?? '',
      phenomenon: row.phenomenon ?? '',
      date: row.received ?? row.started,
      subject: (key === null ? undefined : names.get(key)?.label) ?? '',
      isThere: row.department !== null,
    }
  })
}
