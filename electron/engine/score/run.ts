import type { ScoreSet } from '#shared/model/scoreSet.ts'
import type { Indicator } from '#shared/model/indicator.ts'
import { ScoreLevel } from '#shared/model/score.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import type { Reader } from '../store/database.ts'
import { countingOnly, lensKinds } from '../store/deliveryLens.ts'
import { countedDeliveries, deliveredKinds, inputStamp, type DeliveryRow } from '../store/scoreInputs.ts'
import { confirmSet, heldTopics, insertSet, newestSet, type IndicatorRow, type ScoreRows, type SetRow } from '../store/scores.ts'
import { todayOf } from '../today.ts'
import { beginCounting, type CountingGround } from './count.ts'
import type { VaultFile } from './beside/messages.ts'
import { noMemory, openMemory, type CountMemory } from './countMemory.ts'
import { currentSet } from './current.ts'
import { lastDayOf } from './days.ts'
import { formulas } from './formulas.ts'
import { packInput, type ScoreInput } from './input.ts'
import { knownOn } from './silence.ts'
import { shownTallies } from './shownTallies.ts'
import { roundingKeyOf } from './roundingKey.ts'
import { makeHasher, scoreAll, sha256, type Held, type Progress, type Scored } from './topics.ts'
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
  const { store } = context
  const memory = openMemory(store)
  const before = newestSet(store, formulas())
  const held = before ? heldTopics(store, before.id) : []
  const { set, rows, input } = computeScores(store, todayOf(context), context, { memory, held, beside: context.vault ?? null })
  const shown = shownRows(input, roundingKeyOf(context), context, held)
  const asked = { at: context.now, account: context.actor.account, name: context.actor.name }
  store.write((writer) => {
    memory.save(writer)
    const newest = newestSet(writer, set.formulas)
    if (newest?.hash === set.hash && newest.resultHash === set.resultHash) confirmSet(writer, newest.id, { ...asked, inputs: set.inputs })
    else insertSet(writer, { ...set, ...asked, kind: 'official', label: '' }, withShown(rows, shown), packInput(input))
  })
  const made = currentSet(context)
  if (!made) throw new Error('a score set that was just stored is gone')
  return made
}

type Numbers = Omit<SetRow, 'id' | 'at' | 'account' | 'name' | 'kind' | 'label'>

/** What an earlier run leaves to a later one. */
interface Known {
  memory: CountMemory
  held: Held
  beside: VaultFile | null
}

/** The numbers of a set, from the store alone; nothing is written. Without anything known all is computed. */
export function computeScores(
  reader: Reader, today: string, progress: Progress, { memory, held, beside }: Known = { memory: noMemory, held: [], beside: null },
): { set: Numbers; rows: ScoreRows; input: ScoreInput } {
  const delivered = deliveredKinds(reader)
  const stamp = inputStamp(reader)
  const input = gatherInput(reader, { delivered, day: referenceDay(delivered, today), memory, beside }, progress)
  return { input, ...computeFrom(input, stamp, progress, held) }
}

/**
 * The numbers as they would have come out on a past day: from rows that were delivered by then, and of those what had happened by then.
 * Where addresses and areas lie is taken as it is now.
 */
export function computePast(reader: Reader, day: string, progress: Progress): { set: Numbers; rows: ScoreRows; input: ScoreInput } {
  const known = countedDeliveries(reader).filter((one) => !lensKinds.includes(one.kind) || knownOn(one) <= day)
  const delivered = known.map(({ kind, supplier, referenceDate, received }) => ({ kind, supplier, referenceDate, received }))
  const input = countingOnly(reader, lensKinds, known.map(({ id }) => id), () => gatherInput(reader, { delivered, day, memory: noMemory, beside: null }, progress))
  return { input, ...computeFrom(input, inputStamp(reader), progress) }
}

/** Scores and parts as they are shown outside a case, computed from the counts as they are shown there. @param key of the vault */
export function shownRows({ book, subjects, tallies }: ScoreInput, key: string, progress: Progress, held: Held = []): Scored {
  const set = { ...book.set, draws: Math.min(SHOWN_DRAWS, book.set.draws) }
  return scoreAll('rounded', { subjects, book: { ...book, set }, tallies: shownTallies({ subjects, tallies }, key) }, progress, held)
}

/** What could not be computed is the same for both. */
export function withShown(rows: ScoreRows, shown: Scored): ScoreRows {
  return { ...rows, topics: [...rows.topics, ...shown.topics], scores: [...rows.scores, ...shown.scores], parts: [...rows.parts, ...shown.parts] }
}

/** What a set is made of, read from the registers. */
function gatherInput(reader: Reader, gathering: Omit<CountingGround, 'riskBranches'>, progress: Progress): ScoreInput {
  const { delivered, day, memory } = gathering
  const book = currentDefinitions(reader)
  const counting = beginCounting(reader, book.indicators, { riskBranches: book.riskBranches, ...gathering })
  try {
    const subjects = readSubjects(reader, book.peers, day, memory)
    if (ScoreLevel.options.every((level) => (subjects[level] ?? []).length === 0)) throw new ProblemError('no-areas')
    const tallies = counting.finish((done, total) => {
      progress.checkCancelled()
      progress.report({ step: 'Tellen', done, total })
    })
    return { book, delivered, referenceDate: day, subjects, tallies }
  } finally {
    counting.stop()
  }
}

/** The numbers that follow from an input, and from nothing else. @param held topics of an earlier set, of which no rows are made again */
export function computeFrom(input: ScoreInput, stamp: string, progress: Progress, held: Held = []): { set: Numbers; rows: ScoreRows } {
  const { book, delivered, referenceDate, subjects, tallies } = input
  const hashOf = makeHasher()
  const scored = scoreAll('exact', input, progress, held, hashOf)
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
      resultHash: sha256(scored.topics.map(({ resultHash }) => resultHash)),
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
