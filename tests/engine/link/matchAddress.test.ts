import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildAddressIndex, openAddressIndex, type AddressIndex } from '../../../electron/engine/link/addressIndex.ts'
import { matchAddress, type AddressMatch } from '../../../electron/engine/link/matchAddress.ts'
import { parseAddress } from '../../../electron/engine/normalise/address.ts'
import type { GivenAddress } from '../../../electron/engine/normalise/given.ts'
import { addressLabel } from '../../../shared/text/names.ts'
import { addAddress, addDelivery } from '../../fixtures/register.ts'
import { emptyStore } from '../../fixtures/vault.ts'

type Home = { id: number; street: string; number: number; letter: string; suffix: string; postcode: string; city: string }

/** The addresses of the tests, written short: street | number | letter | suffix | postcode | city. */
const homes: Home[] = `
Markerkant|12|||1314AN|Almere
Markerkant|14|||1314AN|Almere
Markerkant|15|||1314AM|Almere
Markerkant 13|21|||1314EG|Almere
Markerkant 13|23|||1314EG|Almere
Randstad 22|3|||1316BN|Almere
Belgiëlaan|1|||2391PH|Hazerswoude-Dorp
Belgiëlaan|1|A||2391PH|Hazerswoude-Dorp
Belgiëlaan|1|A|1|2391PH|Hazerswoude-Dorp
Belgiëlaan|1|A|8|2391PH|Hazerswoude-Dorp
Belgiëlaan|1|B||2391PH|Hazerswoude-Dorp
Belgiëlaan|3|||2391PH|Hazerswoude-Dorp
De Ruijterkade|105||1|1011AB|Amsterdam
De Ruijterkade|105||2|1011AB|Amsterdam
De Ruijterkade|105||H|1011AB|Amsterdam
Burgemeester van Nispen van Sevenaerstraat|1||BEN|1251KD|Laren
Annelien Kappeyne van de Coppellostraat|8|||6049HD|Herten
Walt Disneyplantsoen|5|||1325BE|Almere
Eerste Dwarsweg|7|||1341AA|Almere
Tweede Dwarsweg|7|||1341AB|Almere
Werfstraat|9|||1353CD|Almere
Verfstraat|9|||1353CE|Almere
Stationsstraat|4|||1315AA|Almere
Stationsstraat|4|||3811MJ|Amersfoort
Dorpsstraat|12|||2811AA|Reeuwijk
Dorpsstraat|12||16|2811AA|Reeuwijk
Gracht|12|||1381AA|Weesp
Gracht|14|||1381AA|Weesp
Gracht|16|||1381AA|Weesp
Havenkade|8|||1357AA|Almere
Nieuw Adres|2||||Almere
Minister De Waalsingel|18|||1336AA|Almere
Flatgebouw|17||1|1337AA|Almere
Flatgebouw|1|||1337AA|Almere
Beversteiger|1||1|1319HR|Almere
Beversteiger|1||2|1319HR|Almere
Randstad 22|38||1|1326AL|Almere
Beboplaan|1|||1325VP|Almere
Kerkstraat|12|||1315AB|Almere
Kerkstraat|12|A||1315AB|Almere
Kerkstraat|12|B||1315AB|Almere
Kerkstraat|5|||1315AB|Almere
Kerkstraat|7|||1315AB|Almere
Kerkstraat|9|||1315AB|Almere
Kade|16|D||1315AC|Almere
Kade|20||4|1315AC|Almere
Kade|20|||1315AC|Almere
Kade|22|K|4|1315AC|Almere
Stuurmanhof|1|||1314AP|Almere
Stuurmanhof|1||2|1314AP|Almere
Hoofdstraat|10|||9331AA|Norg
Hoofdstraat|10|||9401AA|Assen
Pioenlaan|20||||Capelle aan den IJssel
Pioenlaan|20|||4632AA|Bergen op Zoom
`.trim().split('\n').map((line, i) => {
  const [street = '', number = '', letter = '', suffix = '', postcode = '', city = ''] = line.split('|')
  return { id: 34_200_000_000_001 + i, street, number: Number(number), letter, suffix, postcode, city }
})

