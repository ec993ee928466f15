import type { MadeWeighing, TriageState } from '#shared/model/triage.ts'
import type { CallContext } from '../../context.ts'
import { maskBsn } from '../../normalise/maskBsn.ts'
import { ProblemError } from '../../problem.ts'
import type { Reader, Writer } from '../../store/database.ts'
import { caseIdOf, findReceived, findTriage, insertStep, insertTriage, lastTriageNumber, type TriageStepRow } from '../../store/triage.ts'
import { todayOf } from '../../today.ts'
import { nextNumber } from '../numbers.ts'
import { requireOpenCase } from '../openCase.ts'
import { isBorne, openWays, openWeighings, standingAfter, type Standing } from './machine.ts'
import { stepsOf } from './read.ts'

type Deciding = Pick<CallContext, 'store' | 'actor' | 'now'>

/** Takes up a signal that was received. @throws ProblemError `not-found` when it is not there, has expired or was taken up before */
export function takeSignal(context: Deciding, recordId: number, motive: string): { id: number } {
  const { store, now } = context
  const today = todayOf(context)
  return store.write((writer) => {
    if (!findReceived(writer, recordId, today)) throw new ProblemError('not-found', { what: 'Het signaal' })
    const id = insertTriage(writer, nextNumber('W', today, (prefix) => lastTriageNumber(writer, prefix)), recordId, now)
    insertStep(writer, id, { ...signed(context, motive), ...move('received', 'weighing') })
    return { id }
  })
}

/**
 * Makes a weighing, or makes it again; those after it are then to be made anew.
 * @throws ProblemError `not-found`, `triage-weighing` when it is not its turn, `triage-criteria` when a positive one lacks what bears it
 */
export function weigh(context: Deciding, id: number, made: MadeWeighing, motive: string): null {
  return step(context, id, (_writer, standing) => {
    if (!openWeighings(standing).includes(made.weighing)) throw new ProblemError('triage-weighing')
    if (!isBorne(made)) throw new ProblemError('triage-criteria')
    return { ...signed(context, motive), weighing: JSON.stringify(made) }
  })
}

/**
 * Moves a signal on or back.
 * @throws ProblemError `not-found` (the signal, or the case it is to go to), `case-closed`, `triage-way`, `triage-destination`
 */
export function moveSignal(context: Deciding, id: number, to: TriageState, given: { destination: string; reviewOn: string | null }, motive: string): null {
  return step(context, id, (writer, standing) => {
    const way = openWays(standing).find((one) => one.to === to)
    if (!way) throw new ProblemError('triage-way')
    if (way.needsDestination !== (given.destination !== '')) throw new ProblemError('triage-destination')
    if (to === 'inCase') requireOpenCaseNumbered(writer, given.destination)
    return { ...signed(context, motive), ...move(standing.state, to), destination: maskBsn(given.destination), reviewOn: given.reviewOn }
  })
}

/** Reads where a signal stands and adds the step, in one go: nobody comes in between. */
function step({ store }: Deciding, id: number, make: (writer: Writer, standing: Standing) => TriageStepRow): null {
  return store.write((writer) => {
    requireTriage(writer, id)
    insertStep(writer, id, make(writer, standingAfter(stepsOf(writer, id))))
    return null
  })
}

function requireOpenCaseNumbered(reader: Reader, number: string): void {
  const id = caseIdOf(reader, number)
  if (id === null) throw new ProblemError('not-found', { what: `Casus ${number}` })
  requireOpenCase(reader, id)
}

function requireTriage(reader: Reader, id: number): void {
  if (!findTriage(reader, id)) throw new ProblemError('not-found', { what: 'Het signaal' })
}

function signed({ actor, now }: Deciding, motive: string): TriageStepRow {
  return { at: now, account: actor.account, by: actor.name, motive: maskBsn(motive), weighing: null, fromState: null, toState: null, destination: '', reviewOn: null }
}

function move(from: TriageState, to: TriageState): Pick<TriageStepRow, 'fromState' | 'toState'> {
  return { fromState: from, toState: to }
}
