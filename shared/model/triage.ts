import { z } from 'zod'

/** A whole day, `2026-11-21`. */
const Day = z.iso.date()

/** Where a signal stands between its coming in and what is done about it. */
export const TriageState = z.enum(['received', 'weighing', 'notHandled', 'toDepartment', 'toRiec', 'sourceResearch', 'noHit', 'confirmed', 'inCase', 'inProject'])
export type TriageState = z.infer<typeof TriageState>

/** The five weighings of the model protocol, in their order. */
export const Weighing = z.enum(['undermining', 'task', 'severity', 'hits', 'sharing'])
export type Weighing = z.infer<typeof Weighing>

/** What can be ticked at a weighing; the Dutch words stand in `shared/text/triage.ts`. */
export const Criterion = z.enum([
  // undermining: how it is rooted in place and surroundings
  'administrative', 'social', 'business', 'facilitating', 'involvement',
  // undermining: what is seen
  'incongruence', 'criminal', 'structural', 'latent', 'complex',
  // task
  'authority', 'territory',
  // severity
  'concrete', 'recent', 'phenomenon',
  // hits
  'same-matter',
  // sharing
  'data', 'exchange',
])
export type Criterion = z.infer<typeof Criterion>

/**
 * In which state each weighing is made, and what a positive one takes: of every group at least one criterion.
 * Source: CCV modelprotocol ondermijning, steps 1 to 4.
 */
export const weighingRules: Readonly<Record<Weighing, { state: TriageState; groups: readonly (readonly Criterion[])[] }>> = {
  undermining: { state: 'weighing', groups: [['administrative', 'social', 'business', 'facilitating', 'involvement'], ['incongruence', 'criminal', 'structural', 'latent', 'complex']] },
  task: { state: 'weighing', groups: [['authority'], ['territory']] },
  severity: { state: 'weighing', groups: [['concrete', 'recent', 'phenomenon']] },
  hits: { state: 'sourceResearch', groups: [['same-matter']] },
  sharing: { state: 'confirmed', groups: [['data'], ['exchange']] },
}

/** What somebody writes to say why; the same least length everywhere in the triage. */
export const TriageMotive = z.string().trim().min(20).max(2000)

/** One weighing as it was made. Criteria may be ticked while the whole is judged negative. */
export const MadeWeighing = z.object({ weighing: Weighing, isPositive: z.boolean(), criteria: z.array(Criterion).max(Criterion.options.length) })
export type MadeWeighing = z.infer<typeof MadeWeighing>

/** One deed in the triage of a signal: a weighing, or a move from one state to another. Steps are added, never changed. */
export const TriageStep = z.object({
  at: z.string(),
  by: z.string(),
  motive: z.string(),
  weighing: MadeWeighing.nullable(),
  move: z
    .object({
      from: TriageState,
      to: TriageState,
      /** the department, case, project or the sources that may be asked; '' where the state names none */
      destination: z.string(),
      /** when somebody looks at it again */
      reviewOn: Day.nullable(),
    })
    .nullable(),
})
export type TriageStep = z.infer<typeof TriageStep>

/** A way on that is open now. */
export const TriageWay = z.object({ to: TriageState, isBack: z.boolean(), needsDestination: z.boolean() })
export type TriageWay = z.infer<typeof TriageWay>

/** The clock of a signal that is not handled: kept for a year, listed on its last day, destroyed after it. */
export const TriageClock = z.object({ since: Day, listedFrom: Day, destroyFrom: Day, isListed: z.boolean(), isDue: z.boolean() })
export type TriageClock = z.infer<typeof TriageClock>
