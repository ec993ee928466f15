import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/index.ts'
import { stepStarts, weightOn } from '../../../electron/engine/score/ageing.ts'
import { agingIndicators } from '../../../electron/engine/score/dated.ts'
import { definitions } from '../../../electron/engine/score/definitions.ts'
import {
  compareSets, counterfactual, currentDefinitions, currentSet, decide, evidence, explain, governanceSheet, propose, ranking, runScores, trend, verifySets, whatIf,
} from '../../../electron/engine/score/index.ts'
import { unpackInput } from '../../../electron/engine/score/input.ts'
import { roundedCount, takenFor } from '../../../electron/engine/score/show.ts'
import { shownTallies } from '../../../electron/engine/score/shownTallies.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { partRows, setInput } from '../../../electron/engine/store/scores.ts'
import { addDelivery } from '../../fixtures/register.ts'
import { scoredStore } from '../../fixtures/scoredTown.ts'
import { contextOn, emptyLog } from '../../fixtures/vault.ts'

const CLEARED = 'hennep-geruimd-gebied'
const REPORTS = 'hennep-meldingen-gebied'
const motive = 'Een kwekerij van drie jaar geleden zegt minder dan een van nu.'
const HENNEP = { level: 'buurt', phenomenon: 'hennep' } as const
/** many cleared plantations, from fourteen to twenty-two months old */
const PLANTED = { ...HENNEP, code: 'BU00340103' }

function scored() {
  const store = scoredStore()
  return { store, context: { ...contextOn(store), log: emptyLog() } }
}

/** Proposed by one, approved by another, and scored. */
function halved(halfLives: Record<string, number | null>) {
  const { store, context } = scored()
  const { id } = propose(context, { weights: {}, halfLives, motive })
  decide({ ...context, actor: { ...context.actor, account: 'ander', name: 'Ander' } }, { id, approve: true, motive })
  runScores(context)
  return { store, context }
}

const partOf = (context: ReturnType<typeof contextOn>, indicator: string) => explain(context, PLANTED).parts.find((part) => part.indicator === indicator)

describe('which events have an age', () => {
  it('is told by what is counted: something that happened on a day, no state and nothing made of many years', () => {
    const ids = agingIndicators(definitions().indicators)
    expect(ids).toEqual(expect.arrayContaining([CLEARED, REPORTS, 'abc-gebied', 'vergunning-geweigerd-branche', 'verloop-gebied']))
    expect(ids).not.toEqual(expect.arrayContaining(['leegstand-gebied']))
    expect(ids.filter((id) => /leegstand|risicobranche|volle-adressen|ondoorzichtige|doorsluis|zonder-vestiging/.test(id))).toEqual([])
  })

  it('each counts in full for half a year and by half after every half-life, to the day', () => {
    const aged = { parameters: { months: 24 }, halfLife: 12 }
    expect(stepStarts(aged, '2026-11-01')).toEqual(['2026-05-01', '2025-11-01', '2025-05-01'])
    const days = ['2026-11-01', '2026-05-01', '2026-04-30', '2025-11-01', '2025-10-31', '2025-04-30', '2025']
    expect(days.map((date) => weightOn(aged, '2026-11-01', date))).toEqual([1, 1, 2 ** -0.5, 2 ** -0.5, 0.5, 2 ** -1.5, 2 ** -1.5])
    expect(weightOn({ parameters: { months: 24 } }, '2026-11-01', '2024-12-01')).toBe(1)
  })
})

