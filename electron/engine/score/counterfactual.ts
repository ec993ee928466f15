import type { Counterfactual } from '#shared/model/insight.ts'
import { Indicator } from '#shared/model/indicator.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { countInPlace, type Given, type Place } from '../store/counting.ts'
import type { Reader } from '../store/database.ts'
import { countingOnly, lensKinds } from '../store/deliveryLens.ts'
import { countedDeliveries, reportRows } from '../store/scoreInputs.ts'
import { setInput, type Which } from '../store/scores.ts'
import { agesOf, stepStarts, wholeOf } from './ageing.ts'
import { rejudge, type Rejudge } from './assemble.ts'
import type { Measured } from './compose.ts'
import { givenFor, measureOf } from './count.ts'
import { noMemory, openMemory, type CountMemory } from './countMemory.ts'
import { requireSet } from './current.ts'
import { datedSide } from './dated.ts'
import { placeOf } from './evidence.ts'
import { unpackInput, type ScoreInput } from './input.ts'
import { comparisonOf } from './topics.ts'
import type { ByAge } from './statistics/fading.ts'
import type { Observation } from './statistics/shrinkage.ts'

type Asked = Pick<CallContext, 'store' | 'report' | 'checkCancelled'>

const STEP = 'Nagaan wat er zonder een levering zou staan'
/** More events than this are not taken away one by one. */
const MOST_STEPS = 200

/**
 * What the score and class of an area or branch would be without the rows of one supplier, and the fewest events whose absence
 * gives another class. The groups it is compared with stay as they are; after a new delivery the rows are those of now.
 * @throws ProblemError `no-scores`, `not-found` when it has no score
 */
export function counterfactual(context: Asked, which: Which): Counterfactual {
  const { store } = context
  const set = requireSet(store)
  const packed = setInput(store, set.id)
  if (!packed) throw new ProblemError('no-scores')
  context.report({ step: STEP, done: 0, total: null })
  const input = unpackInput(packed)
  const again = rejudge(comparisonOf(input, { view: 'exact', ...which }), input.book.set, { code: which.code, checkCancelled: context.checkCancelled })
  if (!again) throw new ProblemError('not-found')
  return {
    class: again.judged.class,
    withoutSupplier: withoutSuppliers(context, input, again, which),
    fewest: again.judged.class === 'higher' ? fewestAbsent(again, context.checkCancelled) : null,
    sources: independentSources(store, input, again, which),
  }
}

/** Counts again as if one supplier had delivered nothing of a kind, for every indicator that is about that kind. */
function withoutSuppliers({ store: reader, report, checkCancelled }: Asked, { book, referenceDate }: ScoreInput, again: Rejudge, which: Which): Counterfactual['withoutSupplier'] {
  const place = placeOf(reader, which)
  const deliveries = countedDeliveries(reader)
  const counted = (measured: readonly Measured[], memory: CountMemory) =>
    new Map(measured.map(({ indicator }): [string, ByAge] => {
      checkCancelled()
      return [indicator.id, countByAge(reader, indicator, givenFor(reader, indicator, referenceDate, book.riskBranches, memory), place)]
    }))
  return lensKinds.flatMap((kind, done) => {
    report({ step: STEP, done, total: lensKinds.length })
    // only what an indicator is about: a register that says where addresses lie is no source of events
    const about = again.measured.filter(({ indicator }) => indicator.requires[0] === kind)
    const own = deliveries.filter((one) => one.kind === kind)
    if (about.length === 0) return []
    const now = counted(about, openMemory(reader))
    return [...new Set(own.map(({ supplier }) => supplier))].flatMap((supplier) => {
      const others = own.filter((one) => one.supplier !== supplier).map(({ id }) => id)
      const then = countingOnly(reader, [kind], others, () => counted(about, noMemory))
      if ([...now].every(([id, byAge]) => JSON.stringify(then.get(id)) === JSON.stringify(byAge))) return []
      const events = [...now].reduce((sum, [id, byAge]) => sum + wholeOf(byAge).count - wholeOf(then.get(id) ?? byAge).count, 0)
      return [{ kind, supplier, events, ...again.with(then) }]
    })
  }).toSorted((a, b) => (a.score ?? -Infinity) - (b.score ?? -Infinity))
}

/** What an indicator counts in one place, by age where that counts. */
function countByAge(reader: Reader, indicator: Indicator, given: Given, place: Place): ByAge {
  const measure = measureOf(indicator)
  const shares = agesOf(indicator).map(({ share }) => share)
  const whole = { count: countInPlace(reader, measure, 'events', given, place), exposure: countInPlace(reader, measure, 'exposure', given, place) }
  const [newest, ...older] = stepStarts(indicator, given.day).map((since, k): Observation => {
    const newer = { ...given, since }
    const exposure = datedSide(indicator) === 'both' ? countInPlace(reader, measure, 'exposure', newer, place) : whole.exposure * (shares[k] ?? 1)
    return { count: countInPlace(reader, measure, 'events', newer, place), exposure }
  })
  return newest ? [newest, ...older, whole] : [whole]
}

/** Takes away, one at a time, the event whose absence lowers the score most, until the class is another. */
function fewestAbsent(again: Rejudge, checkCancelled: () => void): Counterfactual['fewest'] {
  const left = new Map(again.measured.map(({ indicator, byAge }) => [indicator.id, byAge]))
  for (let events = 1; events <= MOST_STEPS; events += 1) {
    checkCancelled()
    const options = [...left].filter(([, byAge]) => wholeOf(byAge).count > 0).map(([id, byAge]) => new Map(left).set(id, withoutNewest(byAge)))
    const tried = options.map((option) => ({ option, score: again.with(option).score ?? 0 })).toSorted((a, b) => a.score - b.score)
    const [best] = tried
    if (!best) return null
    for (const [id, one] of best.option) left.set(id, one)
    const found = again.with(left)
    if (found.class !== 'higher') return { class: found.class, events, parts: absentParts(again, left) }
  }
  return null
}

/** One event less: of those there are, the newest, which counts for most. */
function withoutNewest([first, ...rest]: ByAge): ByAge {
  const less = (one: Observation): Observation => ({ ...one, count: Math.max(0, one.count - 1) })
  return [less(first), ...rest.map(less)]
}

function absentParts(again: Rejudge, left: ReadonlyMap<string, ByAge>): { indicator: string; label: string; absent: number; of: number }[] {
  return again.measured.flatMap(({ indicator, byAge }) => {
    const { count } = wholeOf(byAge)
    const absent = count - wholeOf(left.get(indicator.id) ?? byAge).count
    return absent === 0 ? [] : [{ indicator: indicator.id, label: indicator.label, absent, of: count }]
  })
}

/** Reports as they came in, against how many count: a tip that departments repeat within the gap is one. */
function independentSources(reader: Reader, { book, referenceDate }: ScoreInput, again: Rejudge, which: Which): Counterfactual['sources'] {
  const place = placeOf(reader, which)
  if (!('areas' in place)) return []
  return again.measured.flatMap(({ indicator, byAge }) => {
    if (indicator.measure !== 'reports') return []
    const { phenomenon } = Indicator.parse(indicator).parameters
    const { first, day } = givenFor(reader, indicator, referenceDate, book.riskBranches)
    return [{ indicator: indicator.id, label: indicator.label, rows: reportRows(reader, String(phenomenon), first, day, place.areas), counted: wholeOf(byAge).count }]
  })
}
