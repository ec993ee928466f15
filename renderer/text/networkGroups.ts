import { formatCount, formatNumber } from '#shared/text/format.ts'

const companies = (count: number) => formatCount(count, 'bedrijf', 'bedrijven')

/** Groups, notes and the layer of suspicions. */
export const groupText = {
  atAddress: (address: string, count: number) => `${companies(count)} op ${address}`,
  holding: (top: string, count: number) => `Concern van ${top}: ${companies(count)}`,
  family: (first: string, count: number) => `${first} en verwante: ${companies(count)}`,
  leaves: (hub: string, count: number) => `${formatNumber(count)} om ${hub}`,
  own: (count: number) => `Groep van ${formatCount(count, 'knoop', 'knopen')}`,
  kind: 'groep',
  plural: (count: number) => formatCount(count, 'groep', 'groepen'),
  made: (count: number, nodes: number) => (count === 0 ? 'Niets om te groeperen.' : `${formatCount(nodes, 'knoop', 'knopen')} in ${formatCount(count, 'groep', 'groepen')} gezet.`),
  automatic: (count: number, isEnough: boolean) =>
    `Er ligt meer op tafel dan te tonen is (2.000 knopen of 8.000 verbindingen). ${formatCount(count, 'knoop is', 'knopen zijn')} gegroepeerd; een groep is weer te openen.${isEnough ? '' : ' Ook zo is het beeld te groot om vlot te bewegen: verberg soorten of begin kleiner.'}`,
  lines: (count: number) => formatCount(count, 'verbinding', 'verbindingen'),
  name: 'Naam van de groep',
  members: 'In deze groep',
  inside: (count: number) => `${formatCount(count, 'verbinding', 'verbindingen')} binnen de groep`,
  outside: (count: number) => `${formatCount(count, 'verbinding', 'verbindingen')} naar buiten`,
  open: 'Openen',
  close: 'Sluiten',
  dissolve: 'Groep opheffen',
  note: {
    title: 'Notitie',
    dialog: (label: string) => `Notitie bij ${label}`,
    field: 'Wat wilt u onthouden?',
    why: 'Een notitie is van u en staat naast de feiten. Zij gaat niet mee in een export of een score.',
    save: 'Opslaan',
    remove: 'Notitie weghalen',
    count: (count: number) => formatCount(count, 'notitie', 'notities'),
  },
  hypothesis: {
    title: 'Vermoede verbinding',
    dialog: 'Vermoede verbinding tekenen',
    between: (one: string, other: string) => `Tussen ${one} en ${other}`,
    field: 'Wat veronderstelt u?',
    why: 'Een veronderstelling staat op een eigen laag, gestreept en met een vraagteken. Zij telt niet mee in scores en gaat niet mee in een export.',
    add: 'Tekenen',
    remove: 'Vermoeden weghalen',
    layer: 'vermoedens en notities',
    words: (text: string) => `${text}?`,
  },
  reason: {
    dialog: 'Uit het beeld verwijderen',
    why: 'De bron verandert niet. De reden blijft bij de stappen staan.',
    field: 'Reden',
    error: 'Geef een reden.',
    remove: 'Verwijderen',
  },
} as const
