import { describe, expect, it } from 'vitest'
import { countBeside } from '../../../electron/engine/score/beside/countBeside.ts'
import { definitions } from '../../../electron/engine/score/definitions.ts'
import { givenFor, measureOf } from '../../../electron/engine/score/count.ts'
import { countPerAddress, type Asked } from '../../../electron/engine/score/counts.ts'
import { bothSides, oneSide } from '../../../electron/engine/store/counting.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { plantedTown } from '../../fixtures/scoreTown.ts'
import { preparedStore, vaultKey } from '../../fixtures/vault.ts'

const DAY = '2026-11-01'

function fill(store: Store): void {
  plantedTown(store)
}

/** Everything that is counted per address. */
function everyAsked(store: Store): Asked[] {
  const { indicators, riskBranches } = definitions()
  return indicators.flatMap((indicator) => {
    const { subject } = indicator
    const fragment = bothSides(measureOf(indicator), subject) ?? oneSide(measureOf(indicator), 'events', subject)
    return fragment.isPerAddress ? [{ fragment, by: subject, given: givenFor(store, indicator, DAY, riskBranches) }] : []
  })
}

describe('counting in a thread beside', () => {
  it('gives the very counts that counting here gives, and says how far it is', () => {
    const store = preparedStore(fill)
    const asked = everyAsked(store)
    expect(asked.length).toBeGreaterThan(5)
    const beside = countBeside({ file: store.file, key: vaultKey }, asked, DAY)
    const begun: number[] = []
    try {
      expect(beside.take((n) => void begun.push(n))).toEqual(countPerAddress(store, asked, DAY, () => undefined))
    } finally {
      beside.stop()
    }
    expect(begun.every((n) => n >= 0 && n <= asked.length)).toBe(true)
  })

  it('that cannot open the vault says so, and can be given up while it runs', () => {
    const store = preparedStore(fill)
    const asked = everyAsked(store)
    const failing = countBeside({ file: store.file, key: new Uint8Array(48) }, asked, DAY)
    expect(() => failing.take(() => undefined)).toThrow('not a database')
    failing.stop()
    const given = countBeside({ file: store.file, key: vaultKey }, asked, DAY)
    expect(() => given.take(() => {
      throw new Error('cancelled')
    })).toThrow('cancelled')
    given.stop()
  })
})
