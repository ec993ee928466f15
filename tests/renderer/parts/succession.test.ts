import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact } from '#shared/contract/catalogue.ts'
import { layOutSuccession, livedFacts } from '../../../renderer/parts/succession.ts'
import { source } from '../municipality.ts'

const layOut = (facts: readonly Fact[], today: string) => layOutSuccession(livedFacts(facts), today)

function fact(category: Fact['category'], start: string | null, end: string | null): Fact {
  return { category, text: '', other: null, start, end, source: source('a.csv', 1, '') }
}

const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const incomplete = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length))
const anyFact = fc
  .tuple(fc.constantFrom<Fact['category']>('ownership', 'permit', 'inspection'), fc.option(incomplete), fc.option(incomplete))
  .map(([category, start, end]) => (start !== null && end !== null && start > end ? fact(category, end, start) : fact(category, start, end)))

describe('layOutSuccession', () => {
  it('places whole years exactly', () => {
    const { bars, ticks, today } = layOut([fact('ownership', '2023', '2023'), fact('permit', '2021', null)], '2024-07-01')
    const days = 365 + 365 + 365 + 366
    expect(ticks.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024])
    expect(bars[0]?.span).toMatchObject({ from: 730 / days, to: 1095 / days, isOpenAfter: false })
    expect(bars[1]?.span).toMatchObject({ from: 0, to: today, isOpenAfter: true })
  })

  it('shows a visit as a moment, unless it has an end', () => {
    const { bars } = layOut([fact('inspection', '2022-03-01', null), fact('measure', '2022-03-01', '2022-06-01')], '2026-01-01')
    expect(bars.map((bar) => bar.lived.isMoment)).toEqual([true, false])
  })

  it('keeps every fact, those with a date on the axis, in order of category and beginning, what has no date last', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 20 }), (facts) => {
        const { bars, ticks } = layOut(facts, '2026-11-18')
        expect(bars.length).toBe(facts.length)
        for (const { lived, span } of bars) {
          expect(span === null).toBe(lived.start === null && lived.end === null)
          if (span) expect(0 <= span.from && span.from <= 1 && span.to <= 1).toBe(true)
        }
        for (const [before, after] of bars.slice(1).map((bar, place) => [bars[place], bar] as const)) {
          if (before?.lived.heading === after.lived.heading) expect(before.span?.from ?? 2).toBeLessThanOrEqual(after.span?.from ?? 2)
        }
        expect(ticks.length).toBeLessThanOrEqual(10)
      }),
    )
  })
})
