import { Weighing, weighingRules, type MadeWeighing, type TriageState, type TriageStep, type TriageWay } from '#shared/model/triage.ts'

/** Where a signal stands: its state, and the weighings that hold in it. */
export interface Standing {
  state: TriageState
  weighings: ReadonlyMap<Weighing, MadeWeighing>
}

type Made = Standing['weighings']

interface Way {
  from: TriageState
  to: TriageState
  isBack: boolean
  /** what must have been weighed before */
  isOpen: (made: Made) => boolean
}

const always = () => true
const positive = (...needed: readonly Weighing[]) => (made: Made) => needed.every((one) => made.get(one)?.isPositive === true)
const negative = (...any: readonly Weighing[]) => (made: Made) => any.some((one) => made.get(one)?.isPositive === false)
const on = (from: TriageState, to: readonly TriageState[], isOpen: Way['isOpen']): Way[] => to.map((one) => ({ from, to: one, isBack: false, isOpen }))
const back = (to: TriageState, from: readonly TriageState[]): Way[] => from.map((one) => ({ from: one, to, isBack: true, isOpen: always }))

/** Every way there is from one state to another; the vault holds the same pairs and takes no other (`triage_way`). */
export const ways: readonly Way[] = [
  ...on('received', ['weighing'], always),
  ...on('weighing', ['notHandled'], negative('undermining', 'task', 'severity')),
  ...on('weighing', ['toDepartment', 'toRiec', 'sourceResearch'], positive('undermining', 'task', 'severity')),
  ...on('sourceResearch', ['confirmed'], positive('hits')),
  ...on('sourceResearch', ['noHit'], negative('hits')),
  ...on('noHit', ['notHandled'], always),
  ...on('confirmed', ['toDepartment', 'toRiec', 'inCase', 'inProject'], positive('sharing')),
  ...back('weighing', ['notHandled', 'toDepartment', 'toRiec', 'sourceResearch']),
  ...back('sourceResearch', ['noHit', 'confirmed']),
  ...back('confirmed', ['inCase', 'inProject']),
]

const WITH_DESTINATION: ReadonlySet<TriageState> = new Set<TriageState>(['toDepartment', 'sourceResearch', 'inCase', 'inProject'])

/** Reads the steps of a triage, oldest first. A weighing that was made again counts as it was made last. */
export function standingAfter(steps: readonly Pick<TriageStep, 'weighing' | 'move'>[]): Standing {
  return steps.reduce<Standing>(after, { state: 'received', weighings: new Map() })
}

function after({ state, weighings }: Standing, { weighing, move }: Pick<TriageStep, 'weighing' | 'move'>): Standing {
  if (weighing) return { state, weighings: new Map([...weighings].filter(([one]) => order(one) < order(weighing.weighing))).set(weighing.weighing, weighing) }
  if (!move) return { state, weighings }
  // whoever enters a state weighs in it afresh, and so in all that follow
  const first = Weighing.options.findIndex((one) => weighingRules[one].state === move.to)
  return { state: move.to, weighings: first < 0 ? weighings : new Map([...weighings].filter(([one]) => order(one) < first)) }
}

function order(weighing: Weighing): number {
  return Weighing.options.indexOf(weighing)
}

/** Where one can go from here. */
export function openWays({ state, weighings }: Standing): TriageWay[] {
  return ways.flatMap(({ from, to, isBack, isOpen }) => (from === state && isOpen(weighings) ? [{ to, isBack, needsDestination: WITH_DESTINATION.has(to) }] : []))
}

/** The weighings that can be made here: those of this state, up to the first that is wanting or negative. */
export function openWeighings({ state, weighings }: Standing): Weighing[] {
  const here = Weighing.options.filter((one) => weighingRules[one].state === state)
  return here.filter((_, place) => here.slice(0, place).every((before) => weighings.get(before)?.isPositive === true))
}

/** Whether what was ticked bears a positive judgement: at least one criterion of each group, and none of another weighing. */
export function isBorne({ weighing, isPositive, criteria }: MadeWeighing): boolean {
  const { groups } = weighingRules[weighing]
  const own = new Set(groups.flat())
  return criteria.every((one) => own.has(one)) && (!isPositive || groups.every((group) => group.some((one) => criteria.includes(one))))
}
