import { makeRandom } from '../../electron/engine/demo/world/random.ts'
import type { Value } from '../../electron/engine/store/database.ts'

/** One address of a generated country, with the values of `addressColumns` in their order. */
export type NationalRow = readonly Value[]

const STEMS = (
  'Acacia Beuken Bos Brink Dennen Dorps Eiken Elzen Es Gracht Haven Heide Hoge Iepen Kade Kapel Kastanje Kerk Klaver Koning Laan Linden ' +
  'Lage Markt Meidoorn Merel Molen Nieuw Noorder Oranje Ooster Park Plantsoen Populieren Prinsen Ring Rozen Schans Sluis Spoor Station ' +
  'Tuin Valk Veld Vijver Vliet Water Weide Wester Wilgen Wind Zand Zee Zuider Zwanen Leeuwerik Lijster Nachtegaal Reiger Spreeuw Vink'
).split(' ')
const MIDDLES = ['', '', '', '', 'en', 'er', 'dijk', 'hof', 'berg', 'dal', 'burg', 'meer', 'oord', 'rust', 'wijk', 'zicht', 'heuvel', 'horst', 'brug', 'poort']
const ENDS = ['straat', 'laan', 'weg', 'plein', 'hof', 'pad', 'singel', 'dreef', 'kade', 'steeg', 'dijk', 'park', 'erf', 'gaarde', 'ring', 'oever', 'marke', 'veld']
const CITY_ENDS = ['dam', 'drecht', 'dorp', 'hoven', 'huizen', 'loo', 'lo', 'meer', 'mond', 'rode', 'stede', 'veen', 'voort', 'wijk', 'woude', 'zand']
const USES = ['woonfunctie', 'woonfunctie', 'woonfunctie', 'woonfunctie', 'woonfunctie', 'winkelfunctie', 'kantoorfunctie', 'industriefunctie', 'overige gebruiksfunctie', 'bijeenkomstfunctie, winkelfunctie']
const LETTERS = 'ABCDEFGHJKLMNPRTVWXYZ'
const PER_STREET = 40
const PER_CITY = 100
const PER_POSTCODE = 20
/** digits behind municipality and object type */
const COUNTER = 10_000_000_000

/**
 * A country of made-up addresses in the order of their BAG numbers, as an extract has them: per street some 40 addresses, per city
 * some 100 streets, per postcode 20 addresses on one street. Equal for equal seed; each row is made when it is asked for.
 */
export function* nationalAddresses(total: number, seed: string): Generator<NationalRow, void> {
  const random = makeRandom(seed)
  const names = streetNames()
  let made = 0
  for (let city = 0; made < total; city += 1) {
    const cityName = cityNameOf(city)
    const municipality = 100 + (city % 1900)
    for (let street = 0; street < PER_CITY && made < total; street += 1) {
      const name = names[(city * 7919 + street * 104_729) % names.length] ?? ''
      const count = Math.min(total - made, random.between(PER_STREET / 2, PER_STREET * 1.5))
      for (let i = 0; i < count; i += 1) {
        const place = made + i
        const hasExtra = random.chance(0.12)
        yield rowOf({ place, municipality, city: cityName, street: name, at: i, letter: hasExtra ? random.pick([...LETTERS]) : '', use: random.pick(USES), area: random.between(20, 400) })
      }
      made += count
    }
  }
}

function rowOf(one: { place: number; municipality: number; city: string; street: string; at: number; letter: string; use: string; area: number }): NationalRow {
  const { place, municipality, at } = one
  const id = (type: number): number => (municipality * 100 + type) * COUNTER + place
  const postcode = Math.floor(place / PER_POSTCODE)
  return [
    id(20), one.street, one.city, at * 2 + 1 + (postcode % 2), one.letter, one.letter !== '' && at % 3 === 0 ? `${(at % 9) + 1}` : '', postcodeOf(postcode),
    id(1), id(10), one.use, one.area, 1900 + (place % 125), 'in gebruik', 0, null, 20_000 + (place % 250_000) + 0.125, 310_000 + ((place * 7) % 300_000) + 0.5, 2 ** 32 + place,
  ]
}

/** 1000AA, 1000AB, … without end */
function postcodeOf(place: number): string {
  const letters = place % 576
  return `${1000 + (Math.floor(place / 576) % 9000)}${'ABCDEFGHJKLMNPRTUVWXYZEG'[Math.floor(letters / 24)] ?? 'A'}${'ABCDEFGHJKLMNPRTUVWXYZEG'[letters % 24] ?? 'A'}`
}

function streetNames(): string[] {
  return STEMS.flatMap((stem) => MIDDLES.flatMap((middle) => ENDS.map((end) => `${stem}${middle}${end}`)))
}

function cityNameOf(city: number): string {
  const stem = STEMS[city % STEMS.length] ?? ''
  const end = CITY_ENDS[Math.floor(city / STEMS.length) % CITY_ENDS.length] ?? ''
  const round = Math.floor(city / (STEMS.length * CITY_ENDS.length))
  return `${stem}${end}${round === 0 ? '' : [' aan Zee', '-Noord', '-Zuid', '-Oost', '-West'][round - 1] ?? ` ${round}`}`
}
