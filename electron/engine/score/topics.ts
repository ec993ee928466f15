import type { Indicator } from '#shared/model/indicator.ts'
import { OwnAreaLevel, Phenomenon, ScoreLevel, type CountView } from '#shared/model/score.ts'
import type { CallContext } from '../context.ts'
import type { TopicRow, Whole } from '../store/scores.ts'
import type { Comparison, Outcome } from './assemble.ts'
import { scoreTopics } from './beside/scoreTopics.ts'
import { observationsOf, type Counted, type Unit } from './compose.ts'
import type { Tally } from './count.ts'
import type { ScoreInput } from './input.ts'
import { drawsOf, sha256, type TopicTask } from './scoreTopic.ts'
import type { Subject } from './units.ts'

export type Progress = Pick<CallContext, 'report' | 'checkCancelled'>
export type Counts = Pick<ScoreInput, 'subjects' | 'tallies' | 'book'>

/** The topics of an earlier set, whose numbers hold where they follow from the same. */
export type Held = readonly Required<TopicRow>[]

/** A level and phenomenon that can be scored, with a hash over everything its numbers follow from. */
export interface Topic extends Whole, TopicTask {
  inputHash: string
}

/** What comes out of scoring: rows of every topic that was computed, and which ones were not, because an earlier set holds them. */
export interface Scored extends Outcome {
  topics: TopicRow[]
}

/** Every level and phenomenon of one view of the counts. */
export function topicsOf(view: CountView, input: Counts, hashOf: Hasher): Topic[] {
  const { set } = input.book
  return ScoreLevel.options.flatMap((level) =>
    Phenomenon.options.map((phenomenon) => {
      const whole = { view, level, phenomenon }
      const comparison = comparisonOf(input, whole)
      const { counted, context } = comparison
      return { ...whole, comparison, set, inputHash: sha256([whole, set, hashOf(input.subjects[level] ?? []), counted.map(hashOf), context.map(hashOf)]) }
    }),
  )
}

/** The same topic of an earlier set, where it follows from the same: the same units and counts, by the same definitions and rules. */
export function heldOf(held: Held, { view, level, phenomenon, inputHash }: Topic): Required<TopicRow> | undefined {
  return held.find((one) => one.view === view && one.level === level && one.phenomenon === phenomenon && one.inputHash === inputHash)
}

/** Fewer draws than these are made before another thread has its orders. */
const WORTH_SHARING = 1_000_000

/**
 * Scores topics, but for those an earlier set holds. What could not be computed is the same in both views and told once.
 * @param isShared whether the thread beside may score some of them
 */
export function scoreAll(topics: readonly Topic[], progress: Progress, held: Held, isShared: boolean): Scored {
  const fresh = topics.filter((topic) => !heldOf(held, topic)).toSorted((one, other) => drawsOf(other) - drawsOf(one))
  const onTopic = (done: number) => {
    progress.report({ step: 'Scores berekenen', done, total: fresh.length })
    progress.checkCancelled()
  }
  const isWorth = fresh.reduce((sum, topic) => sum + drawsOf(topic), 0) > WORTH_SHARING
  const outcomes = new Map(scoreTopics(fresh, { onTopic, checkCancelled: progress.checkCancelled }, isShared && isWorth).map((outcome, i) => [fresh[i], outcome]))
  const made = topics.flatMap((topic) => outcomes.get(topic) ?? [])
  return {
    topics: topics.map((topic) => heldOf(held, topic) ?? { view: topic.view, level: topic.level, phenomenon: topic.phenomenon, inputHash: topic.inputHash, resultHash: outcomes.get(topic)?.resultHash ?? '' }),
    scores: made.flatMap(({ outcome }) => outcome.scores),
    parts: made.flatMap(({ outcome }) => outcome.parts),
    missing: topics.flatMap((topic) => (topic.view === 'exact' ? (outcomes.get(topic)?.outcome.missing ?? []) : [])),
  }
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
  const buurten = isOwn ? tally?.get('buurt') : undefined
  return [isOwn ? { ...counted, whole: buurten ? [...observationsOf(buurten).values()] : [] } : counted]
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
    const made = known.get(part) ?? sha256('counts' in part ? inOrder({ ...part, counts: [...part.counts], newer: part.newer?.map((one) => [...one]) }) : part)
    known.set(part, made)
    return made
  }
}

/** The same for the same values, in whatever order they were put in. */
function inOrder(part: object): [string, unknown][] {
  return Object.entries(part).filter(([, value]) => value !== undefined).toSorted(([one], [other]) => (one < other ? -1 : 1))
}
