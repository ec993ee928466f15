import type { Counterfactual } from '#shared/model/insight.ts'
import { Indicator } from '#shared/model/indicator.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { eventsByDelivery } from '../store/counting.ts'
import type { Reader } from '../store/database.ts'
import { reportRows } from '../store/scoreInputs.ts'
import { setInput, type Which } from '../store/scores.ts'
import { rejudge, type Rejudge } from './assemble.ts'
import { givenFor, measureOf } from './count.ts'
import { requireSet } from './current.ts'
import { placeOf } from './evidence.ts'
import { unpackInput, type ScoreInput } from './input.ts'
import { comparisonOf } from './run.ts'

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

function withoutSuppliers(reader: Reader, { book, referenceDate }: ScoreInput, again: Rejudge, which: Which): Counterfactual['withoutSupplier'] {
  const place = placeOf(reader, which)
  const brought = new Map<string, { kind: string; supplier: string; counts: Map<string, number>; events: number }>()
  for (const { indicator, observation } of again.measured) {
    for (const { kind, supplier, n } of eventsByDelivery(reader, measureOf(indicator), givenFor(indicator, referenceDate, book.riskBranches), place)) {
      // only what an indicator is about: a register that says where addresses lie is no source of events
      if (kind !== indicator.requires[0]) continue
      const own = brought.get(`${kind}|${supplier}`) ?? { kind, supplier, counts: new Map<string, number>(), events: 0 }
      own.counts.set(indicator.id, Math.max(0, observation.count - n))
      brought.set(`${kind}|${supplier}`, { ...own, events: own.events + n })
    }
  }
  return [...brought.values()].map(({ kind, supplier, counts, events }) => ({ kind, supplier, events, ...again.with(counts) })).toSorted((a, b) => a.score - b.score)
}

/** Takes away, one at a time, the event whose absence lowers the score most, until the class is another. */
function fewestAbsent(again: Rejudge): Counterfactual['fewest'] {
  const counts = new Map(again.measured.map(({ indicator, observation }) => [indicator.id, observation.count]))
  for (let events = 1; events <= MOST_STEPS; events += 1) {
    const options = [...counts].filter(([, count]) => count > 0).map(([id, count]) => new Map(counts).set(id, count - 1))
    const tried = options.map((option) => ({ option, score: again.with(option).score })).toSorted((a, b) => a.score - b.score)
    const [best] = tried
    if (!best) return null
    for (const [id, count] of best.option) counts.set(id, count)
    const found = again.with(counts)
    if (found.class !== 'higher') return { class: found.class, events, parts: absentParts(again, counts) }
  }
  return null
}

function absentParts(again: Rejudge, counts: ReadonlyMap<string, number>): { indicator: string; label: string; absent: number; of: number }[] {
  return again.measured.flatMap(({ indicator, observation }) => {
    const absent = observation.count - (counts.get(indicator.id) ?? observation.count)
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
    const { first, day } = givenFor(indicator, referenceDate, book.riskBranches)
    return [{ indicator: indicator.id, label: indicator.label, rows: reportRows(reader, String(phenomenon), first, day, place.areas), counted: observation.count }]
  })
}