function indexOfHomes(make = buildAddressIndex): AddressIndex {
  const store = emptyStore()
  store.write((writer) => {
    addDelivery(writer, 1)
    homes.forEach((home, i) => addAddress(writer, i + 1, { ...home, object_id: 34_010_000_000_001 + i }))
  })
  return make(store)
}

function find(index: AddressIndex, given: GivenAddress, bag: number | null = null): AddressMatch {
  return matchAddress(index, { ...parseAddress(given), bag })
}

/** `exact Markerkant 12`, `ambiguous 2`, `none` */
function told(match: AddressMatch): string {
  if (match.addressId === null) return match.candidates.length > 0 ? `${match.method} ${match.candidates.length}` : match.method
  const home = homes.find(({ id }) => id === match.addressId)
  return home ? `${match.method} ${addressLabel(home)} ${home.city}` : 'unknown'
}

describe('one line finds', () => {
  const cases: [string, string][] = [
    ['Markerkant 12, 1314 AN Almere', 'exact Markerkant 12 Almere'],
    ['Markerkant 12 Almere', 'exact Markerkant 12 Almere'],
    ['1314 AN 12', 'exact Markerkant 12 Almere'],
    ['MARKERKANT 12, 1314AN ALMERE', 'exact Markerkant 12 Almere'],
    ['Markerkant 12, 1314 AN Almere Stad', 'normalised Markerkant 12 Almere'],
    ['Markerkant 12', 'normalised Markerkant 12 Almere'],
    ['Stationsstraat 4', 'ambiguous 2'],
    ['Stationsstraat 4, Almere Haven', 'normalised Stationsstraat 4 Almere'],
    ['Stationstraat 4 Amersfoort', 'fuzzy Stationsstraat 4 Amersfoort'],
    ['Stationsstr. 4, 3811 MJ', 'normalised Stationsstraat 4 Amersfoort'],
    ['Belgielaan 1, 2391PH Hazerswoude-Dorp', 'normalised Belgiëlaan 1 Hazerswoude-Dorp'],
    ['Belgi?laan 1, 2391PH Hazerswoude-Dorp', 'fuzzy Belgiëlaan 1 Hazerswoude-Dorp'],
    ['BelgiÃ«laan 1A, 2391 PH', 'exact Belgiëlaan 1 A Hazerswoude-Dorp'],
    ['Belgiëlaan 1 A-1, 2391 PH', 'exact Belgiëlaan 1 A1 Hazerswoude-Dorp'],
    ['Belgiëlaan 1-A-8, 2391 PH', 'exact Belgiëlaan 1 A8 Hazerswoude-Dorp'],
    ['Belgiëlaan 1 C, 2391 PH', 'none'],
    ['Belgiëlaan 1-1, 2391 PH', 'none'],
    ['Belgiëlaan 3 A, 2391 PH', 'none'],
    ['De Ruyterkade 105-2, 1011 AB Amsterdam', 'normalised De Ruijterkade 105-2 Amsterdam'],
    ['De Ruijterkade 105 II, 1011 AB Amsterdam', 'normalised De Ruijterkade 105-2 Amsterdam'],
    ['De Ruijterkade 105 2hg, Amsterdam', 'normalised De Ruijterkade 105-2 Amsterdam'],
    ['De Ruijterkade 105 huis, 1011 AB', 'normalised De Ruijterkade 105 H Amsterdam'],
    ['De Ruijterkade 105, 1011 AB Amsterdam', 'ambiguous 3'],
    ['Burg. v. Nispen v. Sevenaerstr 1 BEN, 1251 KD', 'normalised Burgemeester van Nispen van Sevenaerstraat 1 BEN Laren'],
    ['Burg v N v Sevenaerstr 1 BEN, Laren', 'normalised Burgemeester van Nispen van Sevenaerstraat 1 BEN Laren'],
    ['Burgemeester van Nispen 1 BEN, Laren', 'normalised Burgemeester van Nispen van Sevenaerstraat 1 BEN Laren'],
    ['A K vd Coppellostr 8 HERTEN', 'normalised Annelien Kappeyne van de Coppellostraat 8 Herten'],
    ['Walt Disneyplts. 5, 1325 BE', 'normalised Walt Disneyplantsoen 5 Almere'],
    ['1e Dwarsweg 7 Almere', 'normalised Eerste Dwarsweg 7 Almere'],
    ['2e Dwarsweg 7 Almere', 'normalised Tweede Dwarsweg 7 Almere'],
    ['3e Dwarsweg 7 Almere', 'none'],
    ['Werfstraat 9 Almere', 'exact Werfstraat 9 Almere'],
    ['Kerfstraat 9 Almere', 'ambiguous 3'],
    ['Kerfstraat 9, 1353 CE Almere', 'fuzzy Verfstraat 9 Almere'],
    ['Werfstraat 9, 1353 CE Almere', 'ambiguous 2'],
    ['Markerkant 12, 1314 NA Almere', 'fuzzy Markerkant 12 Almere'],
    ['Markerkant 12, 1318 XX Almere', 'ambiguous 1'],
    ['Markerknat 12 Almere', 'fuzzy Markerkant 12 Almere'],
    ['Markerknta 16 Almere', 'none'],
    ['Markerkan 12, 1314 AN', 'fuzzy Markerkant 12 Almere'],
    ['Mrkrkant 12, 1314 AN', 'normalised Markerkant 12 Almere'],
    ['Zuiderweg 12, 1314 AN', 'ambiguous 1'],
    ['Markerkant 13-21 Almere', 'normalised Markerkant 13 21 Almere'],
    ['Markerkant 13 21 Almere', 'exact Markerkant 13 21 Almere'],
    ['Markerkant 14, 1315 AA Almere', 'ambiguous 1'],
    ['Randstad 22-3, 1316 BN', 'normalised Randstad 22 3 Almere'],
    ['Randstad 223, 1316 BN', 'none'],
    ['Dorpsstraat 12-16 Reeuwijk', 'exact Dorpsstraat 12-16 Reeuwijk'],
    ['Gracht 12-16 Weesp', 'ambiguous 3'],
    ['Gracht 12 t/m 14 Weesp', 'ambiguous 2'],
    ['Havenkade 8/10 Almere', 'normalised Havenkade 8 Almere'],
    ['Havenkade 6-8 Almere', 'ambiguous 1'],
    ['Nieuw Adres 2, 1399 ZZ Almere', 'normalised Nieuw Adres 2 Almere'],
    ['Markerkant 12, 3811 MJ Utrecht', 'none'],
    ['Minister Dee Waalsingel 18 Almere', 'fuzzy Minister De Waalsingel 18 Almere'],
    ['Flatgebouw 17 1, 1337 AA', 'normalised Flatgebouw 17-1 Almere'],
    ['Beversteiger 1 1, 1319 HR', 'normalised Beversteiger 1-1 Almere'],
    ['Randstad 22 38 1, 1326 AL', 'normalised Randstad 22 38-1 Almere'],
    ['Bevresteiger 1 1, 1319 HR', 'fuzzy Beversteiger 1-1 Almere'],
    ['Bevresteiger 1 1 Almere', 'none'],
    ['Bebopln 1, 1325 VP', 'normalised Beboplaan 1 Almere'],
    // letters and units behind the number never vanish into the name of a city
    ['Kerkstraat 12 toev. B, 1315AB', 'exact Kerkstraat 12 B Almere'],
    ['Kerkstraat 12 huisletter A, 1315 AB', 'exact Kerkstraat 12 A Almere'],
    ['Kerkstraat 12 flat B, 1315 AB', 'normalised Kerkstraat 12 B Almere'],
    ['Kerkstraat 12a-b, 1315 AB', 'ambiguous 2'],
    ['Kerkstraat 12 a/b, 1315AB', 'ambiguous 2'],
    ['Kerkstraat 12 A+B 1315AB', 'ambiguous 2'],
    ['Kerkstraat 12a t/m c Almere', 'ambiguous 2'],
    ['Kerkstraat 12, 12A, 1315 AB', 'none'],
    ['Kerkstraat 12 vide, 1315 AB', 'none'],
    ['Kerkstraat 12 vide', 'none'],
    ['Kerkstraat 5a-c', 'none'],
    ['Kerkstraat 5, 7 en 9, 1315 AB', 'ambiguous 3'],
    ['Kade 16 D-K, 1315 AC', 'ambiguous 1'],
    ['Kade 20, app. 4, 1315 AC', 'normalised Kade 20-4 Almere'],
    ['Kade 20 unit 4 Almere', 'normalised Kade 20-4 Almere'],
    ['Kade 20 kamer 4 Almere', 'none'],
    ['Kade 20 4e verdieping, 1315 AC', 'normalised Kade 20-4 Almere'],
    ['Kade 20 4e verd. links, 1315 AC', 'none'],
    ['Kade 22 K 4 Almere', 'exact Kade 22 K4 Almere'],
    ['Stuurmanhof 1-feb, 1314 AP', 'exact Stuurmanhof 1-2 Almere'],
    ['1315 AB Kerkstraat 12', 'exact Kerkstraat 12 Almere'],
    ['1315AB12', 'exact Kerkstraat 12 Almere'],
    // a city that contradicts postcode and street leaves a choice
    ['Hoofdstraat 10, 9331 AA Assen', 'ambiguous 2'],
    ['Pioenlaan 20, 4632 AA Capelle aan den IJssel', 'ambiguous 2'],
    ['Pioenlaan 20, 2901 AA Capelle aan den IJssel', 'normalised Pioenlaan 20 Capelle aan den IJssel'],
    ['Hoofdstraat 10, 9331 AA Norg', 'exact Hoofdstraat 10 Norg'],
    ['Kerkstraat 12, 1315 AB Utrecht', 'ambiguous 1'],
    ['Kerkstraat 12, 1315 AB Almeer', 'normalised Kerkstraat 12 Almere'],
    ['Markerkant Almere', 'none'],
    ['Postbus 12, 1314 AA Almere', 'none'],
    ['', 'notGiven'],
  ]
  test('every form, or leaves it', () => {
    const index = indexOfHomes()
    expect(cases.map(([line]) => [line, told(find(index, { line }))])).toEqual(cases)
    const asked = indexOfHomes(openAddressIndex)
    expect(cases.map(([line]) => [line, told(find(asked, { line }))])).toEqual(cases)
  })
})

