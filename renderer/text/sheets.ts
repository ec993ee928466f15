import { formatCount } from '#shared/text/format.ts'

/** Adresblad, bedrijfsblad en persoonsblad. */
export const sheetText = {
  inNetwork: 'In netwerk tonen',
  facts: 'Opvolging en feiten',
  shown: 'Weergave',
  chart: 'Tijdlijn',
  table: 'Tabel',
  noFacts: 'Er zijn geen gedateerde feiten over deze ingang.',
  undated: (count: number) => `${formatCount(count, 'feit', 'feiten')} zonder datum; zie de tabel.`,
  today: 'vandaag',
  columns: { category: 'Soort', text: 'Feit', other: 'Betreft', start: 'Van', end: 'Tot', source: 'Bron' },
  departments: 'Bekend bij afdelingen',
  departmentColumns: { department: 'Afdeling', hit: 'Hit', kind: 'Soort', period: 'Periode', contact: 'Contact' },
  received: (day: string) => `gemeld op ${day}`,
  hit: 'hit',
  noHit: 'geen hit',
  hitMeaning: 'Een hit zegt alleen dat de afdeling dit adres kent. De inhoud vraagt u na bij de contactrol.',
  noDepartments: 'Nog geen afdeling heeft verwijzingen geleverd.',
  bag: 'Basisregistratie adressen',
  register: 'Gegevens',
  neighbourhood: 'Buurt',
  district: 'Wijk',
  outside: 'niet bepaald',
  records: 'Bronrijen',
  recordsWhy: 'Uit deze rijen is dit blad samengesteld.',
} as const
