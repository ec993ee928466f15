import { hash } from 'node:crypto'
import type { Indicator } from '#shared/model/indicator.ts'
import { OwnAreaLevel, Phenomenon, ScoreLevel, type CountView } from '#shared/model/score.ts'
import type { CallContext } from '../context.ts'
import type { TopicRow, Whole } from '../store/scores.ts'
import { assemble, type Comparison, type Outcome } from './assemble.ts'
import type { Counted, Unit } from './compose.ts'
import type { Tally } from './count.ts'
import type { ScoreInput } from './input.ts'
import type { Subject } from './units.ts'

export type Progress = Pick<CallContext, 'report' | 'checkCancelled'>
export type Counts = Pick<ScoreInput, 'subjects' | 'tallies' | 'book'>

/** The topics of an earlier set, whose numbers hold where they follow from the same. */
export type Held = readonly Required<TopicRow>[]

/** What comes out of scoring: rows of every topic that was computed, and which ones were not, because an earlier set holds them. */
export interface Scored extends Outcome {
  topics: TopicRow[]
}

/**
 * Scores every level and phenomenon, but for those that follow from the same as in an earlier set: the same units and counts, by the same
 * definitions and the same rules of the set.
 */
export function scoreAll(view: CountView, input: Counts, progress: Progress, held: Held = [], hashOf = makeHasher()): Scored {
  const all: Scored = { topics: [], scores: [], parts: [], missing: [] }
  const wholes = ScoreLevel.options.flatMap((level) => Phenomenon.options.map((phenomenon) => ({ view, level, phenomenon })))
  wholes.forEach((whole, done) => {
    progress.report({ step: 'Scores berekenen', done, total: wholes.length })
    progress.checkCancelled()
    const comparison = comparisonOf(input, whole)
    const { counted, context } = comparison
    const inputHash = sha256([whole, input.book.set, hashOf(input.subjects[whole.level] ?? []), counted.map(hashOf), context.map(hashOf)])
    const known = held.find((one) => one.view === view && one.level === whole.level && one.phenomenon === whole.phenomenon && one.inputHash === inputHash)
    if (known) return void all.topics.push(known)
    const outcome = assemble(comparison, input.book.set, progress.checkCancelled)
    all.topics.push({ ...whole, inputHash, resultHash: sha256([outcome.scores, outcome.parts, outcome.missing]) })
    all.scores.push(...outcome.scores)
    all.parts.push(...outcome.parts)
    all.missing.push(...outcome.missing)
  })
  return all
}

/** All that is compared at one level for one phenomenon. */
export function comparisonOf({ subjects, tallies, book }: Counts, { view, level, phenomenon }: Whole): Comparison {
  const of = (role: Indicator['role']) =>
    book.indicators
      .filter((one) => one.role === role && one.phenomena.includes(phenomenon) && (role === 'context' || one.weight > 0))
      .flatMap(({ id }) => countedAt(tallies.get(id), level))
  return { view, level, phenomenon, units: (subjects[level] ?? []).map((subject) => unitOf(subject, phenomenon)), counted: of('score'), context: of('context') }
}

/** What an indicator counted at a level; for own areas with the buurten of the municipality beside it. */
function countedAt(tally: Tally | undefined, level: ScoreLevel): Counted[] {
  const counted = tally?.get(level)
  if (!counted) return []
  const isOwn = OwnAreaLevel.options.some((own) => own === level)
  return [isOwn ? { ...counted, whole: [...(tally?.get('buurt')?.counts.values() ?? [])] } : counted]
}

/** Money laundering goes through companies, the other phenomena through premises; a branch consists of vestigingen only. */
function unitOf(subject: Subject, phenomenon: Phenomenon): Unit {
  const { code, name, parent, groups, addresses, locations } = subject
  const isOfCompanies = phenomenon === 'witwassen' || code.includes(':')
  return { code, name, parent, groups, exposure: isOfCompanies ? locations : addresses }
}

/** Makes hashes over parts of an input, each only once however often it is asked for. */
export type Hasher = (part: Counted | readonly Subject[]) => string

export function makeHasher(): Hasher {
  const known = new Map<object, string>()
  return (part) => {
    const made = known.get(part) ?? sha256('counts' in part ? inOrder({ ...part, counts: [...part.counts] }) : part)
    known.set(part, made)
    return made
  }
}

/** The same for the same values, in whatever order they were put in. */
function inOrder(part: object): [string, unknown][] {
  return Object.entries(part).filter(([, value]) => value !== undefined).toSorted(([one], [other]) => (one < other ? -1 : 1))
}

export function sha256(value: unknown): string {
  return hash('sha256', JSON.stringify(value))
}
