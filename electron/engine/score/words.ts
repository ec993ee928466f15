import { formatNumber } from '#shared/text/format.ts'
import type { MeasureName } from '../store/measures.ts'

/** Why an indicator could not be computed for an area or branch. */
export const scoreReasons = {
  notDelivered: (kinds: readonly string[]) => `Niet geleverd: ${kinds.join(', ')}.`,
  silent: (who: readonly string[], since: string) => `Sinds ${since} niets meer geleverd door ${who.join(', ')}.`,
  incomplete: (share: number, most: number) =>
    `Bij ${formatNumber(share * 100)} % van alle adressen ontbreekt een inschrijving; boven ${formatNumber(most * 100)} % is de levering te onvolledig om op af te gaan.`,
  noExposure: (unit: string) => `Geen ${unit}.`,
  littleExposure: (unit: string, least: number) => `Minder dan ${formatNumber(least)} ${unit}; zo weinig zegt niets.`,
  fewPeers: (least: number) => `Minder dan ${formatNumber(least)} vergelijkbare met genoeg gegevens.`,
}

/** What sentences of indicators count, as it is called when there is one of it. */
const ofOne: Record<string, string> = {
  'afzonderlijke meldingen': 'afzonderlijke melding', 'geruimde kwekerijen of laboratoria': 'geruimde kwekerij of laboratorium', 'starts en stops': 'start of stop',
  'adressen van bedrijven': 'adres van een bedrijf', aankopen: 'aankoop', adressen: 'adres', bedrijfsruimten: 'bedrijfsruimte', controles: 'controle', herverkopen: 'herverkoop',
  hypotheken: 'hypotheek', koopsommen: 'koopsom', maatregelen: 'maatregel', ondernemingen: 'onderneming', overdrachten: 'overdracht', vergunningen: 'vergunning', verkopen: 'verkoop',
  vestigingen: 'vestiging', wisselingen: 'wisseling', woningaankopen: 'woningaankoop', woonadressen: 'woonadres',
}
/** What one of them does. */
const byOne: Record<string, string> = { delen: 'deelt', handelen: 'handelt', hebben: 'heeft', wijken: 'wijkt', wisselden: 'wisselde', zijn: 'is' }
const PLURALS = new RegExp(`\\b1 (${Object.keys(ofOne).join('|')})\\b`, 'g')
const VERBS = new RegExp(`^(1 van \\S+ [^;]*?) (${Object.keys(byOne).join('|')})\\b`)

/** A filled sentence of an indicator, with what there is one of in the singular: `1 van 40 woonadressen is …`, `1 maatregel op 300 adressen`. */
export function inSingular(sentence: string): string {
  return sentence.replaceAll(PLURALS, (_all, plural: string) => `1 ${ofOne[plural] ?? plural}`).replace(VERBS, (_all, before: string, verb: string) => `${before} ${byOne[verb] ?? verb}`)
}

const measureKinds: Record<string, string> = {
  'kwekerij-geruimd': 'Kwekerij geruimd',
  'lab-geruimd': 'Laboratorium geruimd',
  sluiting: 'Sluiting',
  waarschuwing: 'Waarschuwing',
  'last-onder-dwangsom': 'Last onder dwangsom',
  bestuursdwang: 'Bestuursdwang',
}
const outcomes: Record<string, string> = {
  geweigerd: 'Vergunning geweigerd',
  ingetrokken: 'Vergunning ingetrokken',
  'geen-bijzonderheden': 'Controle zonder bijzonderheden',
  overtreding: 'Controle met overtreding',
  kwekerij: 'Controle: kwekerij aangetroffen',
  'niet-binnengekomen': 'Controle: niet binnengekomen',
  onbekend: 'Controle',
}

/** What a counted row is in words; `detail` is what its measure puts in that column. */
export const evidenceWords: Record<MeasureName, (detail: string) => string> = {
  measuresTaken: (kind) => measureKinds[kind] ?? kind,
  reports: (department) => `Melding bij ${department}`,
  inspections: (outcome) => outcomes[outcome] ?? 'Controle',
  refusedPermits: (outcome) => outcomes[outcome] ?? outcome,
  vacantDwellings: () => 'Woning zonder inschrijving of vestiging',
  premisesWithoutLocation: (use) => `Bedrijfsruimte zonder vestiging (${use})`,
  passedOnDwellings: (times) => `${times} keer van eigenaar gewisseld`,
  purchasesWithoutMortgage: (price) => `Gekocht voor € ${formatNumber(Number(price))}, geen hypotheek`,
  privateLenders: () => 'Hypotheek van een natuurlijk persoon',
  quickResales: (days) => `Doorverkocht na ${days} dagen`,
  oddPrices: (ratio) => `Koopsom ${formatNumber(Number(ratio), 2)} keer de WOZ-waarde`,
  priceJumps: (factor) => `Koopsom ${formatNumber(Number(factor), 2)} keer wat bij de vorige verkoop en het prijspeil past`,
  freshOwners: (founded) => (founded === '' ? 'Koper pas opgericht of bijna ontbonden' : `Koper opgericht ${founded.split('-').reverse().join('-')}`),
  opaqueOwners: (form) => `Eigenaar is een ${form === 'buitenlands' ? 'buitenlandse rechtsvorm' : form}`,
  riskBranchLocations: (sbi) => `Vestiging met SBI ${sbi}`,
  churn: (what) => `Vestiging ${what}`,
  officeChanges: (what) => `Functionaris ${what}`,
  crowdedLocations: (n) => `Een van ${n} vestigingen op dit adres`,
}
