import type { JobName } from '../lib/jobStore.ts'
import type { ScreenName } from '../lib/routes.ts'
import { formatCount, formatDay } from '#shared/text/format.ts'

export const screenLabel: Record<ScreenName, string> = {
  overview: 'Overzicht',
  search: 'Zoeken',
  network: 'Netwerk',
  areas: 'Gebieden',
  branches: 'Branches',
  findings: 'Bevindingen',
  triage: 'Wegen',
  cases: 'Casussen',
  bibob: 'Bibob',
  review: 'Beoordelen',
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
  'demo.measure': 'Demogemeente nameten',
  'audit.verify': 'Logboek controleren',
  'audit.export': 'Logboek opslaan',
  'audit.decideDestruction': 'Logregels vernietigen',
  'sources.inspect': 'Bestand bekijken',
  'sources.preview': 'Proefinlezing',
  'sources.import': 'Inlezen',
  'sources.withdraw': 'Levering intrekken',
  'sources.exportMappings': 'Toewijzingen opslaan',
  'sources.importMappings': 'Toewijzingen overnemen',
  'sources.exportRefusals': 'Geweigerde rijen opslaan',
  'sources.exportIssues': 'Opmerkingen opslaan',
  'network.refine': 'Netwerk schikken',
  'link.run': 'Koppelen',
  'review.apply': 'Beoordelingen verwerken',
  'finding.run': 'Bevindingen zoeken',
  'score.run': 'Scores berekenen',
  'score.whatIf': 'Scores met een andere weging',
  'score.verify': 'Scores narekenen',
  'score.backtest': 'Terugblik',
  'vault.changePassphrase': 'Wachtwoordzin wijzigen',
  'case.export': 'Dossier maken',
  'bibob.export': 'Bibob-blad maken',
}

function unsaved(forms: number): string {
  return `Er staat tekst die u niet hebt opgeslagen, in ${formatCount(forms, 'formulier', 'formulieren')}.`
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
    chip: (label: string) => `Doel: ${label}`,
  },
  lock: 'Vergrendel',
  leaving: {
    lock: {
      title: 'Kluis vergrendelen?',
      why: (forms: number) => `${unsaved(forms)} Bij vergrendelen gaat die verloren.`,
      done: 'Toch vergrendelen',
    },
    close: {
      title: 'Venster sluiten?',
      why: (forms: number) => `${unsaved(forms)} Bij sluiten gaat die verloren.`,
      done: 'Toch sluiten',
    },
  },
  idle: {
    title: 'Bent u er nog?',
    why: 'Over een minuut vergrendelt de kluis, omdat er een kwartier niets is gedaan. Wat u niet hebt bewaard, gaat dan verloren.',
    stay: 'Doorwerken',
  },
  user: { menu: 'Gebruiker en weergave', help: 'Toetsen', theme: { system: 'Thema van het systeem', light: 'Licht', dark: 'Donker' } },
  bar: {
    label: 'Toestand',
    offline: 'Offline',
    offlineWhy: 'Deze toepassing maakt nooit verbinding met een netwerk',
    vault: (name: string) => `Kluis ${name.replace(/\.kluis$/, '')}`,
    demo: 'demogemeente',
    lastDelivery: (label: string, at: string) => `Laatste levering: ${label}, ${formatDay(at)}`,
    noDelivery: 'Nog geen leveringen',
    log: 'Logboek klopte bij openen',
    logBroken: 'Logboek klopt niet; zie Overzicht',
    testRuntime: (version: string) => `Testruntime · Electron ${version}`,
  },
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
    waiting: 'Wordt geopend zodra het zoeken klaar is · Esc sluiten',
  },
  sourceRow: {
    title: 'Bronrij',
    heading: 'Kolom',
    value: 'Waarde',
    original: (text: string) => (text === '' ? 'in de bron leeg' : `in de bron: ‘${text}’`),
    supplier: 'Leverancier',
    reference: 'Peildatum',
    unknown: 'niet opgegeven',
    kind: 'Soort levering',
  },
} as const
