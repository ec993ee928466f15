import type { ScoreSet } from '#shared/model/scoreSet.ts'
import type { Indicator, IndicatorBook } from '#shared/model/indicator.ts'
import { Phenomenon, ScoreLevel } from '#shared/model/score.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import type { Reader } from '../store/database.ts'
import { countingOnly, lensKinds } from '../store/deliveryLens.ts'
import { countedDeliveries, deliveredKinds, inputStamp, type DeliveryRow } from '../store/scoreInputs.ts'
import { confirmSet, heldTopics, insertSet, newestSet, type IndicatorRow, type ScoreRows, type SetRow, type TopicRow } from '../store/scores.ts'
import { todayOf } from '../today.ts'
import { startThread } from './beside/thread.ts'
import { beginCounting, isWorthAThread, type CountingGround } from './count.ts'
import { noMemory, openMemory } from './countMemory.ts'
import { currentSet } from './current.ts'
import { lastDayOf } from './days.ts'
import { formulas } from './formulas.ts'
import { packInput, type ScoreInput } from './input.ts'
import { knownOn } from './silence.ts'
import { shownTallies } from './shownTallies.ts'
import { roundingKeyOf } from './roundingKey.ts'
import { sha256 } from './scoreTopic.ts'
import { heldOf, makeHasher, scoreAll, topicsOf, type Hasher, type Held, type Progress, type Scored, type Topic } from './topics.ts'
import { readSubjects } from './units.ts'
import { currentDefinitions } from './weights.ts'

/** Outside a case chances are told from fewer draws: they are shown in steps, and the counts they follow from are rounded. */
const SHOWN_DRAWS = 400

/**
 * Counts and scores every area and branch for every phenomenon and keeps the outcome as a set. Made again from the same
 * definitions, data and seed it is the same to the last bit; then the newest set is kept and only confirmed. What nothing changed for
 * since the newest set is neither counted nor scored again.
 * @throws ProblemError `no-areas` when neither areas nor companies were delivered
 */
export function runScores(context: CallContext): ScoreSet {
  const { store, vault: beside = null } = context
  // it has started by the time there is something for it to do
  if (beside && isWorthAThread(store)) startThread()
  const memory = openMemory(store)
  const before = newestSet(store, formulas())
  const stamp = inputStamp(store)
  const input = gatherNow(store, todayOf(context), { memory, beside }, context)
  const { set, rows } = computeViews(input, stamp, context, before ? heldTopics(store, before.id) : [])
  const asked = { at: context.now, account: context.actor.account, name: context.actor.name }
  store.write((writer) => {
    memory.save(writer)
    const newest = newestSet(writer, set.formulas)
    if (newest?.hash === set.hash && newest.resultHash === set.resultHash) confirmSet(writer, newest.id, { ...asked, inputs: set.inputs })
    else insertSet(writer, { ...set, ...asked, kind: 'official', label: '' }, { ...rows, topics: heldNow(writer, before, rows.topics) }, packInput(input))
  })
  const made = currentSet(context)
  if (!made) throw new Error('a score set that was just stored is gone')
  return made
}

/** Where the topics stand by now that an earlier set holds: one that was destroyed meanwhile passed them on. */
function heldNow(reader: Reader, before: SetRow | null, topics: readonly TopicRow[]): TopicRow[] {
  const held = before ? heldTopics(reader, before.id) : []
  return topics.map((topic) => {
    const holder = held.find(({ view, level, phenomenon }) => view === topic.view && level === topic.level && phenomenon === topic.phenomenon)?.heldBy
    return topic.heldBy === undefined || holder === undefined ? topic : { ...topic, heldBy: holder }
  })
}

type Numbers = Omit<SetRow, 'id' | 'at' | 'account' | 'name' | 'kind' | 'label'>
/** What computing both views takes of a call: the key that rounds, and whether another thread may help. */
type ViewContext = Pick<CallContext, 'store' | 'hashKey' | 'vault'> & Progress

/** The exact numbers of a set, from the store alone; nothing is written, and all is computed. */
export function computeScores(reader: Reader, today: string, progress: Progress): { set: Numbers; rows: ScoreRows; input: ScoreInput } {
  const stamp = inputStamp(reader)
  const input = gatherNow(reader, today, { memory: noMemory, beside: null }, progress)
  return { input, ...computeFrom(input, stamp, progress) }
}

function gatherNow(reader: Reader, today: string, known: Pick<CountingGround, 'memory' | 'beside'>, progress: Progress): ScoreInput {
  const delivered = deliveredKinds(reader)
  return gatherInput(reader, currentDefinitions(reader), { ...known, delivered, day: referenceDay(delivered, today) }, progress)
}

/**
 * The numbers as they would have come out on a past day: from rows that were delivered by then, and of those what had happened by then.
 * Where addresses and areas lie is taken as it is now.
 */
export function computePast(reader: Reader, day: string, progress: Progress): { set: Numbers; rows: ScoreRows; input: ScoreInput } {
  const known = countedDeliveries(reader).filter((one) => !lensKinds.includes(one.kind) || knownOn(one) <= day)
  const delivered = known.map(({ kind, supplier, referenceDate, received }) => ({ kind, supplier, referenceDate, received }))
  const input = countingOnly(reader, lensKinds, known.map(({ id }) => id), () => gatherInput(reader, currentDefinitions(reader), { delivered, day, memory: noMemory, beside: null }, progress))
  return { input, ...computeFrom(input, inputStamp(reader), progress) }
}

