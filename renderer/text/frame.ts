import type { JobName } from '../lib/jobStore.ts'
import type { ScreenName } from '../lib/routes.ts'
import { formatCount, formatDay, formatNumber } from './format.ts'

export const screenLabel: Record<ScreenName, string> = {
  overview: 'Overzicht',
  search: 'Zoeken',
  network: 'Netwerk',
  areas: 'Gebieden',
  branches: 'Branches',
  cases: 'Casussen',
  bibob: 'Bibob',
  sources: 'Bronnen',
  accountability: 'Verantwoording',
  handbook: 'Handboek',
  address: 'Adresblad',
  company: 'Bedrijfsblad',
  person: 'Persoonsblad',
}

/** What a running job is called in the top bar. */
export const jobLabel: Record<JobName, string> = {
  'demo.fill': 'Demogemeente vullen',
  'audit.verify': 'Logboek controleren',
  'sources.inspect': 'Bestand bekijken',
  'sources.preview': 'Proefinlezing',
  'sources.import': 'Inlezen',
  'sources.exportRefusals': 'Geweigerde rijen opslaan',
  'link.run': 'Koppelen',
  'score.run': 'Scores berekenen',
  'case.export': 'Dossier maken',
  'bibob.export': 'Bibob-blad maken',
}

export const frameText = {
  product: 'Signaleringstool',
  productLong: 'Signaleringstool Ondermijning',
  skip: 'Naar de inhoud',
  navigation: 'Hoofdmenu',
  searchField: 'Zoek adres, bedrijf, persoon…',
  purpose: {
    label: 'Doel',
    none: 'Kies een doel',
    change: 'Doel wijzigen',
    /** label of the purpose with its case number behind it */
    chip: (label: string, caseNumber: string) => (caseNumber === '' ? `Doel: ${label}` : `Doel: ${label} · ${caseNumber}`),
  },
  lock: 'Vergrendel',
  user: { menu: 'Gebruiker en weergave', help: 'Toetsen', theme: { system: 'Thema van het systeem', light: 'Licht', dark: 'Donker' } },
  bar: {
    label: 'Toestand',
    offline: 'Offline',
    offlineWhy: 'Deze toepassing maakt nooit verbinding met een netwerk',
    vault: (name: string) => `Kluis ${name.replace(/\.kluis$/, '')}`,
    demo: 'demogemeente',
    lastDelivery: (label: string, at: string) => `Laatste levering: ${label}, ${formatDay(at)}`,
    noDelivery: 'Nog geen leveringen',
    log: (lines: number) => `Logboek klopt, ${formatCount(lines, 'regel', 'regels')}`,
    logBroken: (lines: number) => `Logboek klopt niet, ${formatNumber(lines)} regels`,
    testRuntime: (version: string) => `Testruntime · Electron ${version}`,
  },
  engineStopped: 'De rekenkern is gestopt',
  engineBack: 'De rekenkern is gestopt en start opnieuw. Open daarna de kluis.',
  engineGone: 'De rekenkern is gestopt en start niet vanzelf opnieuw. Sluit de toepassing en start haar opnieuw.',
  forbidden: { title: 'Dit scherm hoort niet bij uw rol', why: 'Vraag de beheerder om de rol als u die voor uw werk nodig hebt.' },
  crash: { title: 'Dit scherm kon niet worden getoond', why: 'De kluis is niet gewijzigd. Ga naar een ander scherm of probeer het opnieuw.' },
  keys: {
    title: 'Toetsen',
    everywhere: 'Overal',
    palette: 'Zoeken en gaan naar',
    lock: 'Kluis vergrendelen',
    help: 'Deze lijst',
    back: 'Terug',
    purpose: 'Doel kiezen of wijzigen',
    tables: 'In tabellen',
    tableKeys: [
      { keys: '↑ ↓', label: 'Rij hoger of lager' },
      { keys: 'Home End', label: 'Eerste of laatste rij' },
      { keys: 'Enter', label: 'Rij openen' },
      { keys: 'Spatie', label: 'Rij kiezen' },
    ],
  },
  palette: {
    title: 'Zoeken en gaan naar',
    placeholder: 'Adres, bedrijf, persoon of scherm',
    screens: 'Schermen',
    actions: 'Handelingen',
    results: 'Gevonden',
    all: (text: string) => `Alles zoeken met ‘${text}’`,
    needsPurpose: 'Kies eerst een doel om te zoeken.',
    foot: '↑ ↓ kiezen · Enter openen · Esc sluiten',
  },
  sourceRow: {
    title: 'Bronrij',
    heading: 'Kolom',
    value: 'Waarde',
    original: (text: string) => `in de bron: ${text === '' ? 'leeg' : text}`,
    supplier: 'Leverancier',
    reference: 'Peildatum',
    unknown: 'niet opgegeven',
    kind: 'Soort levering',
  },
} as const
