import type { SavedIntervention } from '#shared/contract/intervention.ts'
import { Intervention, isSettled } from '#shared/model/intervention.ts'
import type { CallContext } from '../context.ts'
import { maskBsn } from '../normalise/maskBsn.ts'
import { ProblemError } from '../problem.ts'
import { caseSubjects, touchCase } from '../store/cases.ts'
import type { Reader } from '../store/database.ts'
import { withFollowedKeys } from '../store/entityFollowed.ts'
import { deleteIntervention, insertIntervention, interventionRows, updateIntervention } from '../store/interventions.ts'
import { nameAll } from './entityNames.ts'
import { requireOpenCase } from './openCase.ts'

type Planning = Pick<CallContext, 'store' | 'actor' | 'now'>

/** The shortest word on what came of it. */
const SHORTEST_RESULT = 3

/** The plan of a case; whoever was joined to another is named as the one they are. */
export function readInterventions(reader: Reader, caseId: number): SavedIntervention[] {
  const plan = interventionRows(reader, caseId).map(({ id, content, changedAt, changedBy }) => ({ id, changedAt, changedBy, ...Intervention.parse(JSON.parse(withFollowedKeys(reader, content))) }))
  const names = nameAll(reader, plan.flatMap(({ subject }) => subject ?? []))
  return plan.map((one) => ({ ...one, subjectLabel: (one.subject === null ? undefined : names.get(one.subject)?.label) ?? '' }))
}

/**
 * Plans an intervention, or changes the one with that id. What is typed loses anything that could be a BSN.
 * @throws ProblemError `not-found` when the case, the intervention or the subject in the case is not there, `case-closed`,
 * `intervention-result` when it is done or dropped without a word on what came of it
 */
export function saveIntervention({ store, actor, now }: Planning, caseId: number, id: number | null, given: Intervention): { interventionId: number } {
  const kept = masked(given)
  if (isSettled(kept) && kept.result.trim().length < SHORTEST_RESULT) throw new ProblemError('intervention-result')
  return store.write((writer) => {
    requireOpenCase(writer, caseId)
    if (kept.subject !== null && !caseSubjects(writer, caseId).includes(kept.subject)) throw new ProblemError('not-found', { what: 'Het onderwerp in deze casus' })
    touchCase(writer, caseId, now)
    const row = { status: kept.status, result: kept.result, content: JSON.stringify(kept), changedAt: now, changedBy: actor.name }
    if (id === null) return { interventionId: insertIntervention(writer, caseId, row) }
    if (!updateIntervention(writer, caseId, id, row)) throw new ProblemError('not-found', { what: 'De interventie' })
    return { interventionId: id }
  })
}

/** @throws ProblemError `not-found`, `case-closed` */
export function removeIntervention({ store, now }: Pick<Planning, 'store' | 'now'>, caseId: number, id: number): null {
  return store.write((writer) => {
    requireOpenCase(writer, caseId)
    if (!deleteIntervention(writer, caseId, id)) throw new ProblemError('not-found', { what: 'De interventie' })
    touchCase(writer, caseId, now)
    return null
  })
}

/** A case does not close over what is planned or under way. @throws ProblemError `case-interventions-open` */
export function requireSettled(reader: Reader, caseId: number): void {
  const open = readInterventions(reader, caseId).filter((one) => !isSettled(one)).length
  if (open > 0) throw new ProblemError('case-interventions-open', { count: open })
}

function masked(given: Intervention): Intervention {
  const { goal, barrier, ground, executor, result } = given
  return { ...given, goal: maskBsn(goal), barrier: maskBsn(barrier), ground: maskBsn(ground), executor: maskBsn(executor), result: maskBsn(result) }
}