test.each(['tegenover 5', 'naast 5', 'nabij nr. 5', 'unit 5', '5 t.o.'])('%s in the cell of the number is never number 5', (number) => {
  const index = indexOfHomes()
  for (const postcode of ['1315AB', '']) expect(told(find(index, { street: 'Kerkstraat', number, postcode, city: 'Almere' }))).toBe('none')
})

test('an address is found by every writing it had, and the one that is written so now goes first', () => {
  const store = emptyStore()
  store.write((writer) => {
    addDelivery(writer, 1)
    const home = addAddress(writer, 1, { street: 'Lindelaan', number: 2, postcode: '1315AB', city: 'Almere' })
    const other = addAddress(writer, 2, { street: 'Nieuwe Dijk', number: 9, postcode: '1315AC', city: 'Almere' })
    const street = writer.get<{ id: number }>("INSERT INTO street (name, name_key, city, city_key) VALUES ('Lindekade', 'lindekade', 'Almere', 'almere') RETURNING id")?.id ?? 0
    const now = writer.get<{ id: number }>("SELECT id FROM street WHERE name = 'Lindelaan'")?.id ?? 0
    const former = "INSERT INTO address_former (address_id, street_id, number, letter, suffix, postcode, record_id, changed_by) VALUES (?, ?, ?, '', '', ?, 1, 2)"
    writer.run(former, home, street, 2, '1315AZ')
    writer.run(former, other, now, 2, '1315AB')
  })
  for (const index of [buildAddressIndex(store), openAddressIndex(store)]) {
    const found = (line: string) => {
      const { method, addressId } = find(index, { line })
      return `${method} ${store.get<{ name: string }>('SELECT s.name FROM address a JOIN street s ON s.id = a.street_id WHERE a.id = ?', addressId ?? 0)?.name ?? ''}`
    }
    expect(found('Lindekade 2, 1315 AZ Almere')).toBe('normalised Lindelaan')
    expect(found('Lindekade 2 Almere')).toBe('normalised Lindelaan')
    expect(found('Lindelaan 2, 1315 AB Almere')).toBe('exact Lindelaan')
    expect(found('Lindekade 4, 1315 AZ Almere')).toBe('none ')
  }
})

