import type { PassphraseStrength } from '../lib/passphrase.ts'
import { formatNumber } from '#shared/text/format.ts'

export const unlockText = {
  product: 'Signaleringstool Ondermijning',
  promises: ['Werkt zonder netwerk: er gaat niets naar buiten.', 'Alles staat in één versleutelde kluis.', 'Elke raadpleging heeft een doel en staat in het logboek.'],
  ways: 'Hoe wilt u beginnen?',
  tabs: { open: 'Openen', create: 'Nieuwe kluis', demo: 'Demogemeente' },
  open: {
    title: 'Kluis openen',
    recent: 'Kluis',
    none: 'Op deze computer is nog geen kluis geopend.',
    other: 'Ander bestand kiezen…',
    passphrase: 'Wachtwoordzin',
    submit: 'Ontgrendelen',
    fileMissing: 'Kies eerst een kluis.',
    passphraseMissing: 'Vul de wachtwoordzin in.',
  },
  create: {
    title: 'Nieuwe kluis maken',
    name: 'Uw naam',
    nameWhy: 'Zo staat u in het logboek en op exports.',
    nameMissing: 'Vul uw naam in.',
    roles: 'Uw rollen',
    rolesMissing: 'Kies ten minste één rol.',
    place: 'Plaats van de kluis',
    placeNone: 'Nog niet gekozen',
    placeChoose: 'Kiezen…',
    placeMissing: 'Kies waar de kluis komt te staan.',
    fileName: 'Ondermijning.kluis',
    passphrase: 'Wachtwoordzin',
    repeat: (label: string) => `${label} herhalen`,
    repeatDiffers: 'De twee zijn niet gelijk.',
    keep: 'Bewaar de wachtwoordzin goed: zonder haar kan niemand de kluis openen, ook de beheerder niet.',
    submit: 'Kluis maken',
  },
  demo: {
    title: 'Rondkijken in de demogemeente',
    why: 'De toepassing maakt ter plekke de leveringen van een verzonnen gemeente, met de wijken en buurten van Almere (CBS, 2025). Alle personen en bedrijven zijn verzonnen.',
    size: 'Aantal adressen',
    fileName: 'Demogemeente.kluis',
    userName: 'Demogebruiker',
    submit: 'Demogemeente maken',
    busy: 'De demogemeente wordt gemaakt',
    busyWhy: 'Bestanden schrijven, inlezen, koppelen en scores berekenen, precies zoals met echte leveringen.',
    failed: 'De kluis is gemaakt, maar nog niet gevuld.',
    again: 'Opnieuw vullen',
    goOn: 'Naar de lege kluis',
  },
  sizes: [2000, 5000, 30_000, 300_000].map((size) => ({ id: String(size), label: formatNumber(size), size })),
} as const

/** Advice under the field; a word per step of the meter. */
export const strengthText: Record<PassphraseStrength, { label: string; advice: string }> = {
  empty: { label: '', advice: 'Neem vijf of meer willekeurige woorden; dat is sterk en te onthouden.' },
  short: { label: 'Te kort', advice: 'Ten minste 12 tekens. Neem liever vijf willekeurige woorden.' },
  weak: { label: 'Zwak', advice: 'Nog te raden. Voeg woorden toe die niets met elkaar te maken hebben.' },
  fair: { label: 'Redelijk', advice: 'Bruikbaar; met één of twee woorden meer is zij sterk.' },
  strong: { label: 'Sterk', advice: 'Goed zo. Schrijf haar op en bewaar haar achter slot.' },
}
