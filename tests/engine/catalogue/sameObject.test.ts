import { expect, test } from 'vitest'
import { lookUpReferences, readAddress } from '../../../electron/engine/catalogue/index.ts'
import { importFile } from '../../../electron/engine/import/index.ts'
import { explainMatch, runLink } from '../../../electron/engine/link/index.ts'
import { closeVault, openVault } from '../../../electron/engine/store/vault.ts'
import { recordId } from '../../../shared/model/recordId.ts'
import { fileWith, firstSheet, proposalsOf, takeIn } from '../../fixtures/delivery.ts'
import { openEngine, PASSPHRASE } from '../../fixtures/engine.ts'
import { addAddress, addDelivery, addRecord } from '../../fixtures/register.ts'
import { hasSharedData, sharedData, whySkipped } from '../../fixtures/sharedData.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'
import { zipOf } from '../../fixtures/zip.ts'

const voorkomen = (since: string) => `<voorkomen><Voorkomen><beginGeldigheid>${since}</beginGeldigheid></Voorkomen></voorkomen>`
const part = (type: string, objects: string[]) => ({
  name: `0221${type}15092020-000001.xml`,
  content: `<bagStand><StandTechnischeDatum>2020-09-15</StandTechnischeDatum>${objects.map((one) => `<bagObject>${one}</bagObject>`).join('')}</bagStand>`,
})
const id = (place: number) => `022120000000000${place}`
const key = (place: number) => `address:${id(place)}`
const address = (place: number, number: number, letter: string, suffix: string, status = 'Naamgeving uitgegeven', since = '2010-01-01') =>
  `<Nummeraanduiding>${voorkomen(since)}<identificatie>${id(place)}</identificatie><huisnummer>${number}</huisnummer><huisletter>${letter}</huisletter>` +
  `<huisnummertoevoeging>${suffix}</huisnummertoevoeging><postcode>6981AB</postcode><status>${status}</status><OpenbareRuimteRef>0221300000000001</OpenbareRuimteRef></Nummeraanduiding>`
const object = (type: string, place: number, status: string, main: number, others: readonly number[] = [], since = '2010-01-01') =>
  `<${type}>${voorkomen(since)}<identificatie>022101000000000${place}</identificatie><status>${status}</status>` +
  `<heeftAlsHoofdadres><NummeraanduidingRef>${id(main)}</NummeraanduidingRef></heeftAlsHoofdadres>` +
  `${others.length === 0 ? '' : `<heeftAlsNevenadres>${others.map((one) => `<NummeraanduidingRef>${id(one)}</NummeraanduidingRef>`).join('')}</heeftAlsNevenadres>`}</${type}>`

/**
 * Kade 1 with the other addresses 1A and 1A-1, and Kade 2, whose object another object would like to have as its second address; a
 * berth with two addresses; Kade 9, withdrawn in 2018; and Kade 10, the address of an object withdrawn in 2019.
 */
const extract = zipOf([
  part('WPL', ['<Woonplaats><identificatie>1001</identificatie><naam>Doesburg</naam></Woonplaats>']),
  part('OPR', ['<OpenbareRuimte><identificatie>0221300000000001</identificatie><naam>Kade</naam><WoonplaatsRef>1001</WoonplaatsRef></OpenbareRuimte>']),
  part('VBO', [
    object('Verblijfsobject', 1, 'Verblijfsobject in gebruik', 1, [2, 3]), object('Verblijfsobject', 2, 'Verblijfsobject in gebruik', 4),
    object('Verblijfsobject', 3, 'Verblijfsobject in gebruik', 5, [4]), object('Verblijfsobject', 9, 'Verblijfsobject ingetrokken', 9, [], '2019-03-04'),
  ]),
  part('LIG', [object('Ligplaats', 4, 'Plaats aangewezen', 6, [7])]),
  part('NUM', [
    address(1, 1, '', ''), address(2, 1, 'A', ''), address(3, 1, 'A', '1'), address(4, 2, '', ''), address(5, 3, '', ''), address(6, 4, '', ''), address(7, 5, '', ''),
    address(8, 9, '', '', 'Naamgeving ingetrokken', '2018-05-01'), address(9, 10, '', ''),
  ]),
])

const signals = (rows: readonly string[]) => fileWith('signalen.csv', ['Signaalnummer;Afdeling;Soort signaal;Ontvangen;Contactpersoon (rol);BAG-nummer;Straat;Huisnummer;Huisletter;Toevoeging;Postcode', ...rows].join('\r\n'))

