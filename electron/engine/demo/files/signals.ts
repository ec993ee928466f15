import type { AddressCells, Carelessness } from '../dirt/addressRow.ts'
import type { DateStyle } from '../dirt/values.ts'
import type { DemoSignal } from '../world/signals.ts'
import type { Cell, DemoFile, DemoRow, DemoSheet } from './file.ts'
import { formerStateOn, inFileName, inTitle, stateOn } from './stateDates.ts'
import { desk, telephone, type Writing } from './writing.ts'

const addressHeadings: Record<AddressCells, string[]> = {
  apart: ['Straat', 'Huisnr', 'Huisletter', 'Toev.', 'Postcode', 'Plaats'],
  joined: ['Straatnaam', 'Huisnummer', 'Toevoeging', 'Postcode', 'Woonplaats'],
  line: ['Adres', 'PC', 'Plaats'],
  lineAndPlace: ['Adres', 'Postcode en plaats'],
  one: ['Locatie'],
  postcodeAndNumber: ['Postcode', 'Huisnummer'],
}

/** How each department keeps its signals. */
interface Habit {
  name: string
  form: DemoFile['form']
  cells: AddressCells
  how: Carelessness
  dates: DateStyle | 'workbook'
  /** a sheet per year instead of one */
  perYear: boolean
  /** a delivery of a year before, and one of what came since */
  inParts: boolean
  /** besides the written address the number of the BAG, through Excel */
  withBag: boolean
}

const habits: Record<string, Habit> = {
  meldpunt: { name: 'meldpunt/meldingen_ondermijning.xlsx', form: { type: 'xlsx' }, cells: 'one', how: telephone, dates: 'workbook', perYear: true, inParts: true, withBag: false },
  burgerzaken: { name: `burgerzaken/adresonderzoeken_${inFileName(stateOn.signals)}.csv`, form: { type: 'csv', encoding: 'windows-1252', separator: ';' }, cells: 'apart', how: desk, dates: 'dutch', perYear: false, inParts: false, withBag: false },
  belastingen: { name: `belastingen/signalen_woz_${stateOn.signals}.csv`, form: { type: 'csv', encoding: 'utf-8', separator: ',' }, cells: 'joined', how: desk, dates: 'iso', perYear: false, inParts: false, withBag: true },
  bouwtoezicht: { name: 'bouwtoezicht/signalen_2023_2026.xlsx', form: { type: 'xlsx' }, cells: 'postcodeAndNumber', how: desk, dates: 'workbook', perYear: false, inParts: false, withBag: false },
  economie: { name: 'economie/signalen_bedrijventerreinen.csv', form: { type: 'csv', encoding: 'utf-8-bom', separator: '\t' }, cells: 'lineAndPlace', how: telephone, dates: 'short', perYear: false, inParts: false, withBag: false },
  vergunningen: { name: `vergunningen/signalen_vergunningen_${inFileName(stateOn.signals)}.csv`, form: { type: 'csv', encoding: 'windows-1252', separator: ';' }, cells: 'line', how: desk, dates: 'slashes', perYear: false, inParts: false, withBag: false },
}

/** The references of each department, each in its own way; who has none delivers none. */
export function signalFiles(writing: Writing): DemoFile[] {
  return Object.entries(habits).flatMap(([file, habit]) => {
    const signals = writing.world.signals.filter((signal) => signal.kind.file === file)
    const supplier = writing.world.words.signals.find((kind) => kind.file === file)?.department ?? file
    return deliveriesOf(signals, habit).map(({ name, stand, signals: of }): DemoFile => ({ name, supplier, kind: 'signal', form: habit.form, sheets: sheetsOf(of, stand, habit, writing) }))
  })
}

function deliveriesOf(signals: readonly DemoSignal[], { name, inParts }: Habit): { name: string; stand: string; signals: readonly DemoSignal[] }[] {
  const isFormer = ({ received }: DemoSignal) => inParts && received <= formerStateOn.signals
  const parts = [{ stand: formerStateOn.signals, signals: signals.filter(isFormer) }, { stand: stateOn.signals, signals: signals.filter((signal) => !isFormer(signal)) }]
  return parts.filter((part) => part.signals.length > 0).map((part) => ({ ...part, name: inParts ? name.replace('.', `_${inFileName(part.stand)}.`) : name }))
}

function sheetsOf(signals: readonly DemoSignal[], stand: string, habit: Habit, writing: Writing): DemoSheet[] {
  const headings = ['Signaalnummer', 'Soort signaal', 'Fenomeen', 'Waarnemingsdatum', 'Datum einde', 'Ontvangstdatum', 'Vervaldatum', 'Contactfunctie', 'Soort melder', 'KvK', ...(habit.withBag ? ['BAG nummeraanduiding'] : []), ...addressHeadings[habit.cells], 'Omschrijving']
  const years = habit.perYear ? [...new Set(signals.map((signal) => signal.received.slice(0, 4)))].toSorted() : ['']
  const sheets = years.map((year): DemoSheet => {
    const rows = signals.filter((signal) => signal.received.startsWith(year)).flatMap((signal) => signalRows(signal, habit, writing))
    const name = year === '' ? (habit.name.split('/')[1] ?? '').replace(/\..*$/, '').slice(0, 31) : year
    return { name, above: habit.perYear ? [[`Meldingen ${year}, stand ${inTitle(stand)}`], []] : [], headings: [headings], rows }
  })
  const old: DemoSheet = { name: 'oud', isHidden: true, headings: [['Niet meer gebruiken']], rows: [{ cells: ['Overgezet naar de bladen per jaar.'] }] }
  return habit.perYear ? [...sheets, old] : sheets
}

/** Now and then the same signal stands in the list twice. */
function signalRows(signal: DemoSignal, habit: Habit, writing: Writing): DemoRow[] {
  const row = signalRow(signal, habit, writing)
  return writing.random.chance(0.004) ? [row, row] : [row]
}

function signalRow(signal: DemoSignal, habit: Habit, { address, kvk, date, random }: Writing): DemoRow {
  const written = address(signal.address, habit.cells, habit.how)
  const style = habit.dates
  const day = (iso: string): Cell => (iso === '' ? null : style === 'workbook' ? { date: iso } : date(iso, style))
  // a number of the BAG is a certain match, unless the row is about something else
  const bag = !habit.withBag ? [] : [written.truth?.bag === signal.address.bag ? bagThroughExcel(signal.address.bag, random.next()) : '']
  const content = random.chance(0.004) ? '=zie bijlage' : signal.content
  return {
    cells: [
      signal.number, signal.kind.kind, signal.kind.phenomenon, day(signal.started), day(signal.ended), day(signal.received), day(signal.expires), signal.kind.contact, signal.reporter,
      kvk(signal.company?.kvk), ...bag, ...written.cells, content,
    ],
    address: written.truth,
    company: signal.company,
  }
}

/** Fourteen digits where the zeros fell off; sometimes nothing but a power of ten. */
function bagThroughExcel(bag: number, chance: number): string {
  if (chance < 0.3) return ''
  return chance < 0.36 ? `${(bag / 1e13).toFixed(2).replace('.', ',')}E+13` : String(bag)
}
