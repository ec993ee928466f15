import { describe, expect, it } from 'vitest'
import { explain, ranking, runScores } from '../../../electron/engine/score/index.ts'
import { fillTown } from '../../fixtures/scoreTown.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

/** Twelve divisions in each version; in 2008 restaurants come and go. */
function twoVersions(): ReturnType<typeof contextOn> {
  const store = emptyStore()
  fillTown(store, (town) => {
    const area = town.area('BU00340101', 'Buurt', 'WK003401')
    for (const version of ['2008', '2025']) {
      for (const sbi of ['56101', '47110', '62010', '41201', '69101', '70221', '71111', '73111', '74101', '86911', '96021', '95291']) {
        for (let i = 0; i < 30; i += 1) {
          const isNew = sbi === '56101' && version === '2008' ? i < 24 : i % 10 === 0
          const company = town.company(town.address(area, 'winkelfunctie'), sbi, { version, started: isNew ? '2026-02-01' : '2011-02-01' })
          town.record('office_record', { company_id: company, started: '2011-02-01' })
        }
      }
    }
    town.company(null, '56101', { version: '' })
    town.company(null, '9', { version: '2008' })
  })
  const context = contextOn(store)
  runScores(context)
  return context
}

describe('branches', () => {
  it('of two versions of the SBI are never compared: each has its own peers and its own places', () => {
    const context = twoVersions()
    const rows = ranking(context, { level: 'division', phenomenon: 'witwassen' })
    const first = rows.filter(({ rank }) => rank === 1)
    expect([...new Set(first.map(({ code }) => code.slice(0, 4)))].toSorted()).toEqual(['2008', '2025'])
    for (const { code, peerGroup, peers } of rows.filter(({ score }) => score !== null)) {
      expect([code, peerGroup, peers]).toEqual([code, `alle afdelingen van SBI ${code.slice(0, 4)}`, 12])
    }
    const here = explain(context, { level: 'division', phenomenon: 'witwassen', code: '2008:56' })
    const there = explain(context, { level: 'division', phenomenon: 'witwassen', code: '2025:56' })
    const churn = (parts: typeof here.parts) => parts.find(({ indicator }) => indicator === 'verloop-branche')
    expect(churn(here.parts)).toMatchObject({ observed: 24, exposure: 30, expected: 57 / 12 })
    expect(churn(there.parts)).toMatchObject({ observed: 3, exposure: 30, expected: 3 })
  })

  it('carry their version and their place in the tree; without a version they stand apart', () => {
    const context = twoVersions()
    const groups = ranking(context, { level: 'group', phenomenon: 'witwassen' })
    expect(groups.find(({ code }) => code === '2008:561')).toMatchObject({
      name: "Restaurants, cafetaria's e.d.", parent: { code: '2008:56', name: 'Eet- en drinkgelegenheden' }, exposure: 30,
    })
    expect(ranking(context, { level: 'division', phenomenon: 'witwassen' }).find(({ code }) => code === ':56')).toMatchObject({
      name: 'Code 56', parent: null, class: 'insufficient', peerGroup: 'alle afdelingen van SBI zonder versie',
    })
    expect(groups.some(({ code }) => code.endsWith(':9'))).toBe(false)
  })
})
