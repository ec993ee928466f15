import { formatCount } from '#shared/text/format.ts'

/** What two cases have in common. */
export const commonText = {
  title: 'Samenloop met een andere casus',
  why: 'Wat in beide casussen voorkomt, en wat rechtstreeks verbonden is met een onderwerp van elk. Wat meer dan 500 verbindingen heeft, telt niet als schakel. Samenloop is een aanwijzing om te overleggen, geen vaststelling.',
  other: 'Andere casus',
  noOther: 'Er is geen andere casus.',
  found: (shared: number, between: number) =>
    shared + between === 0
      ? 'Niets gemeen: geen onderwerp komt in beide voor en niets verbindt ze in één stap.'
      : `${formatCount(shared, 'onderwerp', 'onderwerpen')} in beide, ${formatCount(between, 'verbindende schakel', 'verbindende schakels')} ertussen.`,
  shared: 'In beide casussen',
  between: 'Verbonden met een onderwerp van elk',
  columns: { name: 'Naam', kind: 'Soort', links: 'Verbindingen en bron' },
  open: 'Samen openen in Netwerk',
} as const
