import { z } from 'zod'
import { Destruction, DestructionMotive } from '../model/destruction.ts'
import { SourceDate } from '../model/entity.ts'
import { Criterion, MadeWeighing, TriageClock, TriageMotive, TriageState, TriageStep, TriageWay, Weighing } from '../model/triage.ts'
import { triageShownLabel, triageStateLabel, weighingLabel } from '../text/triage.ts'
import { DepartmentHit } from './catalogue.ts'
import { command, query } from './procedure.ts'

const weighs = { roles: ['director', 'analyst'], purpose: true, compartment: 'triage' } as const
const Id = z.number().int()

/** A signal in the triage, or one that waits to be taken up: nothing of its content. */
export const TriagedSignal = z.object({
  /** null until somebody takes it up */
  id: Id.nullable(),
  /** `W-2026-0001`; '' until then */
  number: z.string(),
  recordId: z.number().int(),
  state: TriageState,
  /** when it came in that state; '' for what was received */
  since: z.string(),
  /** the department, case, project or sources it went to */
  destination: z.string(),
  reviewOn: z.string().nullable(),
  signalNumber: z.string(),
  department: z.string(),
  kind: z.string(),
  phenomenon: z.string(),
  /** when it was received, else when what it is about began */
  date: SourceDate.nullable(),
  /** the address or company it is about */
  subject: z.string(),
  /** false when its delivery was taken back since */
  isThere: z.boolean(),
})
export type TriagedSignal = z.infer<typeof TriagedSignal>

/** Which signals a list shows: waiting to be taken up, under way, gone somewhere, or at the end of their year. */
export const TriageShown = z.enum(['received', 'open', 'settled', 'due'])
export type TriageShown = z.infer<typeof TriageShown>

/** One signal with its weighings: here its own content is opened, and of what else is known of its address only hit or no hit. */
export const TriageFile = TriagedSignal.extend({
  content: z.string(),
  /** the weighings that hold, in their order */
  weighings: z.array(MadeWeighing),
  /** what can be weighed now, and where it can go */
  openWeighings: z.array(Weighing),
  ways: z.array(TriageWay),
  steps: z.array(TriageStep),
  /** hit or no hit per department; null until the sources may be asked */
  departments: z.array(DepartmentHit).nullable(),
  /** of a signal that is not handled */
  clock: TriageClock.nullable(),
})
export type TriageFile = z.infer<typeof TriageFile>

export const triage = {
  'triage.list': query(z.object({ shown: TriageShown, text: z.string().max(100), limit: z.number().int().min(1).max(500) }), z.object({ signals: z.array(TriagedSignal), total: z.number().int() }), {
    ...weighs,
    logs: ({ shown }) => ({ action: 'triage-view', object: `lijst ${triageShownLabel[shown]}` }),
    reads: ['triage', 'index'],
  }),
  'triage.get': query(z.object({ id: Id }), TriageFile, { ...weighs, logs: ({ id }) => ({ action: 'triage-view', object: `signaal ${id}` }), reads: ['triage', 'index'] }),
  /** Takes up a signal that was received; from here on its content can be read. */
  'triage.take': command(z.object({ recordId: z.number().int(), motive: TriageMotive }), z.object({ id: Id }), {
    ...weighs,
    logs: ({ recordId }) => ({ action: 'triage-step', object: `bronrij ${recordId} in weging` }),
    writes: ['triage'],
  }),
  'triage.weigh': command(z.object({ id: Id, weighing: Weighing, isPositive: z.boolean(), criteria: z.array(Criterion).max(Criterion.options.length), motive: TriageMotive }), z.null(), {
    ...weighs,
    logs: ({ id, weighing, isPositive }) => ({ action: 'triage-step', object: `signaal ${id} ${weighingLabel[weighing]}: ${isPositive ? 'ja' : 'nee'}` }),
    writes: ['triage'],
  }),
  /** Moves it on, or back. To a case: the number of one that is there. */
  'triage.move': command(z.object({ id: Id, to: TriageState, destination: z.string().trim().max(200), reviewOn: z.iso.date().nullable(), motive: TriageMotive }), z.null(), {
    ...weighs,
    logs: ({ id, to }) => ({ action: 'triage-step', object: `signaal ${id} naar ${triageStateLabel[to]}` }),
    writes: ['triage'],
  }),
  'triage.destructions': query(z.object({}), z.array(Destruction), { ...weighs, logs: () => ({ action: 'triage-view', object: 'vernietigingen' }), reads: ['triage'] }),
  /** From the last day of its year on; somebody else decides. */
  'triage.askDestruction': command(z.object({ id: Id, motive: DestructionMotive }), Destruction, {
    ...weighs,
    logs: ({ id }) => ({ action: 'triage-destruction-ask', object: `signaal ${id}` }),
    writes: ['triage'],
  }),
  /** By a director, not by who asked, and not before the year is over. */
  'triage.decideDestruction': command(z.object({ id: Id, approve: z.boolean() }), z.null(), {
    ...weighs,
    roles: ['director'],
    logs: ({ id, approve }) => ({ action: 'triage-destruction', object: `signaal ${id} ${approve ? 'vernietigd' : 'niet vernietigd'}` }),
    writes: ['triage', 'index', 'sources'],
  }),
}
