import { formatCount } from '#shared/text/format.ts'

/** Findings at an address or company, wherever they stand. */
export const findingText = {
  title: 'Bevindingen',
  why: 'Een bevinding is een patroon dat opvalt, geen verdenking. Bevindingen worden niet bij elkaar opgeteld.',
  none: 'Geen patroon gezien.',
  never: 'Er is nog niet naar patronen gezocht; dat gebeurt bij Bronnen, na het koppelen.',
  stale: 'De gegevens zijn veranderd sinds er naar patronen is gezocht.',
  filter: 'Patroon',
  all: 'alle patronen',
  innocent: 'Gewone verklaringen',
  evidence: (count: number) => formatCount(count, 'bronrij', 'bronrijen'),
  explain: 'Hier is een gewone verklaring…',
  explained: (by: string) => `Verklaard door ${by}`,
  reopen: 'Verklaring intrekken',
  reason: 'Welke verklaring hebt u vastgesteld?',
  reasonWhy: 'De bevinding blijft zichtbaar met uw verklaring erbij. Uw naam en de datum worden vastgelegd.',
  reasonMissing: 'Geef de verklaring.',
  save: 'Vastleggen',
} as const
