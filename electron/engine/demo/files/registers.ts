import { writeRegisterAddress, type AddressTruth } from '../dirt/addressRow.ts'
import { writeCoordinate, writeMoney } from '../dirt/values.ts'
import type { DemoAddress } from '../world/addresses.ts'
import { marketValue } from '../world/sales.ts'
import { WOZ_DATE, type DemoTitle } from '../world/titles.ts'
import type { Cell, DemoFile, DemoRow } from './file.ts'
import { formerStateOn, inFileName, inTitle, stateOn } from './stateDates.ts'
import { nameCells, nameInOne, register, type Writing } from './writing.ts'

const bagHeadings = ['Identificatie nummeraanduiding', 'Openbare ruimte', 'Huisnummer', 'Huisletter', 'Huisnummertoevoeging', 'Postcode', 'Woonplaats', 'Verblijfsobject ID', 'Pand ID', 'Gebruiksdoel', 'Oppervlakte', 'Bouwjaar', 'Status', 'X', 'Y', 'Nevenadres']

/** New buildings come in a list of their own until the next full delivery. */
function isNew(address: DemoAddress): boolean {
  return address.buildYear >= 2025
}

/** The BAG as it comes: complete, clean, sixteen digits. */
export function bagFile({ world }: Writing): DemoFile {
  function* rows(): Generator<DemoRow> {
    for (const address of world.addresses) if (!isNew(address)) yield { cells: bagCells(address, (id) => String(id).padStart(16, '0'), (metres) => metres.toFixed(3)), address: truthOf(address) }
  }
  return csv(`bag/bag_adressen_${inFileName(stateOn.register)}.csv`, 'Basisregistratie Adressen en Gebouwen', 'address', 'utf-8', [{ name: 'bag_adressen', headings: [bagHeadings], rows: rows() }])
}

/** The list of new buildings went through Excel: no zeros in front, decimal commas, a title above and a total below. */
export function newBuildingsFile({ world }: Writing): DemoFile {
  const added = world.addresses.filter(isNew)
  const rows = added.map((address): DemoRow => ({ cells: bagCells(address, (id) => id, writeCoordinate), address: truthOf(address) }))
  return {
    name: 'bag/bag_nieuwbouw.xlsx', supplier: 'Team Basisregistraties', kind: 'address', form: { type: 'xlsx' },
    sheets: [{ name: 'Nieuwbouw', above: [['Nieuwe adressen sinds de laatste levering'], [`Peildatum: ${inTitle(stateOn.register)}`], []], headings: [bagHeadings], rows, below: [[], ['Totaal', added.length]] }],
  }
}

function bagCells(address: DemoAddress, id: (id: number) => Cell, coordinate: (metres: number) => string): Cell[] {
  const { bag, street, number, letter, suffix, postcode, object, building, use, floorArea, buildYear, status, x, y, isSecondary } = address
  return [id(bag), street, number, letter, suffix, postcode, 'Almere', id(object), id(building), use, floorArea, buildYear, status, coordinate(x), coordinate(y), isSecondary ? 'J' : 'N']
}

function truthOf(address: DemoAddress): AddressTruth {
  return { bag: address.bag, isOptional: false }
}

/** A selection from the population register. Columns that nobody may take in stand in it all the same. */
export function populationFile({ world, random }: Writing): DemoFile {
  function* rows(): Generator<DemoRow> {
    for (const person of world.people) {
      if (!person.home) continue
      const [given, prefix, family] = nameCells(person)
      const birth = random.chance(0.002) ? `${person.birthDate.slice(0, 4)}0000` : person.birthDate.replaceAll('-', '')
      yield {
        cells: [person.number, random.chance(0.97) ? person.bsn : '', given, prefix, family, birth, 'Nederlandse', '', ...writeRegisterAddress(person.home, random), person.registered.replaceAll('-', '')],
        address: { bag: person.home.bag, isOptional: false },
        person,
      }
    }
  }
  const headings = ['Persoonsnummer', 'Burgerservicenummer', 'Voornamen', 'Voorvoegsel', 'Geslachtsnaam', 'Geboortedatum', 'Nationaliteit', 'Geboorteplaats', 'Straatnaam', 'Huisnr', 'Huisletter', 'Toevoeging', 'Postcode', 'Woonplaats', 'Datum aanvang adreshouding']
  return csv(`burgerzaken/brp_selectie_${stateOn.population}.csv`, 'Burgerzaken', 'person', 'windows-1252', [{ name: 'brp_selectie', headings: [headings], rows: rows() }])
}

