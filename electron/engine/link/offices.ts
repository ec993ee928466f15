import type { LinkKind } from '#shared/model/entity.ts'

/** An office of the trade register: the kind of link it makes, and the word for it. */
export interface Office {
  kind: LinkKind
  label: string
}

/** The functies of the Handelsregister (Haal Centraal HR-bevragen, domain.md §2.4) by their stored value. */
const offices: Record<string, Office> = {
  bestuurder: { kind: 'director', label: 'bestuurder' },
  vereffenaar: { kind: 'director', label: 'vereffenaar' },
  lid_bestuurdend_orgaan: { kind: 'director', label: 'lid van het bestuur' },
  beheerder: { kind: 'director', label: 'beheerder' },
  commissaris: { kind: 'supervisor', label: 'commissaris' },
  lid_toezichthoudend_orgaan: { kind: 'supervisor', label: 'lid van de raad van toezicht' },
  enig_aandeelhouder: { kind: 'shareholder', label: 'enig aandeelhouder' },
  aandeelhouder: { kind: 'shareholder', label: 'aandeelhouder' },
  vennoot: { kind: 'partner', label: 'vennoot' },
  maat: { kind: 'partner', label: 'maat' },
  medeeigenaar: { kind: 'partner', label: 'mede-eigenaar' },
  eigenaar: { kind: 'partner', label: 'eigenaar' },
  gevolmachtigde: { kind: 'proxy', label: 'gevolmachtigde' },
  handelsagent: { kind: 'proxy', label: 'handelsagent' },
  boekhouder: { kind: 'proxy', label: 'boekhouder' },
  bewaarder_boeken_en_bescheiden: { kind: 'proxy', label: 'bewaarder van boeken en bescheiden' },
  curator: { kind: 'insolvency', label: 'curator' },
  bewindvoerder: { kind: 'insolvency', label: 'bewindvoerder' },
  'rechter-commissaris': { kind: 'insolvency', label: 'rechter-commissaris' },
}

const authorities: Record<string, string> = { zelfstandig: ', zelfstandig bevoegd', gezamenlijk: ', gezamenlijk bevoegd', niet: ', niet bevoegd' }

/** The office behind a stored value; one that is not in the list counts as a proxy under its own name, never as control. */
export function officeOf(value: string): Office {
  return offices[value] ?? { kind: 'proxy', label: value.replaceAll('_', ' ') || 'functie onbekend' }
}

/** ` 1/2`, and nothing when the share is not known. */
export function shareText(part: number | null, whole: number | null): string {
  return part === null || whole === null || whole === 0 ? '' : ` ${part}/${whole}`
}

/** `, zelfstandig bevoegd` */
export function authorityText(authority: string): string {
  return authorities[authority] ?? ''
}