async function vault(rows: readonly string[]) {
  const context = contextOn(emptyStore())
  const { sheets } = await takeIn(context, fileWith('0221.zip', extract))
  expect(sheets).toMatchObject([{ kind: 'address', accepted: 9, refused: 0 }])
  expect((await takeIn(context, signals(rows))).sheets).toMatchObject([{ kind: 'signal', accepted: rows.length }])
  return { context, report: runLink(context) }
}

test('one object, several addresses: each stays its own, the sheet leads to the others, and a hit on one is told at the others', async () => {
  const { context } = await vault(['S1;Toezicht;overlast;01-05-2026;coördinator;;Kade;1;A;;6981AB', 'S2;Belastingen;leegstand;01-05-2026;balie;;Kade;1;A;1;6981AB', 'S3;Toezicht;overlast;01-05-2026;coördinator;;Kade;2;;;6981AB'])
  const sheet = readAddress(context, key(1))
  expect(sheet.sameObject).toEqual([{ key: key(2), label: 'Kade 1 A, Doesburg', isMain: false }, { key: key(3), label: 'Kade 1 A1, Doesburg', isMain: false }])
  expect(sheet.properties).toContainEqual({ label: 'Soort adres', value: 'hoofdadres' })
  expect(sheet.departments.map(({ department, isHit, alsoAt }) => [department, isHit, alsoAt.map(({ label }) => label)])).toEqual([
    ['Belastingen', false, ['Kade 1 A1, Doesburg']], ['Toezicht', false, ['Kade 1 A, Doesburg']],
  ])
  const other = readAddress(context, key(2))
  expect(other.sameObject.map(({ label, isMain }) => [label, isMain])).toEqual([['Kade 1, Doesburg', true], ['Kade 1 A1, Doesburg', false]])
  expect(other.departments.map(({ department, isHit, alsoAt }) => [department, isHit, alsoAt.map(({ label }) => label)])).toEqual([
    ['Belastingen', false, ['Kade 1 A1, Doesburg']], ['Toezicht', true, []],
  ])
})

test('a main address stays with its own object when another object claims it as its second, and a berth has two as well', async () => {
  const { context } = await vault(['S1;Toezicht;overlast;01-05-2026;coördinator;;Kade;5;;;6981AB'])
  expect(readAddress(context, key(4)).sameObject).toEqual([])
  expect(readAddress(context, key(5)).sameObject).toEqual([])
  expect(readAddress(context, key(6)).sameObject).toEqual([{ key: key(7), label: 'Kade 5, Doesburg', isMain: false }])
  expect(lookUpReferences(context, key(6))).toMatchObject([{ department: 'Toezicht', isHit: false, alsoAt: [{ key: key(7) }] }])
})

test('the number of an object without a house number is its main address; with one, the address that has it', async () => {
  const { context } = await vault(['S1;Toezicht;overlast;01-05-2026;coördinator;0221010000000001;;;;;', 'S2;Toezicht;overlast;01-05-2026;coördinator;0221010000000001;Kade;1;A;1;6981AB'])
  const found = [2, 3].map((row) => explainMatch(context.store, recordId(2, row)))
  expect(found.map(({ method, addressId }) => [method, addressId])).toEqual([['bag', Number(id(1))], ['bag', Number(id(3))]])
  expect(found[0]?.steps).toEqual(['Het BAG-id is dat van een object met meer adressen; zonder huisnummer geldt het hoofdadres.'])
})

test('a delivery that names a withdrawn address is matched to it, and told since when', async () => {
  const { context, report } = await vault(['S1;Toezicht;overlast;01-05-2017;coördinator;;Kade;9;;;6981AB', 'S2;Toezicht;overlast;01-05-2017;coördinator;;Kade;10;;;6981AB', 'S3;Toezicht;overlast;01-05-2017;coördinator;;Kade;2;;;6981AB'])
  expect(report.addresses).toMatchObject({ exact: 3 })
  expect(report.remarks).toEqual(['2 rijen noemen een adres dat in de BAG is ingetrokken; het adresblad zegt sinds wanneer.'])
  expect([8, 9, 4].map((place) => readAddress(context, key(place)).withdrawn)).toEqual([
    'Dit adres is in de BAG ingetrokken op 01-05-2018.', 'Dit adres is in de BAG ingetrokken op 04-03-2019.', '',
  ])
  expect(explainMatch(context.store, recordId(2, 2)).steps.slice(-2)).toEqual([
    'Eén adres past: letterlijk hetzelfde. Het is niet meer in gebruik; een adres dat in gebruik is, past niet.', 'Dit adres is in de BAG ingetrokken op 01-05-2018.',
  ])
})

