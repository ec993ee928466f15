import { formatCount, formatNumber } from '#shared/text/format.ts'
import { sheetBeside } from '#shared/text/source.ts'

/** Words of the parts that every screen uses. */
export const partsText = {
  choose: 'Kies…',
  nothingFound: 'Niets gevonden',
  chosen: '(gekozen)',
  close: 'Sluiten',
  cancel: 'Annuleren',
  abort: 'Afbreken',
  retry: 'Opnieuw proberen',
  choosePurpose: 'Doel kiezen',
  undo: 'Ongedaan maken',
  notUndone: (told: string) => `Ongedaan maken is niet gelukt. ${told}`,
  loading: 'Bezig met laden',
  reason: 'Reden',
  reasonMissing: 'Geef een reden; die komt in het logboek.',
  problemNumber: (id: string) => `Nummer voor de beheerder: ${id}`,
  rows: (total: number) => formatCount(total, 'rij', 'rijen'),
  rowsShown: (shown: number, total: number) => `${formatNumber(shown)} van ${formatNumber(total)} rijen`,
  emptyTable: 'Geen rijen',
  sortAscending: 'oplopend gesorteerd',
  sortDescending: 'aflopend gesorteerd',
  progressOf: (done: number, total: number) => `${formatNumber(done)} van ${formatNumber(total)}`,
  progressDone: (done: number) => formatNumber(done),
  preparing: 'Voorbereiden',
  notifications: 'Meldingen',
  draft: {
    unsaved: 'Nog niet opgeslagen',
    before: 'Dit typte u eerder; het is nog niet opgeslagen.',
    throwAway: 'Weggooien',
    thrown: 'Wat u typte, is weggegooid',
    tab: 'niet opgeslagen',
  },
  linkRemarks: 'Opgevallen bij het koppelen',
  exported: {
    done: (folder: string, line: string) => `Geschreven in ${folder}; logregel ${line}.`,
    skipped: 'Niet gemaakt',
    reveal: 'Map tonen',
  },
  source: {
    /** a row number names a row, so it stands as the spreadsheet shows it */
    place: (file: string, sheet: string, row: number) => [file, sheetBeside(file, sheet), `rij ${row}`].filter((part) => part !== '').join(' · '),
    row: (row: number) => `rij ${row}`,
    open: (words: string, place: string) => (words === place ? `Bronrij openen: ${place}` : `${words}, bronrij openen: ${place}`),
  },
} as const
