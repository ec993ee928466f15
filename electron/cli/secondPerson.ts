import type { Proposal } from '#shared/model/proposal.ts'
import type { Command } from './command.ts'
import { choose, required, textOf, wholeNumber } from './options.ts'

const text = { type: 'string' } as const

/** What is typed with a change that takes two people, for `parseArgs`. */
export const twoPeopleOptions = { besluit: text, uitkomst: text, motivering: text } as const

/** The same for the help. */
export const twoPeopleHelp: Command['options'] = [
  ['--besluit NUMMER', 'besluit over een wijziging van een ander'],
  ['--uitkomst goed|af', 'keurt haar goed of wijst haar af'],
  ['--motivering TEKST', 'bij een voorstel en bij een besluit: waarom, ten minste twintig tekens'],
]

type Typed = Partial<Record<keyof typeof twoPeopleOptions, string>>

/** @throws UsageError when it is missing, too short or too long */
export function motiveOf({ motivering }: Typed): string {
  return textOf(motivering, '--motivering', 20, 2000)
}

const outcomes = { approve: 'goed', reject: 'af' } as const

/** What is decided on the proposal of another. @throws UsageError when that is not clear */
export function decisionOf(values: Typed): { id: number; approve: boolean; motive: string } {
  return {
    id: wholeNumber(values.besluit ?? '', '--besluit', 1, Number.MAX_SAFE_INTEGER),
    approve: choose(required(values.uitkomst, '--uitkomst'), '--uitkomst', outcomes) === 'approve',
    motive: motiveOf(values),
  }
}

const states = { open: 'wacht op besluit', approved: 'goedgekeurd', rejected: 'afgewezen' } as const

/** Who proposed and who decided, as in every JSON answer. */
export function proposalData({ motive, by, at, decision, decidedBy, decidedAt, decidedMotive, version, isOwn }: Proposal): Record<string, unknown> {
  return {
    motivering: motive, door: by, op: at, besluit: states[decision], besloten_door: decidedBy, besloten_op: decidedAt, motivering_besluit: decidedMotive, versie: version, eigen: isOwn,
  }
}

/** The same for people: `door A. Analist: goedgekeurd door B. Baas`. */
export function proposalWords({ by, decision, decidedBy }: Proposal): string {
  return `door ${by}: ${states[decision]}${decidedBy === null ? '' : ` door ${decidedBy}`}`
}