test('a list with a status and a day does as well as an extract', async () => {
  const context = contextOn(emptyStore())
  const list = ['BAG-nummer;Straat;Huisnummer;Postcode;Woonplaats;Status;Einddatum;Nevenadres', `${id(1)};Kade;1;6981AB;Doesburg;Naamgeving ingetrokken;01-05-2018;N`, `${id(2)};Kade;3;6981AB;Doesburg;Verblijfsobject in gebruik;;J`]
  await takeIn(context, fileWith('bag.csv', list.join('\r\n')))
  runLink(context)
  const [gone, other] = [readAddress(context, key(1)), readAddress(context, key(2))]
  expect([gone.withdrawn, other.withdrawn]).toEqual(['Dit adres is in de BAG ingetrokken op 01-05-2018.', ''])
  expect(other.properties).toContainEqual({ label: 'Soort adres', value: 'nevenadres' })
})

test('a number that was given out anew is the new address; what a newer complete list left out is told to be gone', async () => {
  const context = contextOn(emptyStore())
  const list = (rows: readonly string[]) => ['BAG-nummer;Straat;Huisnummer;Postcode;Woonplaats;Status', ...rows].join('\n')
  await takeIn(context, fileWith('bag.csv', list([`${id(1)};Kade;1;6981AB;Doesburg;in gebruik`, `${id(2)};Kade;3;6981AB;Doesburg;in gebruik`])))
  const next = fileWith('bag.csv', list([`${id(2)};Kade;3;6981AB;Doesburg;in gebruik`, `${id(5)};Kade;1;6981AB;Doesburg;in gebruik`]))
  const [mapping] = await proposalsOf(context, next)
  if (!mapping) throw new Error('no proposal')
  await importFile(context, next, [{ ...mapping, follows: { deliveryId: 1, isComplete: true } }], { dryRun: false })
  await takeIn(context, fileWith('signalen.csv', ['Signaalnummer;Afdeling;Soort signaal;Ontvangen;Adres', 'S1;Toezicht;overlast;01-05-2026;Kade 1, 6981AB Doesburg'].join('\n')))
  expect(runLink(context).addresses).toMatchObject({ ambiguous: 0 })
  expect([1, 5].map((place) => lookUpReferences(context, key(place)).map(({ isHit }) => isHit))).toEqual([[false], [true]])
  expect([1, 5].map((place) => readAddress(context, key(place)).withdrawn)).toEqual(['Dit adres staat niet meer in de nieuwste levering van de BAG.', ''])
})

test.skipIf(!hasSharedData)(`the nevenadressen of De Ruijterkade, from the column that says so${whySkipped}`, async () => {
  const path = sharedData('bag_nlextract', 'bagadres-full.csv')
  const [headings, ...rows] = await firstSheet(path)
  const [number, secondary] = [headings?.indexOf('nummeraanduiding') ?? -1, headings?.indexOf('nevenadres') ?? -1]
  const expected = rows.filter((cells) => cells[secondary] === 't').map((cells) => Number(cells[number])).sort((a, b) => a - b)
  const context = contextOn(emptyStore())
  await takeIn(context, path)
  expect(context.store.all<{ id: number }>('SELECT id FROM address WHERE is_secondary = 1 ORDER BY id').map((row) => row.id)).toEqual(expected)
  expect(expected).toHaveLength(4)
})

test('the log names the other address a look-up said something of', async () => {
  const started = await openEngine(['director', 'analyst'])
  const opened = await openVault(started.file, PASSPHRASE)
  opened.store.write((writer) => {
    for (const delivery of [1, 2]) addDelivery(writer, delivery)
    addAddress(writer, 1, { id: Number(id(1)), street: 'Kade', number: 1, object_id: 221_010_000_000_001, is_secondary: 0 })
    addAddress(writer, 2, { id: Number(id(2)), street: 'Kade', number: 1, letter: 'A', object_id: 221_010_000_000_001, is_secondary: 1 })
    addRecord(writer, 'signal_record', 2, 2, { department: 'Toezicht', given_street: 'Kade', given_number: 1, given_letter: 'A', given_city: 'Almere', expires: null })
  })
  closeVault(opened)
  await started.ask('link.run', {})
  for (const place of [1, 2]) {
    await started.ask('reference.lookup', { key: key(place) })
    await started.ask('address.get', { key: key(place) })
  }
  const { events } = await started.ask('audit.list', { limit: 4 })
  const both = `ook ${key(2)} (zelfde object), ${key(1)}`
  expect(events.map(({ action, object: logged }) => [action, logged]).reverse()).toEqual([
    ['reference-lookup', both], ['address-view', both], ['reference-lookup', key(2)], ['address-view', key(2)],
  ])
})
