import type { RowIssue } from '#shared/model/source.ts'
import { formatBytes, formatCount, formatDate, formatMoment, formatNumber } from '#shared/text/format.ts'

/** How far a file is on its way into the vault. */
export type FilePhase = 'waiting' | 'inspecting' | 'ready' | 'previewing' | 'previewed' | 'taking' | 'taken' | 'failed'

export const sourcesText = {
  parts: 'Innemen of leveringen bekijken',
  intake: 'Innemen',
  deliveries: 'Leveringen',
  choose: 'Bestanden kiezen',
  facts: (deliveries: number) => formatCount(deliveries, 'levering', 'leveringen'),
  drop: {
    title: 'Sleep hier de bestanden van de afdelingen naartoe',
    words: 'Excel, CSV, ODS, GeoJSON, een BAG-extract of antwoorden van KVK. Er wordt niets ingenomen voordat u het zegt.',
    more: 'Laat los om toe te voegen',
    refused: 'Deze bestanden zijn niet te openen vanaf de plek waar ze vandaan komen.',
  },
  files: {
    title: (count: number) => formatCount(count, 'bestand', 'bestanden'),
    list: 'Bestanden in bewerking',
    phase: {
      waiting: 'wacht',
      inspecting: 'wordt bekeken',
      ready: 'bekeken',
      previewing: 'proefinlezing',
      previewed: 'proefgelezen',
      taking: 'wordt ingenomen',
      taken: 'ingenomen',
      failed: 'lukt niet',
    } satisfies Record<FilePhase, string>,
    incomplete: 'nog niet volledig',
    remove: (name: string) => `${name} weghalen uit deze lijst`,
    previewAll: 'Alles proefinlezen',
    takeAll: 'Alles innemen',
    clear: 'Ingenomen bestanden weghalen',
  },
  file: {
    readAs: (readAs: string, bytes: number) => `${readAs} · ${formatBytes(bytes)}`,
    earlier: (at: string, count: number) =>
      count === 1 ? `Dit bestand is al ingenomen op ${formatMoment(at)}. Met dezelfde toewijzing verandert er niets.` : `Dit bestand is al ${formatNumber(count)} keer ingenomen, het laatst op ${formatMoment(at)}.`,
    noSheets: 'In dit bestand is geen blad met gegevens gevonden.',
    inspectAgain: 'Opnieuw bekijken',
  },
  sheet: {
    tabs: 'Bladen',
    take: 'Dit blad innemen',
    hidden: 'verborgen',
    rows: (rows: number) => `ongeveer ${formatCount(rows, 'rij', 'rijen')}`,
    kind: 'Soort levering',
    noKind: 'Kies een soort',
    unknown: 'De koppen van dit blad wijzen op geen enkele soort levering. Kies zelf een soort, of laat dit blad weg.',
    headerRow: 'Koppen op rij',
    headerRowError: 'Een rijnummer, bijvoorbeeld 3',
    doubleHeader: 'De rij erboven hoort bij de koppen',
    supplier: 'Leverancier',
    supplierHelp: 'Deze afdeling staat bij elke verwijzing.',
    supplierError: 'Vul in wie dit levert.',
    referenceDate: 'Peildatum',
    referenceDateHelp: 'dd-mm-jjjj, of leeg',
    referenceDateError: 'Schrijf de datum als dd-mm-jjjj.',
    missing: (labels: readonly string[]) => `Nog nodig: ${labels.join('; ')}.`,
  },
  mapping: {
    title: 'Toewijzing per kolom',
    heading: 'Kop in het bestand',
    sample: 'Eerste waarden',
    field: 'Wordt gelezen als',
    reason: 'Waarom',
    fieldOf: (heading: string) => `Veld voor kolom ${heading}`,
    none: 'niet inlezen',
    manual: 'door u gekozen',
    droppedByHand: 'door u weggelaten',
    taken: (count: number, of: number) => `${formatNumber(count)} van ${formatCount(of, 'kolom', 'kolommen')}`,
    forbidden: (headings: readonly string[]) => `Nooit ingelezen: ${headings.join(', ')}. Deze gegevens mogen niet in de kluis.`,
    required: 'verplicht',
  },
  actions: {
    preview: 'Proefinlezing',
    previewAgain: 'Opnieuw proefinlezen',
    take: 'Innemen',
    done: 'Volgende bestand',
  },
  report: {
    preview: 'Proefinlezing: er is nog niets ingenomen',
    taken: 'Ingenomen',
    repeat: 'Dit blad was al ingenomen; er is niets veranderd.',
    counts: { rowsRead: 'gelezen', accepted: 'ingelezen', repaired: 'waarvan hersteld', refused: 'geweigerd', ignored: 'geen gegevens' },
    fine: 'Elke rij is zonder opmerkingen gelezen.',
    shown: (shown: number, total: number) => (shown < total ? `de eerste ${formatNumber(shown)} van ${formatNumber(total)}` : formatCount(total, 'opmerking', 'opmerkingen')),
    saveRefusals: 'Geweigerde rijen opslaan',
    saved: (rows: number) => `${formatCount(rows, 'geweigerde rij', 'geweigerde rijen')} opgeslagen, met de reden erachter.`,
    refusalsName: (file: string) => file.replace(/\.[^.]*$/, '') + ' - geweigerd',
  },
  issues: {
    title: 'Wat er met de rijen gebeurde',
    filter: 'Toon',
    all: 'Alles',
    columns: { severity: 'Gevolg', row: 'Rij', column: 'Kolom', value: 'Waarde', reason: 'Reden' },
    none: 'Geen opmerkingen van deze soort.',
  },
  next: {
    title: 'Volgende stap',
    why: 'De rijen staan in de kluis. Koppelen zoekt bij elk adres het BAG-adres en legt bedrijven, personen en adressen aan elkaar; scoren rekent daarna de aandachtscores uit.',
    run: 'Koppelen en scoren',
    done: 'Gekoppeld en gescoord.',
    toOverview: 'Naar het overzicht',
  },
  history: {
    none: 'Nog geen leveringen',
    noneWhy: 'Neem eerst de BAG-adressen en de CBS-gebieden in; daarna de bestanden van de afdelingen.',
    columns: {
      at: 'Ingenomen', kind: 'Soort', file: 'Bestand', sheet: 'Blad', supplier: 'Leverancier', referenceDate: 'Peildatum', rowsRead: 'Gelezen', accepted: 'Ingelezen',
      repaired: 'Hersteld', refused: 'Geweigerd',
    },
    noDate: '–',
    subtitle: (supplier: string, referenceDate: string | null) => (referenceDate === null ? supplier : `${supplier} · peildatum ${formatDate(referenceDate)}`),
  },
} as const

/** Filters of the issues, in the order in which they matter. */
export const issueFilters: readonly RowIssue['severity'][] = ['refused', 'repaired', 'ignored']
