import { formatCount } from '#shared/text/format.ts'

/** Gebruikers: wie in deze kluis wat mag. */
export const usersText = {
  title: 'Gebruikers',
  why: 'De aanmelding op de werkplek bepaalt wie iemand is. Wie hier niet staat en de wachtwoordzin kent, ziet alleen de verwijzindex en de gebieds- en branchebeelden.',
  count: (users: number) => formatCount(users, 'gebruiker', 'gebruikers'),
  add: 'Gebruiker toevoegen',
  you: (name: string) => `${name} (u)`,
  columns: { name: 'Naam', account: 'Aanmelding', roles: 'Rollen', since: 'Sinds' },
  dialog: {
    add: 'Gebruiker toevoegen',
    change: (account: string) => `Rollen van ${account}`,
    account: 'Aanmelding op de werkplek',
    accountWhy: 'De naam waarmee de collega zich op de werkplek aanmeldt, letter voor letter.',
    name: 'Naam',
    nameWhy: 'Zo komt de collega in het logboek en op exports te staan.',
    roles: 'Rollen',
    from: 'De rollen gelden vanaf de volgende keer dat de collega de kluis opent.',
    missing: 'Vul dit in.',
    rolesMissing: 'Kies ten minste één rol; wie niets meer hoeft te zien, wordt lezer.',
    save: 'Rollen geven',
  },
  saved: (name: string) => `Rollen van ${name} opgeslagen`,
} as const