describe('a half-life', () => {
  it('takes two people, makes a version, is taken away again, and leaves every score as it was where there is none', () => {
    const { store, context } = halved({ [CLEARED]: 12 })
    const before = scored()
    expect(currentDefinitions(store).indicators.find(({ id }) => id === CLEARED)).toMatchObject({ halfLife: 12, version: 2 })
    expect(currentSet(context)?.isStale).toBe(false)
    // what has none is counted and scored as it was
    const vastgoed = { level: 'buurt', phenomenon: 'vastgoed' } as const
    expect(ranking(context, vastgoed)).toEqual(ranking(before.context, vastgoed))
    const { id } = propose(context, { weights: {}, halfLives: { [CLEARED]: null }, motive })
    decide({ ...context, actor: { ...context.actor, account: 'ander', name: 'Ander' } }, { id, approve: true, motive })
    runScores(context)
    expect(ranking(context, HENNEP)).toEqual(ranking(before.context, HENNEP))
    const parts = (of: typeof context) => explain(of, PLANTED).parts.map((part) => ({ ...part, version: 0 }))
    expect(parts(context)).toEqual(parts(before.context))
  })

  it('is refused to what has no age, and to more or less than it may be', () => {
    const { context } = scored()
    for (const indicator of ['leegstand-gebied', 'doorsluiswoning-gebied', 'bestaat-niet']) {
      expect(() => propose(context, { weights: {}, halfLives: { [indicator]: 12 }, motive })).toThrow('half-life-unfit')
    }
    const readable = (months: number) => contract['score.propose'].input.safeParse({ weights: {}, halfLives: { [CLEARED]: months }, motive }).success
    expect([0, 6, 7, 12, 120, 126].map(readable)).toEqual([false, true, false, true, true, false])
  })

  it('gives the count, exposure and rate computed by hand', () => {
    const { context } = halved({ [CLEARED]: 12 })
    // three events of 12 to 18 months count for ½, four of 18 to 24 for 2^-1.5; 72 addresses, six half years
    expect(partOf(context, CLEARED)).toMatchObject({
      observed: 7, exposure: 72,
      faded: { halfLife: 12, weighted: expect.closeTo(2.914214, 6), count: expect.closeTo(4.42211, 5), exposure: expect.closeTo(54.398653, 5) },
      figures: { rawRate: expect.closeTo(0.0812906, 6) },
    })
    expect(partOf(context, REPORTS)?.faded).toBeNull()
  })

  it('is what each row behind the count says: together they count for what the part says, everywhere', () => {
    const { context } = halved({ [CLEARED]: 12, [REPORTS]: 6, 'abc-gebied': 24, 'vergunning-geweigerd-gebied': 18, 'bestuurswissel-gebied': 12, 'bestuurswissel-branche': 12, 'vergunning-geweigerd-branche': 6 })
    let checked = 0
    const topics = (['buurt', 'wijk', 'division'] as const).flatMap((level) => (['hennep', 'vastgoed', 'witwassen'] as const).map((phenomenon) => ({ level, phenomenon })))
    for (const topic of topics) {
      for (const { code } of ranking(context, topic)) {
        const which = { ...topic, code }
        for (const { indicator, faded, observed } of explain(context, which).parts.filter((part) => part.faded !== null)) {
          const { rows, total } = evidence(context, { ...which, indicator, offset: 0, limit: 1000 })
          expect(total).toBe(observed)
          expect(rows.reduce((sum, row) => sum + row.counts, 0)).toBeCloseTo(faded?.weighted ?? Number.NaN, 9)
          checked += rows.length
        }
      }
    }
    expect(checked).toBeGreaterThan(100)
  })

  it('leaves the parts adding up to the score, exactly, and the set comes out the same when it is computed again', () => {
    const { context } = halved({ [CLEARED]: 12, [REPORTS]: 6 })
    for (const { code } of ranking(context, HENNEP)) {
      for (const view of ['exact', 'rounded'] as const) {
        const { score, parts } = explain(context, { ...HENNEP, code }, view)
        expect(parts.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0)).toBe(score.score)
      }
    }
    expect(verifySets(context).map(({ isComparable, isSame }) => [isComparable, isSame])).toEqual([[true, true], [true, true]])
  })

  it('is told with the course, and in the indicator book', () => {
    const { store, context } = halved({ [CLEARED]: 12 })
    const found = trend(context, { ...PLANTED, indicator: CLEARED })
    expect(contract['score.trend'].output.safeParse(found).error).toBeUndefined()
    expect(found.counting).toMatchObject({ months: 36, halfLife: 12, halved: '2025-11-01' })
    expect(trend(context, { ...PLANTED, indicator: REPORTS }).counting).toMatchObject({ halfLife: null, halved: null })
    expect(governanceSheet({ store }, 'indicatorenboek').markdown).toContain('na 12 maanden telt een voorval voor de helft')
  })

  it('lets the newest events go first where it is asked what the class hangs on', () => {
    const { context } = halved({ [CLEARED]: 12, [REPORTS]: 12 })
    const found = counterfactual(context, PLANTED)
    expect(found.class).toBe(explain(context, PLANTED).score.class)
    const own = found.withoutSupplier.find(({ kind }) => kind === 'measure')
    expect(own?.score).toBeLessThan(explain(context, PLANTED).score.score ?? 0)
  })
})

