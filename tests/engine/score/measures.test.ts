import { describe, expect, it } from 'vitest'
import { definitions } from '../../../electron/engine/score/definitions.ts'
import { givenFor } from '../../../electron/engine/score/count.ts'
import { countByArea, countByBranch, eventRows } from '../../../electron/engine/store/counting.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import type { MeasureName } from '../../../electron/engine/store/measures.ts'
import { fillTown, type Town } from '../../fixtures/scoreTown.ts'
import { emptyStore } from '../../fixtures/vault.ts'

/** One worked example per measure, with what lies just inside and just outside. */
const DAY = '2026-11-01'

interface Place {
  town: Town
  area: number
}

/** Counts of an indicator in the one buurt of a town, or in its branches. */
function count(indicator: string, build: (place: Place) => void, store: Store = emptyStore()): { events: number; exposure: number; branches: Record<string, number>; store: Store } {
  fillTown(store, (town) => build({ town, area: town.area('BU00340101', 'Buurt', 'WK003401') }))
  const { indicators, riskBranches } = definitions()
  const found = indicators.find(({ id }) => id === indicator)
  if (!found) throw new Error(`no indicator ${indicator}`)
  const given = givenFor(store, found, DAY, riskBranches)
  const measure = measureName(found.measure)
  const [area] = store.all<{ id: number }>('SELECT id FROM area')
  const events = countByArea(store, measure, 'events', given).get(area?.id ?? 0) ?? 0
  expect(eventRows(store, measure, given, { areas: [area?.id ?? 0] }, { offset: 0, limit: 50 })).toMatchObject({ total: events })
  const branches = countByBranch(store, measure, 'events', given).map(({ version, sbi, n }) => [`${version}:${sbi}`, n])
  return { events, exposure: countByArea(store, measure, 'exposure', given).get(area?.id ?? 0) ?? 0, branches: Object.fromEntries(branches), store }
}

function measureName(name: string): MeasureName {
  const names: readonly MeasureName[] = [
    'measuresTaken', 'reports', 'inspections', 'refusedPermits', 'vacantDwellings', 'premisesWithoutLocation', 'passedOnDwellings', 'purchasesWithoutMortgage',
    'privateLenders', 'quickResales', 'oddPrices', 'priceJumps', 'freshOwners', 'opaqueOwners', 'riskBranchLocations', 'churn', 'officeChanges', 'crowdedLocations',
  ]
  const found = names.find((one) => one === name)
  if (!found) throw new Error(name)
  return found
}

