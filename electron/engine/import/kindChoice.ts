import { meetingHeading, normaliseHeading } from '../normalise/headings.ts'
import type { Heading, SampleRow } from './headerRow.ts'
import { headingLabel } from './headerRow.ts'
import { loadKinds, type Kind } from './kinds.ts'
import { proposeMapping, type Proposal } from './mapping.ts'
import type { ReadingContext } from './valueReaders.ts'

/** A kind with what it makes of a sheet. */
export interface KindChoice {
  kind: Kind
  proposal: Proposal
  score: number
}

const NAME_BONUS = 1.5
const IDENTIFIED_BONUS = 1
const NOT_IDENTIFIED_COST = 2
const REQUIRED_COST = 1.5
const FEWEST_COLUMNS = 2

/** What a heading brings that one kind alone knows: with less, the headings could be of any kind that has room for them. */
const ENOUGH = 1
/** With less than half of that nothing is certain, also when nothing else has room for the sheet. */
const LEAST = 0.5
/** With enough only because an address was counted, a kind that fits half as well is a rival. */
const NEAR = 0.5
/** With enough, only a kind that fits as well is one. */
const TIED = 0.98

/** The kinds a sheet can be, the likeliest first; sure, or for somebody to choose from. */
export interface Recognition {
  likely: readonly KindChoice[]
  isSure: boolean
}

/**
 * Recognises the kind of a sheet by its headings and its name. Likeliest is the kind that knows most of the headings, where a heading
 * that few kinds know counts for more, that finds what it needs, and that the name of the file or sheet points to. It is sure when it is
 * named, when a heading is known to it alone, or when it knows enough and no other kind comes close; none is likely when no kind knows
 * two headings.
 * @param names names of file and sheet, and the titles above the headings
 */
export function recogniseKind(headings: readonly Heading[], data: readonly SampleRow[], names: readonly string[], context: ReadingContext): Recognition {
  const choices = [...loadKinds().values()].map((kind): KindChoice => {
    const proposal = proposeMapping(kind, headings, data, context)
    return { kind, proposal, score: evidenceOf(proposal, headings) + fitOf(kind, proposal, names) }
  })
  const [best, ...others] = choices.filter(({ proposal, score }) => proposal.strengths.size >= FEWEST_COLUMNS && score > 0).sort((a, b) => b.score - a.score)
  if (!best) return { likely: [], isSure: false }
  if (isNamed(best.kind, names) || isTelling(best.proposal, headings)) return { likely: [best], isSure: true }
  const evidence = evidenceOf(best.proposal, headings)
  const closeness = evidence < ENOUGH ? 0 : evidenceOf(best.proposal, headings, tellsKind(best)) < ENOUGH ? NEAR : TIED
  const rivals = others.filter((other) => knowsOwnField(other) && other.score >= closeness * best.score)
  return { likely: [best, ...rivals], isSure: rivals.length === 0 && evidence >= LEAST && isMoreThanAddresses(best) }
}

/** A list of addresses and nothing else has room in nearly every kind. */
function isMoreThanAddresses({ kind, proposal }: KindChoice): boolean {
  return proposal.columns.some(({ field }) => field !== null && !kind.ofAddress.has(field))
}

/** Which columns say something of the kind: an address is no reason to be sure, in however many columns it is written. */
function tellsKind({ kind, proposal }: KindChoice): (column: number) => boolean {
  return (column) => !kind.ofAddress.has(proposal.columns[column]?.field ?? '')
}

/** Names and addresses stand in many kinds: they make none a rival. */
function knowsOwnField({ kind, proposal }: KindChoice): boolean {
  return proposal.columns.some(({ field }) => field !== null && kind.own.has(field))
}

/** Whether a heading is known to this kind alone. */
function isTelling(proposal: Proposal, headings: readonly Heading[]): boolean {
  return [...proposal.strengths.keys()].some((column) => rarity(headings[column]) === 1)
}

function evidenceOf(proposal: Proposal, headings: readonly Heading[], counts: (column: number) => boolean = () => true): number {
  let evidence = 0
  for (const [column, strength] of proposal.strengths) if (counts(column)) evidence += strength * rarity(headings[column])
  return evidence
}

