import type { DemoCompany, Establishment, LegalForm } from '../world/companies.ts'
import type { DemoOffice } from '../world/offices.ts'
import type { DemoFile, DemoRow } from './file.ts'
import { inFileName, inTitle, stateOn } from './stateDates.ts'
import { desk, nameCells, register, type Writing } from './writing.ts'

const formWords: Record<LegalForm, string> = {
  bv: 'Besloten Vennootschap', nv: 'Naamloze Vennootschap', eenmanszaak: 'Eenmanszaak', vof: 'Vennootschap onder firma', cv: 'Commanditaire vennootschap', maatschap: 'Maatschap',
  stichting: 'Stichting', vereniging: 'Vereniging', cooperatie: 'Coöperatie', buitenlands: 'Buitenlandse vennootschap',
}

/** The trade register of before the new classification: one row per establishment, parts of the address in their own cells. */
export function tradeRegisterFile(writing: Writing): DemoFile {
  function* rows(): Generator<DemoRow> {
    for (const company of writing.world.companies) {
      if (company.sbiVersion === '2008') for (const establishment of company.establishments) yield tradeRow(company, establishment, writing)
    }
  }
  const headings = ['KVK-nummer', 'Vestigingsnummer', 'RSIN', 'Statutaire naam', 'Handelsnaam', 'Rechtsvorm', 'SBI-code', 'SBI-versie', 'Datum aanvang', 'Datum einde', 'Werkzame personen', 'Hoofdvestiging', 'Straatnaam', 'Huisnummer', 'Huisletter', 'Huisnummertoevoeging', 'Postcode', 'Plaats']
  return {
    name: `kvk/handelsregister_${inFileName(stateOn.register)}.csv`, supplier: 'Kamer van Koophandel', kind: 'company', form: { type: 'csv', encoding: 'utf-8-bom', separator: ';' },
    sheets: [{ name: 'handelsregister', headings: [headings], rows: rows() }],
  }
}

function tradeRow(company: DemoCompany, establishment: Establishment, { address, date, random }: Writing): DemoRow {
  const written = address(establishment.address, 'apart', register)
  const kvk = random.chance(0.001) ? 'zie bijlage' : String(company.kvk).padStart(8, '0')
  return {
    cells: [
      kvk, String(establishment.branchNumber).padStart(12, '0'), '', company.name, establishment.tradeName, formWords[company.legalForm], company.branch.sbi2008, '2008',
      date(establishment.started, 'digits'), date(establishment.ended, 'digits'), establishment.employees, establishment.isMain ? 'J' : 'N', ...written.cells,
    ],
    address: written.truth,
    company,
  }
}

/** Registrations since then, kept in Excel by Economische zaken: no zeros in front, codes of SBI 2025, the address in one line. */
export function newCompaniesFile(writing: Writing): DemoFile {
  const fresh = writing.world.companies.filter((company) => company.sbiVersion === '2025')
  const rows = fresh.flatMap((company) => company.establishments.map((establishment) => newCompanyRow(company, establishment, writing)))
  const headings = ['KvK nr', 'Vestigingsnr', 'Naam', 'Handelsnaam', 'Rechtsvorm', 'SBI 2025', 'Startdatum', 'Einddatum', 'WP', 'Bezoekadres', 'Postcode', 'Plaatsnaam']
  return {
    name: 'kvk/nieuwe_inschrijvingen.xlsx', supplier: 'Kamer van Koophandel', kind: 'company', form: { type: 'xlsx' },
    sheets: [
      { name: 'Inschrijvingen', above: [[`Nieuwe inschrijvingen Handelsregister Almere, peildatum ${inTitle(stateOn.register)}`]], headings: [headings], rows },
      { name: 'Toelichting', isHidden: true, headings: [['Toelichting']], rows: [{ cells: ['Bewerkt in Excel; codes volgens SBI 2025.'] }] },
    ],
  }
}

function newCompanyRow(company: DemoCompany, establishment: Establishment, { address, random }: Writing): DemoRow {
  const written = address(establishment.address, 'line', desk)
  const { started, ended } = establishment
  return {
    cells: [
      company.kvk, establishment.branchNumber, random.chance(0.06) ? company.name.toUpperCase() : company.name, establishment.tradeName, shortForm(company.legalForm), dotted(company.branch.sbi2025),
      { date: started }, ended === '' ? null : { date: ended }, establishment.employees, ...written.cells,
    ],
    address: written.truth,
    company,
  }
}

const shortForms: Partial<Record<LegalForm, string>> = { bv: 'B.V.', nv: 'N.V.', vof: 'VOF', cv: 'CV' }

function shortForm(form: LegalForm): string {
  return shortForms[form] ?? formWords[form]
}

/** `56.11.0`, as CBS prints it. */
function dotted(sbi: string): string {
  return `${sbi.slice(0, 2)}.${sbi.slice(2, 4)}.${sbi.slice(4)}`
}

const authorityWords: Record<DemoOffice['authority'], string> = { zelfstandig: 'Alleen/zelfstandig bevoegd', gezamenlijk: 'Gezamenlijk bevoegd', '': '' }

/** Who is what in which company, as the trade register delivers it in an old encoding. */
export function officesFile(writing: Writing): DemoFile {
  function* rows(): Generator<DemoRow> {
    for (const office of writing.world.offices) yield officeRow(office, writing)
  }
  const headings = ['KvK-nummer', 'Functie', 'Bevoegdheid', 'Achternaam', 'Voorvoegsels', 'Voornamen', 'Geboortedatum', 'Nationaliteit', 'KvK-nummer functionaris', 'Naam functionaris', 'Aandeel', 'Datum in functie', 'Datum uit functie']
  return {
    name: `kvk/functionarissen_${inFileName(stateOn.register)}.csv`, supplier: 'Kamer van Koophandel', kind: 'office', form: { type: 'csv', encoding: 'windows-1252', separator: ';' },
    sheets: [{ name: 'functionarissen', headings: [headings], rows: rows() }],
  }
}

function officeRow(office: DemoOffice, { date, kvk, random }: Writing): DemoRow {
  const { company, person, officer, share } = office
  const [given, prefix, family] = nameCells(person)
  const known = random.chance(0.0015) ? '' : String(company.kvk).padStart(8, '0')
  const shown = random.chance(0.03) ? [given.toUpperCase(), prefix, family.toUpperCase()] : [given, prefix, family]
  return {
    cells: [
      known, office.office.replaceAll('_', ' '), authorityWords[office.authority], shown[2] ?? '', shown[1] ?? '', shown[0] ?? '', date(person?.birthDate ?? '', 'dutch'), '',
      officer ? kvk(officer.kvk) : '', officer?.name ?? '', share ? `${share[0]}/${share[1]}` : '', date(office.started, 'dutch'), date(office.ended, 'dutch'),
    ],
    // two companies can stand in a row, so that it says of neither that it is the one
    person,
  }
}
