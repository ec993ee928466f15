import { describe, expect, test } from 'vitest'
import { isInside } from '../../../electron/engine/demo/world/neighbourhoods.ts'
import { makeWorld, type World } from '../../../electron/engine/demo/world/world.ts'
import { DEMO_DAY } from '../../../electron/engine/today.ts'
import { passesElfproef } from '../../../electron/engine/normalise/elfproef.ts'
import { isPostcode } from '../../../electron/engine/normalise/addressPostcode.ts'

const world: World = makeWorld(5_000, 7)
const big: World = makeWorld(30_000, 7)

describe('the demo municipality', () => {
  test('has exactly the addresses that were asked for, each once', () => {
    expect(world.addresses).toHaveLength(5_000)
    const written = world.addresses.map(({ street, number, letter, suffix }) => `${street} ${number} ${letter} ${suffix}`)
    expect(new Set(written).size).toBe(5_000)
    const sorted = world.addresses.filter(({ postcode }) => postcode !== '').map(({ postcode, number, letter, suffix }) => `${postcode} ${number} ${letter} ${suffix}`)
    expect(new Set(sorted).size).toBe(sorted.length)
  })

  test('places each address inside its buurt and shapes it as the BAG does', () => {
    for (const address of world.addresses) {
      const neighbourhood = world.neighbourhoods[address.neighbourhood]
      expect(neighbourhood && isInside(neighbourhood, [address.x, address.y])).toBe(true)
      expect(String(address.bag).padStart(16, '0')).toMatch(/^003420\d{10}$/)
      expect(String(address.object).padStart(16, '0')).toMatch(/^003401\d{10}$/)
      expect(String(address.building).padStart(16, '0')).toMatch(/^003410\d{10}$/)
      expect(address.postcode === '' || isPostcode(address.postcode)).toBe(true)
      expect(`${address.letter}|${address.suffix}`).toMatch(/^[A-Z]?\|[0-9A-Z]{0,4}$/)
    }
  })

  test('keeps 1, 1A and 1A-1 apart on one postcode, and has streets that end in a number, accents and foreign names', () => {
    const extras = new Set(big.addresses.map(({ letter, suffix }) => `${letter}|${suffix}`))
    expect([...extras]).toEqual(expect.arrayContaining(['|', 'A|', 'A|1', '|BIS', '|HS', '|II', '|2HG', '|A1']))
    const streets = [...new Set(big.addresses.map(({ street }) => street))]
    expect(streets.some((street) => /^(Markerkant|Randstad|Veluwsekant|Gooisekant|Hollandsekant|Hogekant|Twentsekant|Sallandsekant) \d+$/.test(street))).toBe(true)
    expect(streets.some((street) => /[ëéçãû]/.test(street))).toBe(true)
    expect(streets.some((street) => /Burgemeester Van der/.test(street))).toBe(true)
    expect(streets.some((street) => !/(straat|laan|weg|hof|pad|plein)/i.test(street))).toBe(true)
    expect(streets.every((street) => street.length <= 80)).toBe(true)
  })

  test('has business premises with a second address', () => {
    const second = big.addresses.filter(({ isSecondary }) => isSecondary)
    expect(second.length).toBeGreaterThan(20)
    const mains = new Map(big.addresses.filter(({ isSecondary }) => !isSecondary).map((address) => [address.object, address]))
    const shared = ({ object, building, street, number, use, floorArea, status }: (typeof second)[number]) => ({ object, building, street, number, use, floorArea, status })
    expect(second.map(shared)).toEqual(second.flatMap(({ object }) => mains.get(object) ?? []).map(shared))
    expect(second.filter(({ place }) => place === 'woning')).toEqual([])
  })

  test('has nobody with a number that could be real', () => {
    expect(new Set(world.people.map(({ bsn }) => bsn)).size).toBe(world.people.length)
    expect(world.people.filter(({ bsn }) => passesElfproef(bsn))).toEqual([])
    for (const { kvk } of world.companies) expect(String(kvk).padStart(8, '0')).toMatch(/^099\d{5}$/)
  })

  test('gives everybody an adult life: no office or home before the eighteenth year', () => {
    const eighteen = (birthDate: string) => `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}`
    for (const { person, started } of world.offices) if (person) expect(started >= eighteen(person.birthDate)).toBe(true)
    for (const { home, registered, birthDate } of world.people) if (home) expect(registered >= eighteen(birthDate)).toBe(true)
  })

  test('lets nobody buy before he exists, and puts nothing after its day in a delivery', () => {
    expect(world.titles.filter(({ owner, started }) => owner.company && owner.company.started > started)).toEqual([])
    const days = [...world.titles, ...world.measures, ...world.companies].map(({ started }) => started)
    expect(days.filter((day) => day > DEMO_DAY)).toEqual([])
    expect([...world.signals.map(({ received }) => received), ...world.inspections.map(({ date }) => date)].filter((day) => day > DEMO_DAY)).toEqual([])
  })

  test('has owners in many branches, so that branches can be compared on property', () => {
    const held = Map.groupBy(world.titles.flatMap(({ owner, ended }) => (owner.company && ended === '' ? [owner.company.branch.sbi2008.slice(0, 2)] : [])), (division) => division)
    expect([...held.values()].filter((titles) => titles.length >= 10).length).toBeGreaterThanOrEqual(8)
  })

  test('keeps companies where it is quiet', () => {
    const settled = world.companies.filter(({ establishments: [main] }) => main && world.plan.isQuiet(main.address))
    const leaving = settled.filter(({ ended, started }) => ended !== '' || started > '2025-10-01')
    expect(settled.length).toBeGreaterThan(50)
    expect(leaving.length / settled.length).toBeLessThan(0.1)
  })

  test('lets the shares of every right and every company add up', () => {
    const current = Map.groupBy(world.titles.filter(({ ended }) => ended === ''), ({ address }) => address.bag)
    for (const titles of current.values()) expect(titles.reduce((sum, { share }) => sum + share[0] / share[1], 0)).toBeCloseTo(1, 9)
    const held = Map.groupBy(world.offices.filter(({ share, ended }) => share && ended === ''), ({ company }) => company.kvk)
    for (const offices of held.values()) expect(offices.reduce((sum, { share }) => sum + (share ? share[0] / share[1] : 0), 0)).toBeCloseTo(1, 9)
  })

  test('plants more of each phenomenon where it says so, and nowhere twice', () => {
    const codes = Object.values(big.plan.areas).flatMap((areas) => areas.map(({ code }) => code))
    expect(new Set(codes).size).toBe(codes.length)
    const rate = (isPlanted: boolean) => {
      const inside = (index: number) => big.plan.areas.hennep.some((area) => area === big.neighbourhoods[index]) === isPlanted
      const addresses = big.addresses.filter(({ neighbourhood }) => inside(neighbourhood)).length
      return big.measures.filter(({ kind, address }) => kind === 'kwekerij-geruimd' && inside(address.neighbourhood)).length / addresses
    }
    expect(rate(true)).toBeGreaterThan(4 * rate(false))
  })

  test('hides one network of each kind at least', () => {
    expect(world.networks.map(({ kind }) => kind)).toEqual(['katvanger', 'abc-transactie', 'stapeladres', 'doorstart'])
    const [strawMan, flip, stack, restart] = world.networks
    const directed = world.offices.filter(({ person, office }) => office === 'bestuurder' && person === strawMan?.people[0])
    expect(directed.length).toBeGreaterThanOrEqual(6)
    const sold = world.titles.filter(({ address }) => address === flip?.addresses[0])
    expect(sold).toHaveLength(3)
    expect(Date.parse(sold[2]?.started ?? '') - Date.parse(sold[1]?.started ?? '')).toBeLessThan(180 * 86_400_000)
    expect(stack?.companies.length).toBeGreaterThanOrEqual(12)
    expect(restart?.companies).toHaveLength(4)
  })
})
