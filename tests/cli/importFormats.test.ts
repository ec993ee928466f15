import { truncateSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { utils, write, type BookType } from 'xlsx'
import { fileWith } from '../fixtures/delivery.ts'
import { hasSharedData, sharedData, whySkipped } from '../fixtures/sharedData.ts'
import { temporaryFolder } from '../fixtures/vault.ts'
import { noPrinter, PASSPHRASE, type } from './terminal.ts'

const rows = [['Zaaknummer', 'Datum controle', 'Uitkomst', 'Adres'], ['Z1', '01-05-2024', 'akkoord', 'Belgiëlaan 1'], ['Z2', 'rood', 'akkoord', 'Kade 2']]
const csv = (separator: string) => rows.map((row) => row.join(separator)).join('\r\n')
const latin = (text: string) => Buffer.from(text, 'latin1')
const quoted = rows.map((row) => row.map((cell) => `'${cell}'`).join(';')).join('\n')

function book(bookType: BookType): Buffer {
  const made = utils.book_new()
  utils.book_append_sheet(made, utils.aoa_to_sheet(rows), 'Controles')
  return write(made, { type: 'buffer', bookType })
}

/** A book with a sheet that says nothing to the reader, one that does not show, and one with nothing in it. */
function bookWithMore(): Buffer {
  const made = utils.book_new()
  utils.book_append_sheet(made, utils.aoa_to_sheet(rows), 'Controles')
  utils.book_append_sheet(made, utils.aoa_to_sheet([['Wie belt'], ['de wijkteams']]), 'Notities')
  utils.book_append_sheet(made, utils.aoa_to_sheet(rows), 'Oud')
  utils.book_append_sheet(made, utils.aoa_to_sheet([]), 'Leeg')
  made.Workbook = { Sheets: made.SheetNames.map((name) => ({ name, Hidden: name === 'Oud' ? 1 : 0 })) }
  return write(made, { type: 'buffer', bookType: 'xlsx' })
}

const outlined = (code: string) => ({ type: 'Feature', properties: { statcode: code, statnaam: 'De Vaart' }, geometry: { type: 'Polygon', coordinates: [[[142_000, 487_000], [142_500, 487_000], [142_500, 487_500], [142_000, 487_000]]] } })
const kvk = { kvkNummer: '68750110', vestigingen: [{ vestigingsnummer: '000037178598', eersteHandelsnaam: 'Test BV Donald', volledigAdres: 'Kade 1 1315AB Almere' }] }

/** File, kind, and how many rows go in and are refused. */
const formats: [string, string | Buffer, string, number, number][] = [
  ['puntkomma.csv', `\ufeff${csv(';')}`, 'inspection', 1, 1],
  ['komma windows-1252.csv', latin(csv(',')), 'inspection', 1, 1],
  ['tab utf-16.tsv', Buffer.from(`\ufeff${csv('\t')}`, 'utf16le'), 'inspection', 1, 1],
  ['tilde.txt', csv('~'), 'inspection', 1, 1],
  ['eenheid.txt', csv('\x1f'), 'inspection', 1, 1],
  ['enkele aanhalingstekens.csv', quoted, 'inspection', 1, 1],
  ['boek.xlsx', book('xlsx'), 'inspection', 1, 1],
  ['macro.xlsm', book('xlsm'), 'inspection', 1, 1],
  ['oud.xls', book('biff8'), 'inspection', 1, 1],
  ['binair.xlsb', book('xlsb'), 'inspection', 1, 1],
  ['open.ods', book('ods'), 'inspection', 1, 1],
  ['buurten.geojson', JSON.stringify({ type: 'FeatureCollection', features: [outlined('BU00340704')] }), 'area', 1, 0],
  ['vestigingen.json', JSON.stringify(kvk), 'company', 1, 0],
]

async function newVault(): Promise<string> {
  const vault = join(temporaryFolder(), 'toets.kluis')
  await type(['nieuw', vault])
  return vault
}

test('importeer reads every format', async () => {
  const files = formats.map(([name, content]) => fileWith(name, content))
  const typed = await type(['importeer', await newVault(), ...files, '--json'])
  expect(typed.error).toEqual([])
  expect(typed.json()).toMatchObject({ bronnen: formats.map(([bestand, , soort, geaccepteerd, geweigerd]) => ({ bestand, soort, geaccepteerd, geweigerd })) })
})

test('Ctrl-C ends it at the file it was at: what went in before is told, and what was not tried', async () => {
  const vault = await newVault()
  // so many that the key is heard long before the end
  const large = ['Zaaknummer;Datum controle;Uitkomst;Adres', ...Array.from({ length: 150_000 }, (_, i) => `Z${i};01-05-2024;akkoord;Kade ${i + 1}`)].join('\n')
  const files = [fileWith('eerst.csv', csv(';')), fileWith('groot.csv', large), fileWith('laatst.csv', csv(','))]
  const typed = await type(['importeer', vault, ...files, '--json'], { SIGNAAL_WACHTWOORD: PASSPHRASE }, noPrinter, 'Rijen innemen: groot')
  expect(typed.code).toBe(1)
  expect(typed.json()).toMatchObject({ bronnen: [{ bestand: 'eerst.csv', geaccepteerd: 1 }], mislukt: [{ bestand: 'groot.csv' }, { bestand: 'laatst.csv' }] })
  expect(typed.error).toEqual(['groot.csv: Afgebroken. Er is niets gewijzigd. Start opnieuw wanneer u wilt.', 'laatst.csv: Niet meer gelezen.'])
})

test('toewijzingen shows what is remembered, with its versions', async () => {
  const vault = await newVault()
  expect((await type(['toewijzingen', vault])).out).toContain('Er is nog geen toewijzing onthouden.')
  await type(['importeer', vault, fileWith('controles.csv', csv(';'))])
  const typed = await type(['toewijzingen', vault, '--json'])
  expect(typed.json()).toMatchObject({
    onthouden: [{ soort: 'inspection', koppen: rows[0]?.map((kop) => ({ kop })), versies: [{ versie: 1, verschil: [] }] }],
  })
  expect((await type(['toewijzingen', vault])).out.some((line) => /^[0-9a-f]{8} {2}Controles: Zaaknummer → Zaaknummer; /.test(line))).toBe(true)
})

test('an old workbook that is too large: what, how large at most, and what to do', async () => {
  const path = fileWith('oud.xls', book('biff8'))
  truncateSync(path, 60_000_001)
  const typed = await type(['importeer', await newVault(), path])
  expect([typed.code, typed.error]).toEqual([1, ['oud.xls: Het bestand is te groot (ten hoogste 60 MB). Laat het in delen aanleveren, bijvoorbeeld per jaar of per wijk.']])
})

/** What of the kept files is no delivery, or lacks what a row is known by: rows as their origin states them, and the sentence. */
const unfit: [string, string[], string][] = [
  ['the municipalities of 2020 (355 rows under their headings)', ['cbs_gemeente_xlsx', 'gemeenten_alfabetisch_2020.xlsx'], 'is geen soort levering te herkennen; gelezen: Gemeenten_alfabetisch_2020 (356 rijen).'],
  ['codes of municipalities since 1970 (789 rows)', ['cbs_gemeente_xlsx', 'gemeentelijke-indeling_tijdlijn.csv'], 'is geen soort levering te herkennen; gelezen: gemeentelijke-indeling_tijdlijn (790 rijen).'],
  ['addresses without their own number (99 rows)', ['bag_nlextract', 'bagadres.csv'], 'Er ontbreekt een verplichte kolom: BAG-nummer van het adres (blad ‘bagadres’).'],
  ['buildings without addresses', ['bag_nlextract', '0221PND15092020.zip'], 'Blad ‘0221PND15092020’ heeft geen rijen om in te lezen.'],
]

test.skipIf(!hasSharedData)(`importeer reads a BAG extract, and says of what is no delivery what it read and what it lacks${whySkipped}`, async () => {
  const extract = sharedData('bag_nlextract', 'BAGNLDL-15092020-small.zip')
  const typed = await type(['importeer', await newVault(), extract, ...unfit.map(([, path]) => sharedData(...path)), '--json'])
  expect(typed.code).toBe(1)
  expect(typed.json()).toMatchObject({ bronnen: [{ soort: 'address', geaccepteerd: 8, geweigerd: 2 }] })
  expect(typed.error).toEqual(unfit.map(([, , sentence]) => expect.stringContaining(sentence)))
})

test('importeer reads a text file as it is told to, and refuses words it does not know', async () => {
  const vault = await newVault()
  const file = fileWith('controles.csv', latin(csv(';')))
  const told = ['--scheidingsteken', 'puntkomma', '--aanhalingstekens', 'geen', '--codering', 'Windows-1252']
  expect((await type(['importeer', vault, file, ...told, '--json'])).json()).toMatchObject({ bronnen: [{ geaccepteerd: 1, herhaling: false }] })
  expect(await type(['importeer', vault, file, '--codering', 'EBCDIC'])).toMatchObject({
    code: 2, error: expect.arrayContaining(['--codering is een van: UTF-8, UTF-16, UTF-16 (big endian), Windows-1252.']),
  })
})

test('importeer tells what the reader remarked, once for all sheets it holds for', async () => {
  const made = utils.book_new()
  for (const name of ['Controles noord', 'Controles zuid']) utils.book_append_sheet(made, utils.aoa_to_sheet([['Uitdraai'], ...rows]), name)
  Object.assign(made, { vbaraw: Buffer.from('macro') })
  const file = fileWith('macro.xlsm', write(made, { type: 'buffer', bookType: 'xlsm', bookVBA: true }))
  const vault = await newVault()
  expect((await type(['importeer', vault, file, '--proef'])).out.filter((line) => line.startsWith('macro.xlsm:'))).toEqual([
    'macro.xlsm: De macro’s in deze werkmap zijn genegeerd.', 'macro.xlsm: De koppen staan op rij 2; wat erboven staat wordt niet ingelezen.',
  ])
  expect((await type(['importeer', vault, file, '--proef', '--json'])).json()).toMatchObject({
    opmerkingen: [{ bestand: 'macro.xlsm', bladen: ['Controles noord', 'Controles zuid'], opmerking: 'De macro’s in deze werkmap zijn genegeerd.' }, {}],
  })
})

test('importeer does not guess between kinds that fit equally well, and takes the file in when told', async () => {
  const vault = await newVault()
  const file = fileWith('lijst.csv', 'Zaaknummer;Uitkomst;Kleur\nZ1;akkoord;rood\n')
  expect(await type(['importeer', vault, file])).toMatchObject({
    code: 1, error: ['lijst.csv: Uit de koppen blijkt niet welke soort levering dit is: Vergunningen of Controles. Geef zelf aan welke soort het is, op de opdrachtregel met --soort.'],
  })
  expect((await type(['importeer', vault, file, '--soort', 'vergunningen', '--json'])).json()).toMatchObject({ bronnen: [{ soort: 'permit', geaccepteerd: 1 }] })
})

test('importeer takes nothing in of which the headings say too little, and says of a column that it is not sure', async () => {
  const vault = await newVault()
  const file = fileWith('lijst.csv', 'Kenmerk;Nummer;Bedrijfsnaam;Adres\nK-1;12;Bakkerij De Ster;Markerkant 12\n')
  expect(await type(['importeer', vault, file])).toMatchObject({
    code: 1, error: ['lijst.csv: Uit de koppen blijkt niet welke soort levering dit is: Vergunningen, Eigendom, hypotheek en WOZ (BRK, belastingen) of Signalen en verwijzingen. Geef zelf aan welke soort het is, op de opdrachtregel met --soort.'],
  })
  expect((await type(['leveringen', vault, '--json'])).json()).toMatchObject({ leveringen: [] })
  const unsure = fileWith('controles.csv', 'Zaaknumer;Datum controle;Uitkomst;Adres\nZ1;01-05-2024;akkoord;Kade 1\n')
  expect((await type(['importeer', vault, unsure, '--proef'])).out).toContain('controles.csv: Niet zeker herkend: Zaaknumer (kop lijkt op ‘Zaaknummer’).')
})

test('leveringen tells why a file came in, of which day it is and by which hash it can be known', async () => {
  const vault = await newVault()
  await type(['importeer', vault, fileWith('controles.csv', csv(';')), '--soort', 'Controles', '--peildatum', '1-5-2025'])
  const { leveringen } = (await type(['leveringen', vault, '--json'])).json()
  expect(leveringen).toMatchObject([{ soort: 'inspection', peildatum: '2025-05-01', doel: 'Leveringen innemen en controleren', sha256: expect.stringMatching(/^[\da-f]{64}$/) }])
})

test('what is wrong with one file does not hide what went in of the others; each gets a sentence', async () => {
  const vault = await newVault()
  const folder = temporaryFolder()
  const files = [fileWith('goed.csv', csv(';')), fileWith('boek.xlsx', bookWithMore()), fileWith('fout.bin', Buffer.from([0, 1, 2, 3, 4, 5, 6, 7])), folder, fileWith('lijst.csv', 'a;b\n1;2\n'), fileWith('ook goed.csv', csv(','))]
  const typed = await type(['importeer', vault, ...files, '--json'])
  expect(typed.code).toBe(1)
  expect(typed.json()).toMatchObject({
    bronnen: [{ bestand: 'goed.csv', geaccepteerd: 1 }, { bestand: 'boek.xlsx', geaccepteerd: 1 }, { bestand: 'ook goed.csv', geaccepteerd: 1 }],
    niet_gelezen: [{ bestand: 'boek.xlsx', blad: 'Notities', rijen: 2, reden: 'er is geen soort levering in te herkennen' }, { bestand: 'boek.xlsx', blad: 'Oud', rijen: 3, reden: 'het blad is verborgen in de werkmap' }],
    mislukt: [{ bestand: 'fout.bin' }, { bestand: basename(folder) }, { bestand: 'lijst.csv' }],
  })
  expect(typed.error).toEqual([
    'fout.bin: Het bestand is geen tekstbestand met kolommen en geen werkmap. Laat de leverende afdeling de gegevens opslaan als .xlsx of .csv.',
    `${basename(folder)}: Dit is een map, geen bestand. Kies een bestand in die map.`,
    'lijst.csv: In dit bestand is geen soort levering te herkennen; gelezen: lijst (2 rijen). Geef zelf aan welke soort het is, of vraag de afdeling om een bestand met kolomkoppen.',
  ])
  expect((await type(['leveringen', vault, '--json'])).json()).toMatchObject({ leveringen: [{ bestand: 'ook goed.csv' }, { bestand: 'boek.xlsx' }, { bestand: 'goed.csv' }] })
})

test('importeer says that a file of another number becomes a source beside one that stands, and takes it as the next delivery of that when told to', async () => {
  const vault = await newVault()
  const people = (...names: string[]) => ['Achternaam;Voornamen;Geboortedatum', ...names.map((name) => `${name};Anna;01-05-1980`)].join('\n')
  await type(['importeer', vault, fileWith('brp1.csv', people('Vink', 'Bos'))])
  const next = fileWith('brp2.csv', people('Vink', 'Smit'))
  const told = await type(['importeer', vault, next, '--proef'])
  expect(told.out).toContain('brp2.csv: Dit wordt een bron naast ‘brp1.csv’ (levering 1). Is het daarvan de volgende levering, geef dat dan aan; anders blijft staan wat daarin niet meer geldt.')
  const taken = (await type(['importeer', vault, next, '--volgt-op', '1', '--volledig', '--json'])).json()
  expect(taken).toMatchObject({ bronnen: [{ levering: 2, verschil: { nieuw: 1, gewijzigd: 0, verdwenen: 1, ongewijzigd: 1 } }] })
  const unknown = await type(['importeer', vault, fileWith('brp3.csv', people('Vos')), '--volgt-op', '9'])
  expect([unknown.code, unknown.error]).toEqual([1, [expect.stringContaining('brp3.csv: De levering waarop deze volgt is niet gevonden.')]])
  expect((await type(['importeer', vault, next, next, '--volgt-op', '1'])).error).toContain('--volgt-op geldt voor één bestand.')
})