describe('hennep', () => {
  it('cleared plantations: 36 months, once per address, kind and day, out of all addresses in use', () => {
    const { events, exposure } = count('hennep-geruimd-gebied', ({ town, area }) => {
      const [one, two] = [town.address(area), town.address(area, 'industriefunctie')]
      town.address(area, 'woonfunctie', { status: 'Verblijfsobject ingetrokken' })
      town.address(area, 'woonfunctie', { status: 'Verblijfsobject buiten gebruik' })
      const clear = (address: number, started: string, kind = 'kwekerij-geruimd') => town.record('measure_record', { address_id: address, started, measure_kind: kind })
      clear(one, '2025-01-01')
      clear(one, '2025-01-01')
      clear(one, '2025-06-01')
      clear(two, '2023-11-01', 'lab-geruimd')
      clear(two, '2023-10-31')
      clear(two, '2026-11-02')
      clear(two, '2025-01-01', 'sluiting')
      town.record('measure_record', { address_id: two, started: '2025-02-02', measure_kind: 'kwekerij-geruimd', phenomenon: 'witwassen' })
    })
    expect({ events, exposure }).toEqual({ events: 3, exposure: 2 })
  })

  it('measures count for the company named, or else for the only company at the address on that day', () => {
    const { branches } = count('hennep-maatregelen-branche', ({ town, area }) => {
      const [alone, shared, emptied] = [town.address(area), town.address(area), town.address(area)]
      town.company(alone, '45112')
      const named = town.company(shared, '56101')
      town.company(shared, '62010')
      town.company(emptied, '96021', { started: '2020-01-01', ended: '2024-01-01' })
      town.record('measure_record', { address_id: alone, started: '2025-01-01' })
      town.record('measure_record', { address_id: shared, started: '2025-01-01' })
      town.record('measure_record', { address_id: shared, started: '2025-02-01', company_id: named })
      town.record('measure_record', { address_id: emptied, started: '2025-01-01' })
      town.record('measure_record', { address_id: emptied, started: '2023-12-01' })
    })
    expect(branches).toEqual({ '2008:45112': 1, '2008:56101': 1, '2008:96021': 1 })
  })

  it('reports: a series with less than 90 days between them is one', () => {
    const { events } = count('hennep-meldingen-gebied', ({ town, area }) => {
      const [one, two] = [town.address(area), town.address(area)]
      for (const received of ['2025-01-01', '2025-03-01', '2025-05-01', '2025-07-30', '2024-10-31']) town.record('signal_record', { address_id: one, received, phenomenon: 'hennep' })
      town.record('signal_record', { address_id: two, received: null, started: '2025-03-01', phenomenon: 'hennep' })
      town.record('signal_record', { address_id: two, received: '2025-03-01', phenomenon: 'vastgoed' })
      town.record('signal_record', { address_id: two, received: '2026-11-02', phenomenon: 'hennep' })
    })
    // 1 January to 1 May is one series; 30 July is 90 days later; the other address is one of its own
    expect(events).toBe(3)
  })

  it('empty dwellings: nobody registered, no company, in use, not new and not being rebuilt', () => {
    const { events, exposure } = count('leegstand-gebied', ({ town, area }) => {
      const [lived, left, business] = [town.address(area), town.address(area), town.address(area)]
      town.record('person_record', { address_id: lived, started: '2020-01-01' })
      town.record('person_record', { address_id: left, started: '2020-01-01', ended: '2025-01-01' })
      town.company(business, '62010')
      town.address(area)
      town.address(area, 'woonfunctie', { build_year: 2025 })
      town.address(area, 'woonfunctie', { status: 'Verbouwing verblijfsobject' })
      town.address(area, 'winkelfunctie')
    })
    expect({ events, exposure }).toEqual({ events: 2, exposure: 4 })
  })

  it('premises without a company: of 25 m² and more, no dwelling and no storage box', () => {
    const { events, exposure } = count('zonder-vestiging-gebied', ({ town, area }) => {
      town.address(area, 'industriefunctie')
      town.address(area, 'industriefunctie', { floor_area: 24 })
      town.address(area, 'overige gebruiksfunctie')
      town.address(area, 'winkelfunctie, woonfunctie')
      town.company(town.address(area, 'winkelfunctie'), '4711')
      town.company(town.address(area, 'kantoorfunctie'), '7022', { ended: '2026-11-01' })
    })
    expect({ events, exposure }).toEqual({ events: 2, exposure: 3 })
  })

  it('trade that also serves growing: by the beginning of the code, within its own version', () => {
    const { branches } = count('kweekhandel-branche', ({ town, area }) => {
      const at = () => town.address(area)
      town.company(at(), '47761')
      town.company(at(), '47762')
      town.company(at(), '47761', { version: '2025' })
      town.company(at(), '47760', { version: '2025' })
      town.company(at(), '47761', { version: '' })
    })
    // 4776 is on the list for 2025 as a whole, for 2008 only 47761
    expect(branches).toEqual({ '2008:47761': 1, '2025:47760': 1, '2025:47761': 1 })
  })
})

