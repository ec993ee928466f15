import type { Counterfactual } from '#shared/model/insight.ts'
import { Indicator } from '#shared/model/indicator.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { countInPlace } from '../store/counting.ts'
import type { Reader } from '../store/database.ts'
import { countingOnly, lensKinds } from '../store/deliveryLens.ts'
import { countedDeliveries, reportRows } from '../store/scoreInputs.ts'
import { setInput, type Which } from '../store/scores.ts'
import { rejudge, type Rejudge } from './assemble.ts'
import type { Measured } from './compose.ts'
import { givenFor, measureOf } from './count.ts'
import { requireSet } from './current.ts'
import { placeOf } from './evidence.ts'
import { unpackInput, type ScoreInput } from './input.ts'
import { comparisonOf } from './topics.ts'
import type { Observation } from './statistics/shrinkage.ts'

/** More events than this are not taken away one by one. */
const MOST_STEPS = 200

/**
 * What the score and class of an area or branch would be without the rows of one supplier, and the fewest events whose absence
 * gives another class. The groups it is compared with stay as they are; after a new delivery the rows are those of now.
 * @throws ProblemError `no-scores`, `not-found` when it has no score
 */
export function counterfactual({ store }: Pick<CallContext, 'store'>, which: Which): Counterfactual {
  const set = requireSet(store)
  const packed = setInput(store, set.id)
  if (!packed) throw new ProblemError('no-scores')
  const input = unpackInput(packed)
  const again = rejudge(comparisonOf(input, { view: 'exact', ...which }), input.book.set, which.code)
  if (!again) throw new ProblemError('not-found')
  return {
    class: again.judged.class,
    withoutSupplier: withoutSuppliers(store, input, again, which),
    fewest: again.judged.class === 'higher' ? fewestAbsent(again) : null,
    sources: independentSources(store, input, again, which),
  }
}

/** Counts again as if one supplier had delivered nothing of a kind, for every indicator that is about that kind. */
function withoutSuppliers(reader: Reader, { book, referenceDate }: ScoreInput, again: Rejudge, which: Which): Counterfactual['withoutSupplier'] {
  const place = placeOf(reader, which)
  const deliveries = countedDeliveries(reader)
  const counted = (measured: readonly Measured[]) =>
    new Map(measured.map(({ indicator }): [string, Observation] => {
      const given = givenFor(reader, indicator, referenceDate, book.riskBranches)
      return [indicator.id, { count: countInPlace(reader, measureOf(indicator), 'events', given, place), exposure: countInPlace(reader, measureOf(indicator), 'exposure', given, place) }]
    }))
  return lensKinds.flatMap((kind) => {
    // only what an indicator is about: a register that says where addresses lie is no source of events
    const about = again.measured.filter(({ indicator }) => indicator.requires[0] === kind)
    const own = deliveries.filter((one) => one.kind === kind)
    if (about.length === 0) return []
    const now = counted(about)
    return [...new Set(own.map(({ supplier }) => supplier))].flatMap((supplier) => {
      const others = own.filter((one) => one.supplier !== supplier).map(({ id }) => id)
      const then = countingOnly(reader, [kind], others, () => counted(about))
      if ([...now].every(([id, { count, exposure }]) => then.get(id)?.count === count && then.get(id)?.exposure === exposure)) return []
      const events = [...now].reduce((sum, [id, { count }]) => sum + count - (then.get(id)?.count ?? 0), 0)
      return [{ kind, supplier, events, ...again.with(then) }]
    })
  }).toSorted((a, b) => (a.score ?? -Infinity) - (b.score ?? -Infinity))
}

/** Takes away, one at a time, the event whose absence lowers the score most, until the class is another. */
function fewestAbsent(again: Rejudge): Counterfactual['fewest'] {
  const left = new Map(again.measured.map(({ indicator, observation }) => [indicator.id, observation]))
  for (let events = 1; events <= MOST_STEPS; events += 1) {
    const options = [...left].filter(([, { count }]) => count > 0).map(([id, one]) => new Map(left).set(id, { ...one, count: one.count - 1 }))
    const tried = options.map((option) => ({ option, score: again.with(option).score ?? 0 })).toSorted((a, b) => a.score - b.score)
    const [best] = tried
    if (!best) return null
    for (const [id, one] of best.option) left.set(id, one)
    const found = again.with(left)
    if (found.class !== 'higher') return { class: found.class, events, parts: absentParts(again, left) }
  }
  return null
}

function absentParts(again: Rejudge, left: ReadonlyMap<string, Observation>): { indicator: string; label: string; absent: number; of: number }[] {
  return again.measured.flatMap(({ indicator, observation }) => {
    const absent = observation.count - (left.get(indicator.id)?.count ?? observation.count)
    return absent === 0 ? [] : [{ indicator: indicator.id, label: indicator.label, absent, of: observation.count }]
  })
}

/** Reports as they came in, against how many count: a tip that departments repeat within the gap is one. */
function independentSources(reader: Reader, { book, referenceDate }: ScoreInput, again: Rejudge, which: Which): Counterfactual['sources'] {
  const place = placeOf(reader, which)
  if (!('areas' in place)) return []
  return again.measured.flatMap(({ indicator, observation }) => {
    if (indicator.measure !== 'reports') return []
    const { phenomenon } = Indicator.parse(indicator).parameters
    const { first, day } = givenFor(reader, indicator, referenceDate, book.riskBranches)
    return [{ indicator: indicator.id, label: indicator.label, rows: reportRows(reader, String(phenomenon), first, day, place.areas), counted: observation.count }]
  })
}
