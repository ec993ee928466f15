import { pointIn, isInside, type Neighbourhood, type Setting } from './neighbourhoods.ts'
import { makePostcodeGiver, postcodeSize, type PostcodeGiver } from './postcodes.ts'
import { at, weighted, type Picker, type Random } from './random.ts'
import { makeStreetNamer } from './streets.ts'
import type { Place, WordLists } from './words.ts'

/** A BAG address of the demo municipality. The ids have the shape of Almere's (gemeente 0034). */
export interface DemoAddress {
  index: number
  /** nummeraanduiding */
  bag: number
  object: number
  /** whether the object has another address that is its main one */
  isSecondary: boolean
  building: number
  street: string
  number: number
  letter: string
  suffix: string
  postcode: string
  use: string
  /** what it can be used for here; `''` for storage, schools and the like */
  place: Place | ''
  floorArea: number
  buildYear: number
  status: string
  x: number
  y: number
  neighbourhood: number
}

const BAG = { designation: 342e11, object: 3401e10, building: 341e11 }

/** Relative number of addresses per hectare, and up to how many hectares they count. */
const density: Record<Setting, { perHectare: number; upTo: number }> = {
  living: { perHectare: 1, upTo: 40 },
  centre: { perHectare: 1.6, upTo: 40 },
  business: { perHectare: 0.3, upTo: 60 },
  rural: { perHectare: 0.05, upTo: 150 },
  green: { perHectare: 0.02, upTo: 40 },
}

type Use = readonly [place: Place | '', use: string]
const uses: Record<Setting, Picker<Use>> = {
  living: usePicker({ woonfunctie: 92, winkelfunctie: 2.5, kantoorfunctie: 1.5, gezondheidszorgfunctie: 0.8, onderwijsfunctie: 0.5, bijeenkomstfunctie: 0.7, 'overige gebruiksfunctie': 2 }),
  centre: usePicker({ woonfunctie: 62, winkelfunctie: 22, kantoorfunctie: 8, bijeenkomstfunctie: 5, logiesfunctie: 0.3, 'woonfunctie, winkelfunctie': 1, 'overige gebruiksfunctie': 1.7 }),
  business: usePicker({ industriefunctie: 52, kantoorfunctie: 26, 'industriefunctie, kantoorfunctie': 8, woonfunctie: 7, winkelfunctie: 5, sportfunctie: 2 }),
  rural: usePicker({ woonfunctie: 84, industriefunctie: 8, kantoorfunctie: 2, bijeenkomstfunctie: 2, 'overige gebruiksfunctie': 4 }),
  green: usePicker({ sportfunctie: 40, woonfunctie: 35, bijeenkomstfunctie: 25 }),
}

/** The addresses that one building brings: letter and suffix of each. Most have neither. */
const patterns: Picker<readonly (readonly [letter: string, suffix: string])[]> = weighted([
  [[['', '']], 885],
  [[['', ''], ['A', '']], 42],
  [[['', ''], ['A', ''], ['B', '']], 14],
  [[['A', ''], ['B', ''], ['C', '']], 10],
  [[['', ''], ['A', ''], ['A', '1'], ['A', '2']], 6],
  [[['', '1'], ['', '2'], ['', '3'], ['', '4']], 14],
  [[['', ''], ['', '1'], ['', '2']], 6],
  [[['', ''], ['', 'BIS']], 6],
  [[['', 'HS'], ['', '1HG'], ['', '2HG']], 8],
  [[['', 'I'], ['', 'II'], ['', 'III']], 5],
  [[['', ''], ['', 'A1'], ['', 'A2']], 3],
  [[['A', ''], ['A', 'BIS']], 1],
])

const statuses: Picker<string> = weighted([
  ['Verblijfsobject in gebruik', 955],
  ['Verblijfsobject in gebruik (niet ingemeten)', 20],
  ['Verblijfsobject gevormd', 15],
  ['Verbouwing verblijfsobject', 6],
  ['Verblijfsobject buiten gebruik', 4],
])

/** Exactly `count` addresses, street by street, each inside its buurt. */
export function makeAddresses(count: number, neighbourhoods: readonly Neighbourhood[], words: WordLists, random: Random): DemoAddress[] {
  const builder: Builder = {
    addresses: [],
    postcodes: makePostcodeGiver(),
    perPostcode: postcodeSize(count),
    buildings: 0,
    random,
  }
  const namer = makeStreetNamer(words, random.fork('straatnamen'))
  allocate(count, neighbourhoods, random.fork('omvang')).forEach((quota, index) => {
    const neighbourhood = at(neighbourhoods, index)
    for (let left = quota; left > 0; ) {
      const size = left < 25 ? left : Math.min(left, random.between(15, 70))
      const street = namer.next(neighbourhood.wijk, neighbourhood.setting === 'business')
      buildStreet(builder, street, size, index, neighbourhood)
      left -= size
    }
  })
  return builder.addresses
}