describe('a BAG id', () => {
  test('counts when the text does not contradict it', () => {
    const index = indexOfHomes()
    const id = homes[0]?.id ?? 0
    const object = 34_010_000_000_001
    const results = [
      find(index, {}, id),
      find(index, { line: 'Markerkant 12, 1314 AN' }, id),
      find(index, { line: 'Markerknt 12, 1314 AN' }, id),
      find(index, {}, object),
      find(index, { line: 'Markerkant 14, 1314 AN' }, id),
      find(index, { line: 'Markerkant 12 A, 1314 AN' }, id),
      find(index, { line: 'Markerkant 14, 1314 AN' }, 1),
      find(index, { line: 'Markerknt 14, 1314 AN' }, 1),
      find(index, {}, 1),
    ].map(told)
    expect(results).toEqual([
      'bag Markerkant 12 Almere', 'bag Markerkant 12 Almere', 'bag Markerkant 12 Almere', 'bag Markerkant 12 Almere',
      'ambiguous 2', 'ambiguous 1', 'exact Markerkant 14 Almere', 'ambiguous 1', 'notGiven',
    ])
  })
})

test('explains its steps', () => {
  const steps: string[] = []
  matchAddress(indexOfHomes(), { ...parseAddress({ line: 'Stationsstraat 4' }), bag: null }, (step) => steps.push(step))
  expect(steps).toEqual([
    'Gelezen als straat ‘Stationsstraat’, nummer 4, geen toevoeging, geen postcode, geen plaats.',
    'Gezocht in 2 straten: 2 adressen met dit nummer; bij alle past de rest ook.',
    '2 adressen passen even goed; een mens moet kiezen.',
  ])
})

