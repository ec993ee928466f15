import type { DemoInspection } from '../world/inspections.ts'
import type { DemoMeasure } from '../world/measures.ts'
import type { DemoPermit } from '../world/permits.ts'
import type { Cell, DemoFile, DemoRow, DemoSheet } from './file.ts'
import { formerStateOn, inFileName, inTitle, inWords, stateOn } from './stateDates.ts'
import { desk, nameInOne, type Writing } from './writing.ts'

const permitOutcomes: Record<string, string> = {
  verleend: 'Verleend', geweigerd: 'Geweigerd', ingetrokken: 'Ingetrokken', 'buiten-behandeling': 'Buiten behandeling gesteld', 'in-behandeling': 'In behandeling',
}

/** The permit register: a workbook with a sheet per team, titles, totals and a hidden sheet with choices. */
export function permitsFile(writing: Writing): DemoFile {
  const headings = ['Zaaknr', 'Soort vergunning', 'Datum aanvraag', 'Datum besluit', 'Status', 'Aanvrager', 'KvK', 'BSN', 'Locatie']
  const isCatering = (permit: DemoPermit) => /horeca|alcohol/i.test(permit.kind)
  const sheet = (name: string, permits: readonly DemoPermit[]): DemoSheet => ({
    name,
    above: [[`Vergunningenregister gemeente Almere - ${name}`], [`Stand per ${inWords(stateOn.register)}`], []],
    headings: [headings],
    rows: permits.map((permit) => permitRow(permit, writing)),
    below: [[], ['Totaal', permits.length]],
  })
  return {
    name: 'vergunningen/vergunningenregister.xlsx', supplier: 'Vergunningen', kind: 'permit', form: { type: 'xlsx' },
    sheets: [
      sheet('Horeca en alcohol', writing.world.permits.filter(isCatering)),
      sheet('Overige vergunningen', writing.world.permits.filter((permit) => !isCatering(permit))),
      { name: 'Keuzelijsten', isHidden: true, headings: [['Status']], rows: Object.values(permitOutcomes).map((word) => ({ cells: [word] })) },
    ],
  }
}

function permitRow(permit: DemoPermit, { address, kvk, random }: Writing): DemoRow {
  const written = address(permit.address, 'one', desk)
  const { company, person } = permit
  const byPerson = person !== null && company?.legalForm === 'eenmanszaak' && random.chance(0.5)
  return {
    cells: [
      permit.caseNumber, permit.kind, { date: permit.applied }, permit.decided === '' ? null : { date: permit.decided }, permitOutcomes[permit.outcome] ?? permit.outcome,
      byPerson ? nameInOne(person) : (company?.name ?? ''), company ? kvk(company.kvk) : '', byPerson ? person.bsn : '', ...written.cells,
    ],
    address: written.truth,
    person: byPerson ? person : null,
    company,
  }
}

const inspectionOutcomes: Record<string, string[]> = {
  'geen-bijzonderheden': ['geen bijzonderheden', 'Geen bijzonderheden', 'akkoord', 'in orde'],
  overtreding: ['overtreding', 'Overtreding geconstateerd'],
  kwekerij: ['hennepkwekerij aangetroffen', 'Hennepkwekerij'],
  'niet-binnengekomen': ['niet binnengekomen', 'niemand aanwezig'],
  onbekend: ['', 'onbekend'],
}

/** Inspections: a sheet per year; the oldest has two rows of headings, the newer ones dates as text. */
export function inspectionsFile(writing: Writing): DemoFile {
  const years = [...new Set(writing.world.inspections.map((inspection) => inspection.date.slice(0, 4)))].toSorted()
  const headings = ['Zaaknummer', 'Soort controle', 'Datum controle', 'Afdeling', 'Uitkomst', 'Fenomeen', 'KvK-nummer', 'Adres', 'Postcode en plaats']
  const upper = ['Controle', '', '', '', '', '', 'Betrokken adres', '', '']
  return {
    name: `toezicht/controles_${inFileName(stateOn.casework)}.xlsx`, supplier: 'Toezicht en handhaving', kind: 'inspection', form: { type: 'xlsx' },
    sheets: years.map((year, i) => ({
      name: year,
      above: i === 0 ? [[`Controles ${year}`]] : [],
      headings: i === 0 ? [upper, headings] : [headings],
      rows: writing.world.inspections.filter((inspection) => inspection.date.startsWith(year)).map((inspection) => inspectionRow(inspection, i % 2 === 1, writing)),
      below: i === 0 ? [['Aantal controles', '', '', '', '', '', '', '', '']] : [],
    })),
  }
}

function inspectionRow(inspection: DemoInspection, asText: boolean, { address, kvk, date, random }: Writing): DemoRow {
  const written = address(inspection.address, 'lineAndPlace', desk)
  const day: Cell = random.chance(0.003) ? 'volgt' : asText ? date(inspection.date, 'slashes') : { date: inspection.date }
  return {
    cells: [inspection.caseNumber, inspection.kind, day, inspection.department, random.pick(inspectionOutcomes[inspection.outcome] ?? ['']), inspection.phenomenon, kvk(inspection.company?.kvk), ...written.cells],
    address: written.truth,
    company: inspection.company,
  }
}

const measureWords: Record<string, string[]> = {
  'kwekerij-geruimd': ['Hennepkwekerij geruimd', 'Ruiming hennepkwekerij'],
  'lab-geruimd': ['Drugslab geruimd'],
  sluiting: ['Sluiting woning', 'Sluiting pand', 'Sluiting'],
  waarschuwing: ['Waarschuwing'],
  'last-onder-dwangsom': ['Last onder dwangsom'],
}

/** The register of measures and finds: as it stood a year before, and what came since. The column with the date stands in it twice. */
export function measuresFiles(writing: Writing): DemoFile[] {
  const isFormer = ({ started }: DemoMeasure) => started <= formerStateOn.casework
  const { measures } = writing.world
  return [measuresFile(formerStateOn.casework, measures.filter(isFormer), writing), measuresFile(stateOn.casework, measures.filter((measure) => !isFormer(measure)), writing)]
}

function measuresFile(stand: string, measures: readonly DemoMeasure[], writing: Writing): DemoFile {
  const headings = ['Kenmerk', 'Soort maatregel', 'Grondslag', 'Fenomeen', 'Ingangsdatum', 'Einddatum', 'KvK', 'Adres', 'Postcode', 'Woonplaats', 'Ingangsdatum']
  return {
    name: `bestuurlijk/maatregelen_13b_${inFileName(stand)}.xlsx`, supplier: 'Openbare orde en veiligheid', kind: 'measure', form: { type: 'xlsx' },
    sheets: [{ name: 'Maatregelen', above: [['Register bestuurlijke maatregelen'], [`Stand per ${inTitle(stand)}`], []], headings: [headings], rows: measures.map((measure) => measureRow(measure, writing)) }],
  }
}

function measureRow(measure: DemoMeasure, { address, kvk, random }: Writing): DemoRow {
  const written = address(measure.address, 'line', desk)
  const started: Cell = { date: measure.started }
  return {
    cells: [
      measure.caseNumber, random.pick(measureWords[measure.kind] ?? [measure.kind]), measure.ground, measure.phenomenon, started, measure.ended === '' ? null : { date: measure.ended },
      measure.company ? kvk(measure.company.kvk) : '', ...written.cells, started,
    ],
    address: written.truth,
    company: measure.company,
  }
}
