import { anyOf } from './format.ts'

/** Short names of the kinds of delivery, for lines of the log; their full labels stand with their declaration. */
const names: Record<string, string> = {
  address: 'adressen',
  area: 'gebieden',
  'area-figures': 'kerncijfers',
  company: 'bedrijven',
  deed: 'transacties',
  inspection: 'controles',
  measure: 'maatregelen',
  office: 'functies',
  'own-area': 'eigen gebieden',
  ownership: 'eigendom',
  permit: 'vergunningen',
  person: 'personen',
  sbi: 'SBI-codes',
  signal: 'signalen',
  vacancy: 'leegstand',
  woz: 'WOZ-waarden',
}

/** The name of a kind as the log writes it; a kind without one by its id, which a test does not allow. */
export function deliveryKindName(kind: string): string {
  return names[kind] ?? kind
}

/** The labels of kinds among which the reader of a file does not choose: `A of B`; of one that it is not sure of: `misschien A`. */
export function unsureKinds(labels: readonly string[]): string {
  return labels.length === 1 ? `misschien ${labels[0]}` : anyOf(labels)
}
