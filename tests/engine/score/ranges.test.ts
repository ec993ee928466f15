import { describe, expect, it } from 'vitest'
import { definitions } from '../../../electron/engine/score/definitions.ts'
import { givenFor, measureOf } from '../../../electron/engine/score/count.ts'
import { addRows, countPerAddress, emptyCounts, everyRange, sumOf } from '../../../electron/engine/score/counts.ts'
import { bothSides, countRows, newerRows, oneSide, PREMISES } from '../../../electron/engine/store/counting.ts'
import { rangeBehind, type Asked, type NextRange } from '../../../electron/engine/store/countRanges.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { fillTown, plantedTown } from '../../fixtures/scoreTown.ts'
import { emptyStore, preparedStore } from '../../fixtures/vault.ts'

const DAY = '2026-11-01'

/** A town with everything in it, where companies bought and sold some of the dwellings. */
function fill(store: Store): void {
  plantedTown(store)
  store.write((writer) => {
    writer.run("UPDATE company SET started = '2024-05-20' WHERE id % 3 = 0")
    writer.run('UPDATE ownership_record SET company_id = (SELECT id FROM company ORDER BY (id * 7919 + ownership_record.id) % 1009 LIMIT 1) WHERE id % 4 < 2')
    writer.run("UPDATE ownership_record SET started = '2023-02-01' WHERE id % 9 = 0")
  })
}

/** Everything that is counted per address: for areas and branches, both sides and one, and of what has an age also only the newer. */
function everyAsked(store: Store): Asked[] {
  const { indicators, riskBranches } = definitions()
  const today = { first: DAY, day: DAY }
  const asked = indicators.flatMap((indicator) => {
    const [measure, by] = [measureOf(indicator), indicator.subject]
    const given = givenFor(store, indicator, DAY, riskBranches)
    const whole = [bothSides(measure, by), oneSide(measure, 'events', by), oneSide(measure, 'exposure', by)].flatMap((fragment) => (fragment?.isPerAddress ? [{ fragment, by, given }] : []))
    const dated = whole.filter(({ fragment }) => fragment.ofSource?.source === 'transfer')
    return [...whole, ...dated.map(({ fragment }) => ({ fragment: newerRows(fragment), by, given: { ...given, since: '2024-06-01' } }))]
  })
  return [...asked, { fragment: PREMISES, by: 'area', given: today }]
}

/** Ranges of so many addresses. */
function rangesOf(size: number): NextRange {
  let last = 0
  return (reader) => {
    if (last === Number.MAX_SAFE_INTEGER) return null
    const range = rangeBehind(reader, last, size)
    last = range.to
    return range
  }
}

describe('counting many things of one range of addresses in one go', () => {
  it('gives what each counts for itself over all of them, however large the ranges are', () => {
    const store = preparedStore(fill)
    const asked = everyAsked(store)
    const alone = asked.map(({ fragment, by, given }) => sumOf([addRows(emptyCounts(), countRows(store, fragment, by, given))]))
    for (const next of [everyRange(), rangesOf(700)]) {
      expect(countPerAddress(store, { asked, day: DAY, next }, () => undefined).map((counts) => sumOf([counts]))).toEqual(alone)
    }
    // nothing is equal only because nothing was there to count
    const events = asked.flatMap(({ fragment }, i) => (fragment.sides === 'exposure' ? [] : [[...(alone[i]?.areas.values() ?? []), ...(alone[i]?.branches.values() ?? [])].reduce((sum, [n]) => sum + n, 0)]))
    expect(events.filter((n) => n > 0).length).toBeGreaterThan(20)
  })

  it('calls nothing an event of which that cannot be told', () => {
    const store = emptyStore()
    fillTown(store, (town) => {
      const address = town.address(town.area('BU00340101', 'Buurt', 'WK003401'))
      for (const started of ['2023-01-01', '2025-01-01']) town.record('ownership_record', { address_id: address, started, price: 300_000, mortgage: 1, mortgagee_kind: 'bank' })
    })
    const { indicators, riskBranches } = definitions()
    const indicator = indicators.find(({ measure }) => measure === 'priceJumps')
    const fragment = bothSides('priceJumps', 'area')
    if (!indicator || !fragment) throw new Error('no indicator of price jumps')
    // a level for both years, and too few jumps to know how far they usually lie apart
    const given = { ...givenFor(store, indicator, DAY, riskBranches), levels: { 2023: 0, 2025: 0.1 }, spread: null }
    const [counts] = countPerAddress(store, { asked: [{ fragment, by: 'area', given }], day: DAY, next: everyRange() }, () => undefined)
    expect([...(counts?.areas.values() ?? [])]).toEqual([[0, 1]])
  })
})
