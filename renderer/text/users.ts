import { formatCount } from '#shared/text/format.ts'

/** Gebruikers: wie in deze kluis wat mag. */
export const usersText = {
  title: 'Gebruikers',
  why: 'De aanmelding op de werkplek bepaalt wie iemand is. Wie hier niet staat en de wachtwoordzin kent, ziet alleen de verwijzindex en de gebieds- en branchebeelden.',
  count: (users: number) => formatCount(users, 'gebruiker', 'gebruikers'),
  add: 'Gebruiker toevoegen',
  passphrase: {
    change: 'Wachtwoordzin wijzigen…',
    title: 'Wachtwoordzin wijzigen',
    why: 'Deze kluis heeft één wachtwoordzin voor iedereen die haar opent. De kluis wordt opnieuw versleuteld; bij een grote kluis duurt dat even, en er is ruimte nodig voor nog zo’n bestand. Geef de nieuwe daarna aan uw collega’s.',
    copies: 'Kopieën van vóór de wijziging gaan open met de oude wachtwoordzin. Is de oude uitgelekt, vernietig die kopieën dan.',
    current: 'Huidige wachtwoordzin',
    currentMissing: 'Vul de huidige wachtwoordzin in.',
    next: 'Nieuwe wachtwoordzin',
    submit: 'Wijzigen',
    busy: 'Bezig met versleutelen…',
    done: 'De wachtwoordzin is gewijzigd. Kopieën van eerder houden de oude.',
  },
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