function fitOf(kind: Kind, proposal: Proposal, names: readonly string[]): number {
  const missing = kind.fields.filter((field) => field.required && !isMapped(proposal, field.id)).length
  return (missingSets(kind, proposal).length === 0 ? IDENTIFIED_BONUS : -NOT_IDENTIFIED_COST) - missing * REQUIRED_COST + (isNamed(kind, names) ? NAME_BONUS : 0)
}

let kindsPerHeading: ReadonlyMap<string, number> | null = null

/** One over the number of kinds that know the heading. */
function rarity(heading: Heading | undefined): number {
  kindsPerHeading ??= countKinds()
  const perHeading = kindsPerHeading
  const kindsOf = (text: string) => perHeading.get(meetingHeading(normaliseHeading(text)))
  const count = heading ? (kindsOf(heading.own) ?? kindsOf(headingLabel(heading))) : 1
  return 1 / (count ?? 2)
}

function countKinds(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const kind of loadKinds().values()) {
    const own = new Set(kind.fields.flatMap((field) => field.headings.map(({ text }) => meetingHeading(text))))
    for (const heading of own) counts.set(heading, (counts.get(heading) ?? 0) + 1)
  }
  return counts
}

function isNamed(kind: Kind, names: readonly string[]): boolean {
  const words = new Set(names.flatMap((name) => normaliseHeading(name).split(' ')))
  return kind.names.some((name) => words.has(name))
}

function isMapped(proposal: Pick<Proposal, 'columns'>, field: string): boolean {
  return proposal.columns.some((column) => column.field === field)
}

/** What a mapping lacks to tell what its rows are about: nothing, or the sets of fields of which one is needed. */
export function missingSets(kind: Kind, proposal: Pick<Proposal, 'columns'>): readonly (readonly string[])[] {
  const isSatisfied = kind.identifiedBy.some((set) => set.every((part) => isAvailable(part, kind, proposal)))
  return isSatisfied ? [] : kind.identifiedBy
}

function isAvailable(part: string, kind: Kind, proposal: Pick<Proposal, 'columns'>): boolean {
  const has = (field: string) => isMapped(proposal, field)
  if (part === 'address' || (part === 'street' && kind.groups.includes('address'))) return has('address_bag') || hasPlace(has)
  if (part === 'house_number') return has('house_number') || has('street') || has('address_line')
  if (part === 'person') return has('bsn') || (has('birth_date') && (has('family_name') || hasFullName(kind, has)))
  if (part === 'family_name') return has('family_name') || hasFullName(kind, has)
  return has(part)
}

function hasPlace(has: (field: string) => boolean): boolean {
  return has('address_line') || has('street') || (has('postcode') && has('house_number'))
}

function hasFullName(kind: Kind, has: (field: string) => boolean): boolean {
  return kind.fields.some((field) => (field.type === 'person-name' || field.type === 'party') && has(field.id))
}

/** What stands in the list of missing things: required fields by label, and what would tell the rows apart. */
export function missingLabels(kind: Kind, proposal: Pick<Proposal, 'columns'>): string[] {
  const required = kind.fields.filter((field) => field.required && !isMapped(proposal, field.id)).map((field) => field.label)
  const sets = missingSets(kind, proposal).map((set) => set.filter((part) => !isAvailable(part, kind, proposal)))
  return sets.length === 0 ? required : [...required, describeSets(kind, sets)]
}

/** `KVK-nummer, of Vestigingsnummer, of RSIN`; what another of them names already is not named twice */
export function describeSets(kind: Kind, sets: readonly (readonly string[])[]): string {
  const label = (part: string) => {
    if (part === 'address') return 'een adres'
    if (part === 'person') return 'BSN of naam met geboortedatum'
    return kind.fields.find((field) => field.id === part)?.label ?? part
  }
  const words = sets.map((set) => set.map(label).join(' en '))
  return words.filter((one) => !words.some((other) => other.startsWith(`${one} of `))).join(', of ')
}