/**
 * The topics of a set as they are shown outside a case, from the counts as they are shown there. A phenomenon of which an earlier set holds
 * every exact topic is shown as it was: both follow from the same.
 */
function shownTopics(input: ScoreInput, key: string, { exact, held }: { exact: readonly Topic[]; held: Held }, hashOf: Hasher): Topic[] {
  const { book, subjects } = input
  const changed = Phenomenon.options.filter((phenomenon) => exact.some((topic) => topic.phenomenon === phenomenon && !heldOf(held, topic)))
  const tallies = new Map([...input.tallies].filter(([id]) => book.indicators.some((one) => one.id === id && one.phenomena.some((of) => changed.includes(of)))))
  const set = { ...book.set, draws: Math.min(SHOWN_DRAWS, book.set.draws) }
  const topics = topicsOf('rounded', { subjects, book: { ...book, set }, tallies: shownTallies({ subjects, tallies }, key) }, hashOf)
  return topics.filter(({ phenomenon }) => changed.includes(phenomenon))
}

/** What a set is made of, read from the registers. @param book the definitions that say what to count */
export function gatherInput(reader: Reader, book: IndicatorBook, gathering: Omit<CountingGround, 'riskBranches'>, progress: Progress): ScoreInput {
  const { delivered, day } = gathering
  const counting = beginCounting(reader, book.indicators, { riskBranches: book.riskBranches, ...gathering })
  try {
    const { tallies, population } = counting.finish((done, total) => {
      progress.checkCancelled()
      progress.report({ step: 'Tellen', done, total })
    })
    const subjects = readSubjects(reader, book.peers, population)
    if (ScoreLevel.options.every((level) => (subjects[level] ?? []).length === 0)) throw new ProblemError('no-areas')
    return { book, delivered, referenceDate: day, subjects, tallies }
  } finally {
    counting.stop()
  }
}

/** The numbers of a set in both views: exact, and as they are shown outside a case. @param held topics of an earlier set, of which no rows are made again */
export function computeViews(input: ScoreInput, stamp: string, context: ViewContext, held: Held = []): { set: Numbers; rows: ScoreRows } {
  const hashOf = makeHasher()
  const exact = topicsOf('exact', input, hashOf)
  const shown = shownTopics(input, roundingKeyOf(context), { exact, held }, hashOf)
  const scored = scoreAll([...exact, ...shown], context, held, context.vault !== undefined)
  const asWas = held.filter(({ view, phenomenon }) => view === 'rounded' && shown.every((topic) => topic.phenomenon !== phenomenon))
  return numbersOf(input, stamp, { ...scored, topics: [...scored.topics, ...asWas] }, hashOf)
}

/** The exact numbers that follow from an input, and from nothing else. */
export function computeFrom(input: ScoreInput, stamp: string, progress: Progress): { set: Numbers; rows: ScoreRows } {
  const hashOf = makeHasher()
  return numbersOf(input, stamp, scoreAll(topicsOf('exact', input, hashOf), progress, [], false), hashOf)
}

function numbersOf({ book, delivered, referenceDate, subjects, tallies }: ScoreInput, stamp: string, scored: Scored, hashOf: Hasher): { set: Numbers; rows: ScoreRows } {
  const counted = [...tallies].map(([id, tally]) => [id, [...tally].map(([level, one]) => [level, hashOf(one)])])
  const dataHash = sha256([referenceDate, ScoreLevel.options.map((level) => hashOf(subjects[level] ?? [])), counted])
  return {
    set: {
      formulas: formulas(),
      referenceDate,
      indicatorSet: book.set.version,
      seed: book.set.seed,
      definitionsHash: book.hash,
      dataHash,
      hash: sha256([book.hash, dataHash, book.set.seed]),
      resultHash: sha256(scored.topics.flatMap(({ view, resultHash }) => (view === 'exact' ? [resultHash] : []))),
      inputs: stamp,
    },
    rows: { ...scored, indicators: indicatorRows(book.indicators, delivered) },
  }
}

/** The day of the newest delivery: what is known up to then. Never later than today. */
function referenceDay(delivered: readonly DeliveryRow[], today: string): string {
  const days = delivered.flatMap(({ kind, referenceDate }) => (kind === 'area' || referenceDate === null ? [] : [lastDayOf(referenceDate)]))
  const newest = days.toSorted().at(-1) ?? today
  return newest < today ? newest : today
}

function indicatorRows(indicators: readonly Indicator[], delivered: readonly DeliveryRow[]): IndicatorRow[] {
  return indicators.map((indicator) => ({
    indicator: indicator.id,
    definition: JSON.stringify(indicator),
    // that of the events stands first among the kinds an indicator requires
    sources: JSON.stringify(indicator.requires.filter((kind) => kind !== 'area').flatMap((kind) => delivered.filter((one) => one.kind === kind))),
  }))
}
