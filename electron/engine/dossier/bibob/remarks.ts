import { splitKey, type EntityKey } from '#shared/model/entity.ts'
import { formatDate } from '#shared/text/format.ts'
import type { CallContext } from '../../context.ts'
import { otherApplications } from '../../store/bibobApplications.ts'
import type { Reader } from '../../store/database.ts'
import { NOTHING, WHOLE, add, compare, type Share } from '../../normalise/fraction.ts'
import { todayOf } from '../../today.ts'
import type { Named } from '../entityNames.ts'
import { usableUntil } from './clock.ts'
import { addressesWithoutOwner } from './premises.ts'
import { chainKinds, isPast, selfControlled, stepsBehind, type Step, type Walk } from '../../ownership/index.ts'

/** Legal forms whose capital is in shares. */
const shareForms = new Set(['bv', 'nv'])

/** What the sources do not tell of a company on the way to the natural persons, in sentences. */
export function gapsOf(reader: Reader, key: EntityKey, named: Named, today: string): string[] {
  const present = stepsBehind(reader, key, chainKinds).filter((step) => !isPast(step.end, today))
  const { label, legalForm } = named
  const remarks = shareForms.has(legalForm) ? shareGaps(label, present.filter((step) => step.kind === 'shareholder')) : []
  if (selfControlled.has(legalForm)) remarks.push(`${label} heeft geen aandeelhouders; de zeggenschap ligt bij de rechtspersoon zelf.`)
  const isLed = present.some((step) => step.kind === 'director' || step.kind === 'partner')
  if (!isLed) remarks.push(`Van ${label} zijn geen bestuurders, vennoten of eigenaar bekend.`)
  return remarks
}

function shareGaps(label: string, holders: readonly Step[]): string[] {
  if (holders.length === 0) return [`Van ${label} zijn geen aandeelhouders bekend.`]
  let sum: Share = NOTHING
  for (const { share } of holders) {
    if (share === null) return [`Niet van elke aandeelhouder van ${label} is bekend hoe groot het aandeel is.`]
    sum = add(sum, share)
  }
  const difference = compare(sum, WHOLE)
  if (difference < 0) return [`Van ${label} is ${sum.part}/${sum.whole} van de aandelen bekend; de rest niet.`]
  return difference > 0 ? [`De aandelen in ${label} tellen op tot ${sum.part}/${sum.whole}; dat kan niet: controleer de bronnen.`] : []
}

/** Premises of which nobody knows the owner. */
export function premisesGaps(reader: Reader, enterprise: EntityKey, label: (key: EntityKey) => string): string[] {
  return addressesWithoutOwner(reader, enterprise).map((key) => `De eigenaar van ${label(key)}, waar de onderneming is gevestigd, is niet bekend.`)
}

/** Who of them is the applicant in another Bibob investigation, which the officer may read too, and whether its advice may still be used for this one. */
export function otherDossiers({ store, purpose, now }: Pick<CallContext, 'store' | 'purpose' | 'now'>, keys: readonly EntityKey[], label: (key: EntityKey) => string): string[] {
  const byKey = new Map<string, EntityKey>(keys.map((key) => [key, key]))
  return otherApplications(store, [...byKey.keys()], purpose.caseNumber).flatMap(({ applicant, caseNumber, isDecided, advised }) => {
    const key = byKey.get(applicant)
    const state = [isDecided === 1 ? 'afgerond' : 'loopt', ...(advised === null ? [] : [adviceWords(advised, todayOf({ store, now }))])].join('; ')
    return key === undefined ? [] : [`${label(key)} is ook betrokkene in het Bibob-onderzoek met zaaknummer ${caseNumber} (${state}).`]
  })
}

function adviceWords(received: string, today: string): string {
  const until = usableUntil(received)
  const use = today > until ? 'was voor een ander besluit te gebruiken' : 'is voor een ander besluit te gebruiken'
  return `het LBB-advies van ${formatDate(received)} ${use} tot en met ${formatDate(until)}`
}

/** What happened on the way: circles, a cut, links that were not confirmed. */
export function walkRemarks(walks: readonly Walk[], label: (key: EntityKey) => string): string[] {
  const remarks = new Set<string>()
  for (const { cycles, isCut } of walks) {
    for (const [from, to] of cycles) remarks.add(`${label(from)} en ${label(to)} staan in een kring van belangen; de kring is één keer doorlopen.`)
    if (isCut) remarks.add('De keten is te lang of te vertakt om helemaal te volgen; er ontbreken paden.')
  }
  return [...remarks]
}

/** Companies among the given keys. */
export function companiesAmong(keys: Iterable<EntityKey>): EntityKey[] {
  return [...new Set(keys)].filter((key) => splitKey(key).kind === 'company')
}