describe('what if events counted for less', () => {
  it('stands beside the official set, which stays as it is', () => {
    const { store, context } = scored()
    const official = currentSet(context)
    const made = whatIf(context, { label: 'half na een jaar', weights: {}, halfLives: { [CLEARED]: 12 } })
    expect(currentSet(context)).toEqual(official)
    const which = { view: 'exact', ...HENNEP } as const
    expect(partRows(store, made.id, which)).toEqual(partRows(halvedStore(), 2, which))
    expect(compareSets(context, { id: made.id, ...HENNEP }).some(({ score, otherScore }) => score !== otherScore)).toBe(true)
    expect(verifySets(context).map(({ isSame }) => isSame)).toEqual([true, true])
  })

  it('is only counted in the data of the official set', () => {
    const { store, context } = scored()
    store.write((writer) => addDelivery(writer, 30, { kind: 'measure', accepted: 1, reference_date: '2026-11-01' }))
    expect(currentSet(context)?.isStale).toBe(true)
    expect(() => whatIf(context, { label: 'half', weights: {}, halfLives: { [CLEARED]: 12 } })).toThrow('scores-stale')
    // other weights ask for no other counts
    expect(whatIf(context, { label: 'gewichten', weights: {}, halfLives: {} }).kind).toBe('what-if')
  })

  /** The same half-life as an official set; its second set. */
  function halvedStore(): Store {
    return halved({ [CLEARED]: 12 }).store
  }
})

describe('outside a case', () => {
  const KEY = '11'.repeat(32)

  /** Per buurt what two indicators counted up to each step of age, exactly and as it is taken where it is shown. */
  function byAge(): { exact: number[]; taken: number[] }[] {
    const { store, context } = scored()
    const { id } = whatIf(context, { label: 'half', weights: {}, halfLives: { [CLEARED]: 12, [REPORTS]: 6 } })
    const input = unpackInput(setInput(store, id) ?? new Uint8Array())
    const rounded = shownTallies(input, KEY)
    return [CLEARED, REPORTS].flatMap((indicator) => {
      const [exact, taken] = [input.tallies.get(indicator)?.get('buurt'), rounded.get(indicator)?.get('buurt')]
      const counts = (of: typeof exact, code: string) => [...(of?.newer ?? []), of?.counts].map((one) => one?.get(code)?.count ?? 0)
      return [...(exact?.counts.keys() ?? [])].map((code) => ({ exact: counts(exact, code), taken: counts(taken, code) }))
    })
  }

  it('what is no older than each step is rounded like every count, and goes up with age', () => {
    const shown = byAge()
    expect(shown.length).toBeGreaterThan(50)
    expect(shown.some(({ exact }) => exact[0] !== exact.at(-1))).toBe(true)
    for (const { exact, taken } of shown) {
      expect(taken).toEqual(taken.toSorted((a, b) => a - b))
      const hidden = exact.map((count) => (count > 0 && count < 5 ? 2 : null))
      expect(taken.map((count, k) => (hidden[k] === null ? count % 5 : count))).toEqual(hidden.map((count) => count ?? 0))
    }
  })

  it('no count of any age can be told from them: whatever is shown, at least four values of each hidden count fit', () => {
    const fitting = new Map([2, 3].map((steps) => [steps, fittingOf(steps)]))
    fc.assert(
      fc.property(fc.array(fc.nat(6), { minLength: 2, maxLength: 3 }), fc.constantFrom(...CELLS), (events, cell) => {
        const cumulative = events.map((_, k) => events.slice(0, k + 1).reduce((sum, n) => sum + n, 0))
        // somebody who knows how rounding works but not the key: any of the cells may be the one
        const possible = fitting.get(events.length)?.get(shownAt(cumulative, cell)) ?? []
        cumulative.forEach((count, k) => {
          if (count > 0) expect(new Set(possible.map((counts) => counts[k])).size).toBeGreaterThanOrEqual(4)
        })
        events.slice(1).forEach((count, k) => {
          if (count > 0) expect(new Set(possible.map((counts) => (counts[k + 1] ?? 0) - (counts[k] ?? 0))).size).toBeGreaterThanOrEqual(4)
        })
      }),
    )
  })

  /** One cell for each place at which can be rounded. */
  const CELLS = [...new Map(Array.from({ length: 40 }, (_, i) => [shownAt([5, 6, 7, 8, 9], `${i}`), `${i}`])).values()]

  function shownAt(counts: readonly number[], cell: string): string {
    return counts.map((count) => takenFor(roundedCount(count, cell, KEY))).join()
  }

  /** What is shown, with all counts up to each of so many steps that it can stand for. */
  function fittingOf(steps: number): Map<string, number[][]> {
    const all = sequences(Array.from({ length: 25 }, (_, n) => n), steps)
    const fitting = new Map<string, number[][]>()
    for (const cell of CELLS) {
      const shown = Array.from({ length: 25 }, (_, n) => shownAt([n], cell))
      for (const counts of all) {
        const seen = counts.map((n) => shown[n]).join()
        fitting.set(seen, (fitting.get(seen) ?? []).concat([counts]))
      }
    }
    return fitting
  }
})

/** Every sequence of so many counts that never goes down. */
function sequences(values: readonly number[], length: number): number[][] {
  if (length === 0) return [[]]
  return sequences(values, length - 1).flatMap((before) => values.filter((value) => value >= (before.at(-1) ?? 0)).map((value) => [...before, value]))
}