describe('vastgoed', () => {
  const sell = (town: Town, address: number, dates: string[], values: Record<string, string | number | null> = {}) =>
    dates.forEach((started) => town.record('ownership_record', { address_id: address, started, ...values }))

  it('passed on: five times in twenty years, co-owners of one day together', () => {
    const { events, exposure } = count('doorsluiswoning-gebied', ({ town, area }) => {
      const [often, shared, shop] = [town.address(area), town.address(area), town.address(area, 'winkelfunctie')]
      sell(town, often, ['2010-01-01', '2012-01-01', '2014-01-01', '2016-01-01', '2018-01-01'])
      sell(town, shared, ['2010-01-01', '2012-01-01', '2014-01-01', '2016-01-01', '2016-01-01', '2005-01-01'])
      sell(town, shop, ['2010-01-01', '2012-01-01', '2014-01-01', '2016-01-01', '2018-01-01'])
      town.address(area)
    })
    expect({ events, exposure }).toEqual({ events: 1, exposure: 2 })
  })

  it('resale: within 183 days, counted for who sold', () => {
    const { events, exposure, branches } = count('abc-gebied', ({ town, area }) => {
      const address = town.address(area)
      const flipper = town.company(null, '6810')
      const buyer = town.company(null, '4120')
      town.record('ownership_record', { address_id: address, started: '2024-01-01', company_id: flipper })
      town.record('ownership_record', { address_id: address, started: '2024-07-02', company_id: buyer })
      town.record('ownership_record', { address_id: address, started: '2025-01-02' })
    })
    // 183 days, then 184
    expect({ events, exposure, branches }).toEqual({ events: 1, exposure: 3, branches: { '2008:6810': 1 } })
  })

  it('price against WOZ: outside 0.5 to 1.5, one object, values at most two years apart', () => {
    const { events, exposure } = count('prijs-woz-gebied', ({ town, area }) => {
      const sale = (price: number | null, values: Record<string, string | number | null> = {}) =>
        sell(town, town.address(area), ['2024-06-01'], { price, woz_value: 400_000, woz_date: '2023-01-01', ...values })
      sale(199_999)
      sale(200_000)
      sale(600_001)
      sale(300_000)
      sale(100_000, { price_covers_more: 1 })
      sale(100_000, { woz_date: '2021-01-01' })
      sale(null)
      sale(100_000, { woz_value: null })
    })
    expect({ events, exposure }).toEqual({ events: 2, exposure: 4 })
  })

  it('price jump: further than three robust deviations from the former price and the level of prices', () => {
    // WOZ 200: all sold for 100 in 2010 (level ln 0.5), in 2024 for 200 × factor (median 1, so level 0): each jump is ln(factor).
    // Distances from their median 0: 0 0 0 .0488 .0488 .0513 .0513 .1054 .2151 .2311; middle .0500, spread .0742, three times .2226
    const { events, exposure } = count('prijssprong-gebied', ({ town, area }) => {
      const sale = (address: number, started: string, price: number, values = {}) =>
        town.record('ownership_record', { address_id: address, started, price: price * 1000, price_covers_more: 0, woz_value: 200_000, woz_date: '2025-01-01', ...values })
      const resold = (factor: number, year = 2024) => {
        const address = town.address(area)
        sale(address, '2010-05-01', 100)
        sale(address, `${year}-05-01`, 200 * factor)
        return address
      }
      for (const factor of [0.9, 0.95, 0.95, 1, 1, 1, 1.05, 1.05, 1.24, 1.26]) resold(factor)
      resold(3, 2018) // too few sales in that year to know its level
      const premises = town.address(area, 'winkelfunctie')
      sale(premises, '2010-05-01', 100)
      sale(premises, '2024-05-01', 900)
      const [together, once] = [town.address(area), town.address(area)]
      sale(together, '2010-05-01', 100)
      sale(together, '2024-05-01', 900, { price_covers_more: 1 })
      sale(once, '2024-05-02', 200)
    })
    expect({ events, exposure }).toEqual({ events: 1, exposure: 10 })
  })

  it('no mortgage: dwellings bought by others than companies, from deliveries that know of mortgages', () => {
    const { events, exposure } = count('zonder-hypotheek-gebied', ({ town, area }) => {
      const bought = (values: Record<string, string | number | null>, use = 'woonfunctie') => sell(town, town.address(area, use), ['2024-06-01'], { price: 300_000, ...values })
      bought({ mortgage: 250_000 })
      bought({ mortgage: null })
      bought({ mortgage: 0 })
      bought({ mortgage: null, owner_kvk: 1 })
      bought({ mortgage: null }, 'kantoorfunctie')
      bought({ mortgage: null, price: 0 })
    })
    expect({ events, exposure }).toEqual({ events: 2, exposure: 3 })
    const unknown = count('zonder-hypotheek-gebied', ({ town, area }) => sell(town, town.address(area), ['2024-06-01'], { price: 1 }))
    expect(unknown).toMatchObject({ events: 0, exposure: 0 })
  })

  it('private lenders: out of the mortgages of which the lender is known', () => {
    const { events, exposure } = count('particuliere-financier-gebied', ({ town, area }) => {
      for (const mortgagee_kind of ['bank', 'natuurlijk-persoon', 'rechtspersoon', '']) sell(town, town.address(area), ['2024-06-01'], { mortgage: 1, mortgagee_kind })
      sell(town, town.address(area), ['2024-06-01'], { mortgage: null, mortgagee_kind: 'natuurlijk-persoon' })
    })
    expect({ events, exposure }).toEqual({ events: 1, exposure: 3 })
  })

  it('fresh owners: founded within a year before, or dissolved within a year after', () => {
    const { events, exposure, branches } = count('verse-eigenaar-gebied', ({ town, area }) => {
      const buy = (company: number) => sell(town, town.address(area), ['2024-06-01'], { company_id: company })
      buy(town.company(null, '6810', { started: '2023-06-02' }))
      buy(town.company(null, '6810', { started: '2023-05-31' }))
      buy(town.company(null, '4120', { started: '2010-01-01', ended: '2025-05-31' }))
      buy(town.company(null, '4120', { started: '2024-07-01' }))
      sell(town, town.address(area), ['2024-06-01'])
    })
    expect({ events, exposure, branches }).toEqual({ events: 2, exposure: 4, branches: { '2008:6810': 1, '2008:4120': 1 } })
  })

  it('foundations and foreign forms: what companies own now, large owners left out on both sides', () => {
    const { events, exposure } = count('ondoorzichtige-eigenaar-gebied', ({ town, area }) => {
      const own = (legal_form: string, addresses: number, ended: string | null = null) => {
        const company = town.company(null, '68203', { legal_form })
        for (let i = 0; i < addresses; i += 1) sell(town, town.address(area), ['2020-01-01'], { company_id: company, ended })
      }
      own('stichting', 2)
      own('buitenlands', 1)
      own('bv', 3)
      own('stichting', 51)
      own('stichting', 1, '2025-01-01')
    })
    expect({ events, exposure }).toEqual({ events: 3, exposure: 6 })
  })
})

