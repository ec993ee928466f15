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
