import { describe, expect, it } from 'vitest'
import { definitions } from '../../../electron/engine/score/definitions.ts'
import { givenFor, measureOf } from '../../../electron/engine/score/count.ts'
import { countRows, LOCATIONS, oneSide, withPlaces, type Prepared } from '../../../electron/engine/store/counting.ts'
import { plantedTown } from '../../fixtures/scoreTown.ts'
import { preparedStore } from '../../fixtures/vault.ts'

const DAY = '2026-11-01'

describe('counting by places prepared beforehand', () => {
  it('gives the very rows that looking into the register gives, for everything that is counted at once', () => {
    const store = preparedStore((empty) => plantedTown(empty))
    const { indicators, riskBranches } = definitions()
    const asked = indicators.flatMap((indicator) => (['events', 'exposure'] as const).map((side) => ({ fragment: oneSide(measureOf(indicator), side, indicator.subject), given: givenFor(store, indicator, DAY, riskBranches) })))
    const all = [...asked.filter(({ fragment }) => !fragment.isPerAddress), { fragment: LOCATIONS, given: { first: DAY, day: DAY } }]
    const counted = (prepared: Prepared) => all.map(({ fragment, given }) => (['area', 'branch', 'areaAndBranch'] as const).map((by) => countRows(store, fragment, by, given, prepared)))
    const plain = counted('nothing')
    expect(withPlaces(store, () => counted('places'))).toEqual(plain)
    expect(plain.flat(2).length).toBeGreaterThan(100)
  })

  it('leaves nothing behind, not even when it fails', () => {
    const store = preparedStore((empty) => plantedTown(empty))
    expect(() => withPlaces(store, () => {
      throw new Error('cancelled')
    })).toThrow('cancelled')
    expect(() => store.get('SELECT 1 FROM temp.place')).toThrow('no such table')
  })
})