/** Rights and their history from the land register, with the WOZ value beside it: as they stood a year before, and what began or ended since. */
export function landFiles(writing: Writing): DemoFile[] {
  const isFormer = ({ started, ended }: DemoTitle) => started <= formerStateOn.land && ended <= formerStateOn.land
  return [
    landFile(`kadaster/zakelijke_rechten_${inFileName(formerStateOn.land)}.csv`, isFormer, writing),
    landFile(`kadaster/mutaties_rechten_${inFileName(stateOn.land)}.csv`, (title) => !isFormer(title), writing),
  ]
}

function landFile(name: string, holds: (title: DemoTitle) => boolean, writing: Writing): DemoFile {
  function* rows(): Generator<DemoRow> {
    for (const title of writing.world.titles) {
      if (!holds(title)) continue
      const row = landRow(title, writing)
      // rights are on the object, and stand under its main address
      if (!title.address.isSecondary) yield row
    }
  }
  const headings = ['Kadastrale aanduiding', 'Zakelijk recht', 'Aandeel', 'Naam gerechtigde', 'KvK-nummer', 'BSN', 'Geb.datum', 'Straat', 'Huisnummer', 'Toevoeging', 'Postcode', 'Plaats', 'Datum akte', 'Datum einde', 'Koopsom', 'Meer objecten', 'Hypotheekbedrag', 'Hypotheekhouder', 'Soort hypotheekhouder', 'WOZ-waarde', 'Waardepeildatum']
  return csv(name, 'Kadaster', 'ownership', 'utf-8-bom', [{ name: 'zakelijke_rechten', headings: [headings], rows: rows() }])
}

const mortgageeWords = { bank: 'Financiële instelling', rechtspersoon: 'Rechtspersoon', 'natuurlijk-persoon': 'Natuurlijk persoon', '': '' } as const

function landRow(title: DemoTitle, { address, kvk, date, random }: Writing): DemoRow {
  const { person, company } = title.owner
  const written = address(title.address, 'joined', register)
  const woz = random.chance(0.004) ? marketValue(title.address, '2015-01-01') : title.wozValue
  return {
    cells: [
      cadastralId(title), title.right, `${title.share[0]}/${title.share[1]}`, person ? nameInOne(person) : (company?.name ?? ''), company ? kvk(company.kvk) : '', person && random.chance(0.6) ? person.bsn : '', date(person?.birthDate ?? '', 'dutch'),
      ...written.cells, date(title.started, 'dutch'), date(title.ended, 'dutch'), writeMoney(title.price), title.price === null ? '' : title.coversMore ? 'J' : 'N', writeMoney(title.mortgage), title.mortgagee, mortgageeWords[title.mortgageeKind], woz, WOZ_DATE,
    ],
    address: written.truth,
    person,
    company,
  }
}

/** `Almere D 1234 A7`: section and parcel follow from the address, so that all rights on it share them. */
function cadastralId({ address, right }: DemoTitle): string {
  const sections = 'ABCDEFGHIKLMN'
  const parcel = `Almere ${sections.charAt(address.neighbourhood % sections.length)} ${1 + (address.building % 9_998)}`
  return right === 'appartementsrecht' ? `${parcel} A${1 + (address.index % 9_998)}` : parcel
}

function csv(name: string, supplier: string, kind: string, encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252', sheets: DemoFile['sheets']): DemoFile {
  return { name, supplier, kind, form: { type: 'csv', encoding, separator: ';' }, sheets }
}

/** The outlines of CBS, and the areas the municipality works in, as they ship with the application. */
export function areaFiles(): DemoFile[] {
  const copied = (resource: string, supplier: string, kind: string): DemoFile => ({ name: `gebieden/${resource}`, supplier, kind, form: { type: 'copy', resource: ['areas', resource] }, sheets: [] })
  return [copied('almere-wijken-2025.geojson', 'CBS', 'area'), copied('almere-buurten-2025.geojson', 'CBS', 'area'), copied('almere-eigen-gebieden.csv', 'Team Veiligheid', 'own-area')]
}