describe('properties', () => {
  test('every address finds itself, however it is written; never another', () => {
    const index = indexOfHomes()
    const written = [
      (home: Home) => `${addressLabel(home)}, ${home.postcode} ${home.city}`,
      (home: Home) => `${addressLabel({ ...home, street: home.street.toUpperCase() })} ${home.city}`,
      (home: Home) => `${addressLabel({ ...home, street: home.street.normalize('NFD').replace(/\p{M}/gu, '').replace('ij', 'y') })} ${home.city}`,
    ]
    for (const home of homes) for (const write of written) expect(find(index, { line: write(home) }).addressId, write(home)).toBe(home.id)
  })

  test('one changed digit or letter behind the street never leads to the address itself', () => {
    const index = indexOfHomes()
    fc.assert(
      fc.property(fc.constantFrom(...homes), fc.integer({ min: 1, max: 300 }), fc.constantFrom('', 'A', 'B', 'C', '1', '2', 'hs'), (home, number, extra) => {
        const written = { street: home.street, number: `${number}`, suffix: extra, postcode: home.postcode, city: home.city }
        const found = homes.find(({ id }) => id === find(index, written).addressId)
        const isSame = found && found.number === number && ['', 'H'].concat(extra).includes(found.letter + found.suffix)
        expect(found === undefined || isSame).toBe(true)
        if (found && found.letter + found.suffix === '') expect(extra).toBe('')
      }),
      { numRuns: 500 },
    )
  })
})