describe('witwassen', () => {
  it('risk branches: locations that are there on the day', () => {
    const { events, exposure, branches } = count('risicobranche-gebied', ({ town, area }) => {
      for (const sbi of ['56101', '45112', '62010', '9602']) town.company(town.address(area), sbi)
      town.company(town.address(area), '56101', { ended: '2026-01-01' })
      town.company(town.address(area), '56101', { started: '2026-11-02' })
      town.company(null, '56102')
    })
    expect({ events, exposure }).toEqual({ events: 2, exposure: 4 })
    expect(branches).toEqual({ '2008:56101': 1, '2008:45112': 1, '2008:56102': 1 })
  })

  it('churn: starts and stops in a year, out of what was there meanwhile', () => {
    const { events, exposure } = count('verloop-gebied', ({ town, area }) => {
      const at = () => town.address(area)
      town.company(at(), '62010', { started: '2026-03-01', ended: '2026-09-01' })
      town.company(at(), '62010', { started: '2010-03-01' })
      town.company(at(), '62010', { started: '2010-03-01', ended: '2025-11-01' })
      town.company(at(), '62010', { started: '2010-03-01', ended: '2025-10-31' })
      town.company(at(), '62010', { started: '2026-11-02' })
    })
    expect({ events, exposure }).toEqual({ events: 3, exposure: 3 })
  })

  it('changes of officers: who came at the founding is no change, somebody delivered twice is one', () => {
    const { events, exposure } = count('bestuurswissel-gebied', ({ town, area }) => {
      const company = town.company(town.address(area), '62010', { started: '2025-02-01' })
      town.writer.run("INSERT INTO person (id, given_names, initials, prefix, family_name, lead_record) VALUES (7, '', '', '', '', 1)")
      const office = (values: Record<string, string | number | null>) => town.record('office_record', { company_id: company, ...values })
      office({ started: '2025-02-20' })
      office({ started: '2025-06-01', person_id: 7 })
      office({ started: '2025-06-01', person_id: 7 })
      office({ started: '2025-02-01', ended: '2025-02-10' })
      office({ started: '2025-06-01', office: 'gevolmachtigde' })
      town.company(town.address(area), '62010')
    })
    expect({ events, exposure }).toEqual({ events: 2, exposure: 1 })
  })

  it('crowded addresses: four to twenty-five companies with less than 25 m² each', () => {
    const { events, exposure } = count('volle-adressen-gebied', ({ town, area }) => {
      const fill = (n: number, floor_area: number | null) => {
        const address = town.address(area, 'kantoorfunctie', { floor_area })
        for (let i = 0; i < n; i += 1) town.company(address, '7022')
      }
      fill(4, 99)
      fill(4, 100)
      fill(3, 10)
      fill(26, 100)
      fill(5, null)
    })
    expect({ events, exposure }).toEqual({ events: 4, exposure: 42 })
  })

  it('refused permits: decisions of three years, one per case', () => {
    const { events, exposure } = count('vergunning-geweigerd-gebied', ({ town, area }) => {
      const address = town.address(area)
      const decide = (outcome: string, decided: string | null, case_number = '') => town.record('permit_record', { address_id: address, outcome, decided, case_number })
      decide('geweigerd', '2025-01-01', 'A')
      decide('geweigerd', '2025-01-01', 'A')
      decide('ingetrokken', '2025-01-01')
      decide('verleend', '2025-01-01')
      decide('in-behandeling', '2025-01-01')
      decide('geweigerd', '2023-10-31')
      decide('geweigerd', null)
    })
    expect({ events, exposure }).toEqual({ events: 2, exposure: 3 })
  })

  it('inspections: of a year, one per case', () => {
    const { events } = count('controledichtheid-gebied', ({ town, area }) => {
      const address = town.address(area)
      for (const [case_number, inspected] of [['A', '2026-01-01'], ['A', '2026-02-01'], ['', '2026-01-01'], ['', '2026-01-01'], ['B', '2025-10-31']]) {
        town.record('inspection_record', { address_id: address, case_number: case_number ?? '', inspected: inspected ?? '' })
      }
    })
    expect(events).toBe(3)
  })
})

describe('outside any area', () => {
  it('nothing is counted for an area, and a branch does not need an address', () => {
    const { events, branches } = count('verloop-branche', ({ town, area }) => {
      town.company(null, '62010', { started: '2026-03-01' })
      town.company(town.address(area, 'winkelfunctie', { area_id: null }), '4711', { started: '2026-03-01' })
    })
    expect({ events, branches }).toEqual({ events: 0, branches: { '2008:62010': 1, '2008:4711': 1 } })
  })
})