/** Some buurten are built far denser than others of their kind: one standard deviation is a factor two. */
const DENSITY_SPREAD = Math.LN2

/** Largest remainders, so that the quotas sum to the count exactly. */
function allocate(count: number, neighbourhoods: readonly Neighbourhood[], random: Random): number[] {
  const weights = neighbourhoods.map(({ setting, hectares }) => Math.min(hectares, density[setting].upTo) * density[setting].perHectare * Math.exp(DENSITY_SPREAD * aboutNormal(random)))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const exact = weights.map((weight) => (weight / total) * count)
  const quotas = exact.map(Math.floor)
  const missing = count - quotas.reduce((sum, quota) => sum + quota, 0)
  const byRemainder = exact.map((value, index) => ({ index, rest: value - Math.floor(value) })).toSorted((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of byRemainder.slice(0, missing)) quotas[index] = at(quotas, index) + 1
  return quotas
}

/** Near enough to a standard normal: the sum of twelve even draws, around zero. */
function aboutNormal(random: Random): number {
  let sum = -6
  for (let i = 0; i < 12; i += 1) sum += random.next()
  return sum
}

interface Builder {
  addresses: DemoAddress[]
  postcodes: PostcodeGiver
  perPostcode: number
  buildings: number
  random: Random
}

function buildStreet(builder: Builder, street: string, size: number, index: number, neighbourhood: Neighbourhood): void {
  const { random, addresses } = builder
  const place = streetLine(neighbourhood, random)
  const isFlat = random.chance(neighbourhood.setting === 'centre' ? 0.6 : neighbourhood.setting === 'living' ? 0.2 : 0.02)
  const sides = random.chance(0.75)
  const sideCodes = [builder.postcodes.next(neighbourhood.wijk), ...(sides ? [builder.postcodes.next(neighbourhood.wijk)] : [])]
  const year = Math.min(2025, 1976 + Math.floor(random.next() * 50))
  const used = sideCodes.map(() => 0)
  let number = random.chance(0.9) ? 1 : random.between(2, 60)
  for (let made = 0; made < size; number += random.chance(0.04) ? 2 : 1) {
    const side = sides ? number % 2 : 0
    if (at(used, side) >= builder.perPostcode) {
      sideCodes[side] = builder.postcodes.next(neighbourhood.wijk)
      used[side] = 0
    }
    const entries = (isFlat ? [['', ''] as const] : patterns(random)).slice(0, size - made)
    if (!isFlat || made % 24 === 0) builder.buildings += 1
    const [x, y] = place(number)
    for (const [letter, suffix] of entries) {
      const [kind, use] = uses[neighbourhood.setting](random)
      const serial = addresses.length + 1
      addresses.push({
        index: serial - 1,
        bag: BAG.designation + serial,
        object: BAG.object + serial,
        isSecondary: false,
        building: BAG.building + builder.buildings,
        street,
        number,
        letter,
        suffix,
        postcode: random.chance(0.002) ? '' : at(sideCodes, side),
        use,
        place: kind,
        floorArea: floorArea(kind, isFlat, random),
        buildYear: random.chance(0.97) ? year : Math.min(2025, year + random.below(4)),
        status: statuses(random),
        x,
        y,
        neighbourhood: index,
      })
    }
    made += entries.length
    used[side] = at(used, side) + entries.length
  }
}

/** Houses stand along a line through the buurt; where the line leaves it, somewhere else inside. Millimetres, as in the BAG. */
function streetLine(neighbourhood: Neighbourhood, random: Random): (number: number) => [number, number] {
  const [startX, startY] = pointIn(neighbourhood, random)
  const angle = random.next() * 2 * Math.PI
  return (number) => {
    const along = number * 3.5
    const across = number % 2 === 0 ? 9 : -9
    const wanted: [number, number] = [startX + along * Math.cos(angle) - across * Math.sin(angle), startY + along * Math.sin(angle) + across * Math.cos(angle)]
    const [x, y] = isInside(neighbourhood, wanted) ? wanted : pointIn(neighbourhood, random)
    return [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000]
  }
}

function floorArea(place: Place | '', isFlat: boolean, random: Random): number {
  if (place === 'woning') return isFlat ? random.between(42, 110) : random.between(75, 190)
  if (place === 'industrie') return random.between(90, 2400)
  return random.between(30, 650)
}

function usePicker(weights: Record<string, number>): Picker<Use> {
  return weighted(Object.entries(weights).map(([use, weight]) => [[placeOf(use), use] as const, weight] as const))
}

function placeOf(use: string): Place | '' {
  if (use.startsWith('woonfunctie')) return 'woning'
  if (use.startsWith('industriefunctie')) return 'industrie'
  if (use.startsWith('kantoorfunctie')) return 'kantoor'
  return /^(winkel|bijeenkomst|logies|gezondheidszorg)functie/.test(use) ? 'winkel' : ''
}
