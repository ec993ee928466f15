import type { ImportReport, KindSummary, SheetMapping, SheetReport, SheetView, TextReading, WorkbookView } from '#shared/model/source.ts'
import type { FakeAnswers } from './fakeEngine.ts'

const kinds: KindSummary[] = [
  {
    id: 'inspection', label: 'Controles', explanation: 'Controles door toezicht en handhaving met hun uitkomst, ook die waarbij niets is gevonden.',
    fields: [
      { id: 'case_number', label: 'Zaaknummer', required: false }, { id: 'inspected', label: 'Gecontroleerd op', required: true }, { id: 'outcome', label: 'Uitkomst', required: false },
      { id: 'address_line', label: 'Adres in één cel', required: false }, { id: 'postcode', label: 'Postcode', required: false }, { id: 'kvk', label: 'KVK-nummer', required: false },
    ],
  },
  { id: 'measure', label: 'Maatregelen en ruimingen', explanation: 'Sluitingen, waarschuwingen, lasten en geruimde kwekerijen.', fields: [{ id: 'measure_kind', label: 'Soort maatregel', required: true }] },
]

const columns: SheetMapping['columns'] = [
  { column: 0, heading: 'Zaaknummer', field: 'case_number', reason: 'kop komt overeen' },
  { column: 1, heading: 'Datum controle', field: 'inspected', reason: 'kop komt overeen; 98 % van de waarden past, die op rij 14 bijvoorbeeld niet' },
  { column: 2, heading: 'Uitkomst van de controle', field: 'outcome', reason: 'kop bevat ‘uitkomst controle’; de waarden passen' },
  { column: 3, heading: 'Adres', field: 'address_line', reason: 'kop komt overeen' },
  { column: 4, heading: 'Postcode en plaats', field: 'postcode', reason: 'kop bevat ‘Postcode’' },
  { column: 5, heading: 'Nationaliteit', field: null, reason: 'nationaliteit: mag nooit worden ingelezen' },
  { column: 6, heading: 'Handelsregister', field: null, reason: 'geen veld met deze kop' },
]

/** A sheet of inspections, with a title above the headings. */
function sheet(name: string, isHidden = false): SheetView {
  const proposal: SheetMapping | null = isHidden ? null : { sheet: name, kind: 'inspection', headerRow: 3, columns, supplier: 'Toezicht en handhaving', referenceDate: '2026-10-01' }
  return {
    name, isHidden, rows: 214, proposal, missing: [], doubt: [], isDoubleHeader: false, garbled: isHidden ? 0 : 2,
    sample: [
      ['Controles bedrijventerreinen'], ['Peildatum: 1-10-2026'], columns.map(({ heading }) => heading),
      ['Z-26-1001', '01-05-2026', 'Geen bijzonderheden', 'Markerkant 12', '1316 AB Almere', '(niet bewaard)', '69599084'],
      ['Z-26-1002', '02-05-26', 'Hennepkwekerij aangetroffen', 'Randstad 20-14', '1314BB ALMERE', '(niet bewaard)', ''],
      ['Z-26-1003', 'mei', 'Niet binnengekomen', 'Palembangstraat 3 hs', '1335 l8', '(niet bewaard)', '9900214'],
    ],
    dropped: isHidden ? [] : [{ heading: 'Nationaliteit', reason: 'forbidden' }, { heading: 'Handelsregister', reason: 'not-listed' }],
    remarks: isHidden ? ['Dit blad is verborgen in de werkmap.'] : ['De koppen staan op rij 3; wat erboven staat wordt niet ingelezen.'],
  }
}

/** A file of one sheet: a text file as it is read until somebody says otherwise, or a workbook. */
export const textView = (text: TextReading | null): WorkbookView => ({ ...view('Controles.csv'), text, sheets: [sheet('Controles')] })

const view = (file: string): WorkbookView => ({
  file, bytes: 184_320, hash: 'ab'.repeat(32), readAs: 'Excel-werkmap (XLSX)', text: null, sheets: [sheet('2026'), sheet('2025'), sheet('Keuzelijsten', true)], earlier: [],
})

export const outcome = (name: string, deliveryId: number | null): SheetReport => ({
  deliveryId, sheet: name, kind: 'inspection', kindLabel: 'Controles', rowsRead: 211, accepted: 207, repaired: 12, refused: 3, ignored: 1, hiddenRows: 0, hiddenColumns: [], isRepeat: false,
  dropped: [{ heading: 'Nationaliteit', reason: 'forbidden' }], issueCount: 21, change: null, areasLeft: [],
  groups: [
    { column: 'B', heading: 'Datum controle', severity: 'refused', reason: 'Verplicht veld Gecontroleerd op is niet bruikbaar: De datum heeft geen jaar', count: 3, firstRow: 6 },
    { column: 'B', heading: 'Datum controle', severity: 'repaired', reason: 'Een jaartal van twee cijfers is aangevuld', count: 12, firstRow: 5 },
  ],
  issues: [
    { sheet: name, row: 6, column: 'B', heading: 'Datum controle', value: 'mei', severity: 'refused', reason: 'Verplicht veld Gecontroleerd op is niet bruikbaar: De datum heeft geen jaar' },
    { sheet: name, row: 5, column: 'B', heading: 'Datum controle', value: '02-05-26', severity: 'repaired', reason: 'Een jaartal van twee cijfers is aangevuld' },
    { sheet: name, row: 6, column: 'D', heading: 'Adres', value: 'Palembangstraat 3 hs | 1335 l8', severity: 'repaired', reason: 'Adres ontleed: geen bestaande postcode' },
    { sheet: name, row: 214, column: '', heading: '', value: '', severity: 'ignored', reason: 'Totaalregel' },
  ],
})

const report = (sheets: readonly SheetMapping[], isTaken: boolean): ImportReport => ({
  file: 'Horeca 2026.xlsx', hash: 'ab'.repeat(32), sheets: sheets.map((one, i) => outcome(one.sheet, isTaken ? i + 41 : null)),
})

/** The engine as the screen Bronnen meets it: one dirty workbook with three sheets. */
export const sourcesAnswers: FakeAnswers = {
  'sources.kinds': () => kinds,
  'sources.inspect': ({ choices = [] }) => {
    const chosen = choices[0]
    const seen = view('Horeca 2026.xlsx')
    if (!chosen) return seen
    return { ...seen, sheets: seen.sheets.map((one) => (one.name === chosen.sheet && one.proposal ? { ...one, proposal: { ...one.proposal, kind: chosen.kind ?? one.proposal.kind } } : one)) }
  },
  'sources.preview': ({ sheets }) => report(sheets.map((one) => ({ ...one, referenceDate: one.referenceDate })), false),
  'sources.import': ({ sheets }) => report(sheets.map((one) => ({ ...one, referenceDate: one.referenceDate })), true),
  'sources.issues': () => ({ issues: outcome('2026', 41).issues, total: 4 }),
  'sources.exportRefusals': () => ({ rows: 3 }),
  'sources.exportIssues': () => ({ lines: 21 }),
}
