import { formatCount } from '#shared/text/format.ts'

/** Who owns a company or address in the end. */
export const ownershipText = {
  title: 'Eigendom tot het einde',
  why: 'Volgt de aandelen en rechten door holdings, stichtingen en administratiekantoren tot de natuurlijke personen. Elke keer is een raadpleging met een regel in het logboek.',
  follow: 'Keten volgen',
  day: 'Stand op',
  dayHelp: 'leeg: vandaag',
  dayError: 'Schrijf een datum als dd-mm-jjjj.',
  picture: (count: number) => `Keten van eigendom met ${formatCount(count, 'knoop', 'knopen')}; de tabel noemt elk einde met de weg erheen.`,
  large: 'De keten is te groot om hier te tekenen; de tabel is volledig en in Netwerk is hij te openen.',
  columns: { name: 'Einde van de keten', share: 'Aandeel', way: 'Weg' },
  caption: 'Wie aan het einde van de keten staat',
  ends: { person: 'natuurlijk persoon', entity: 'rechtspersoon zonder aandeelhouders', unknown: 'bedrijf waarvan geen houder bekend is', rest: 'van dit deel is geen houder bekend' },
  restOf: (label: string) => `Rest van ${label}`,
  leaders: (names: string) => `bestuurd door ${names}`,
  noLeaders: 'geen bestuurder bekend',
  least: (share: string) => `ten minste ${share}`,
  noShare: 'omvang niet bekend',
  alongThis: (share: string) => `langs deze weg ${share}`,
  noWays: 'de wegen erheen zijn te talrijk om te noemen',
  none: 'De bronnen noemen geen houder van aandelen of rechten.',
  remarks: 'Opmerkingen',
  open: 'In netwerk tonen',
} as const
