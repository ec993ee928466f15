import { splitKey, type EntityKey, type LinkKind } from '#shared/model/entity.ts'
import type { Ownership, OwnershipEnd } from '#shared/model/ownership.ts'
import type { CallContext } from '../context.ts'
import { expandNetwork } from '../graph/index.ts'
import { NOTHING, WHOLE, add, compare, multiply, toFraction, type Share } from '../normalise/fraction.ts'
import { ProblemError } from '../problem.ts'
import type { Reader } from '../store/database.ts'
import { companyFacts } from '../store/network.ts'
import { lookThrough, type Holding } from './flow.ts'
import { isPast, selfControlled, stepsBehind, type Step } from './steps.ts'
import { walk } from './walk.ts'

/** More companies than this no chain of holdings has; a larger one is cut and said so. */
const MOST_COMPANIES = 300

/** Who holds what of one address or company on the day. */
interface Held {
  key: EntityKey
  holders: Step[]
}

/**
 * Who is at the end of the ownership of an address or company: natural persons, legal persons without shareholders, and
 * what is not known; through holdings and foundations, the shares multiplied and added as exact fractions, circles looked
 * through. What is asked for stands by the day.
 * @param day ISO day on which it must have been so
 * @throws ProblemError `not-found`
 */
export function ownershipEnds(context: CallContext, key: EntityKey, day: string): Ownership {
  const { store } = context
  if (splitKey(key).kind === 'person') throw new ProblemError('bad-input', { field: 'key' })
  const { all, isCut } = collect(store, key, day)
  const holdersOf = new Map(all.map((held) => [held.key, held.holders]))
  const held = lookThrough(key, all.flatMap(knownHoldings))
  const { paths, cycles, isCut: hasMorePaths } = walk(key, (at) => holdersOf.get(at) ?? [])
  const vague = vagueHolders(all, holdersOf)
  const forms = legalForms(store, all.map((one) => one.key))
  // from all holders, not from the paths: those may be too many to walk, the ends are not
  const last = [...new Set(all.flatMap(({ holders }) => holders.flatMap((step) => step.key ?? [])))].filter((at) => (holdersOf.get(at) ?? []).length === 0)
  const ends = last.map((at): OwnershipEnd => {
    const ways = paths.filter((path) => path.at(-1)?.key === at)
    const kind = splitKey(at).kind === 'person' ? 'person' : selfControlled.has(forms.get(at) ?? '') ? 'entity' : 'unknown'
    return {
      key: at, end: kind, share: shareOf(held, at), isLeast: vague.has(at),
      paths: ways.map((path) => ({ keys: [key, ...path.flatMap((step) => step.key ?? [])], links: path.flatMap(({ linkId }) => linkId ?? []), share: product(path) })),
      leaders: kind === 'entity' ? leadersOf(store, at, day) : [],
    }
  })
  const rest = all.flatMap((one): OwnershipEnd[] => remainder(one, held))
  const keys = [...new Set([key, ...all.map((one) => one.key), ...last, ...ends.flatMap(({ leaders }) => leaders)])]
  const network = expandNetwork(context, { keys, depth: 0, filter: { kinds: ['shareholder', 'partner', 'owner', 'director'], from: day, to: day }, limit: keys.length })
  const labelOf = new Map(network.nodes.map((node) => [node.key, node.label]))
  const byName = (a: OwnershipEnd, b: OwnershipEnd) => (labelOf.get(a.key) ?? '').localeCompare(labelOf.get(b.key) ?? '', 'nl') || (a.key < b.key ? -1 : 1)
  return {
    nodes: network.nodes,
    links: network.links,
    ends: [...ends.sort(byName), ...rest.sort(byName)],
    remarks: [
      ...all.flatMap(({ key: at, holders }) => overWhole(labelOf.get(at) ?? '', holders)),
      ...[...new Set(cycles.flat())].map((at) => `${labelOf.get(at) ?? ''} ligt in een kring van aandelen; de aandelen zijn door de kring heen gerekend.`),
      ...(held === null ? ['Een kring van aandelen bezit zichzelf geheel: wie er buiten de kring iets van heeft, is niet te zeggen.'] : []),
      ...(hasMorePaths && !isCut ? ['De keten is te lang of te vertakt om elk pad te tonen; de aandelen zijn wel helemaal doorgerekend.'] : []),
      ...(isCut ? ['De keten is te lang om helemaal te volgen; er ontbreken bedrijven.'] : []),
    ],
  }
}

/** Everything between the subject and the ends, breadth first. */
function collect(store: Reader, start: EntityKey, day: string): { all: Held[]; isCut: boolean } {
  const all: Held[] = []
  const seen = new Set([start])
  for (const key of seen) {
    if (all.length >= MOST_COMPANIES) return { all, isCut: true }
    const kind = splitKey(key).kind
    if (kind === 'person') continue
    const kinds: LinkKind[] = kind === 'address' ? ['owner'] : ['shareholder', 'partner']
    const holders = newestPerHolder(stepsBehind(store, key, kinds).filter((step) => isOn(step, day)))
    all.push({ key, holders: wholeWhenAlone(holders) })
    for (const holder of holders) if (holder.key !== null) seen.add(holder.key)
  }
  return { all, isCut: false }
}

/** Whether a step stood on a day; what has no date counts as standing. */
function isOn({ start, end }: Step, day: string): boolean {
  return !isPast(end, day) && (start === null || start <= day.slice(0, start.length))
}

/** The same holder told by two deliveries holds once: what the newest row says. */
function newestPerHolder(steps: readonly Step[]): Step[] {
  const newest = new Map<EntityKey, Step>()
  for (const step of steps) {
    const known = step.key === null ? undefined : newest.get(step.key)
    if (step.key !== null && (!known || known.recordId < step.recordId)) newest.set(step.key, step)
  }
  return [...newest.values()]
}

/** The only partner of a business of one person is all of it. */
function wholeWhenAlone(holders: Step[]): Step[] {
  const [only, ...others] = holders
  return only && others.length === 0 && only.kind === 'partner' && only.share === null ? [{ ...only, share: WHOLE }] : holders
}

function knownHoldings({ key, holders }: Held): Holding<EntityKey>[] {
  return holders.flatMap((step) => (step.key !== null && step.share ? [{ holder: step.key, held: key, share: step.share }] : []))
}

/** Holders that hold something of which the size is not known, and everyone behind them. */
function vagueHolders(all: readonly Held[], holdersOf: ReadonlyMap<EntityKey, Step[]>): Set<EntityKey> {
  const vague = new Set(all.flatMap(({ holders }) => holders.flatMap((step) => (step.share === null && step.key !== null ? [step.key] : []))))
  // a set that grows while it is walked through visits what was added
  for (const key of vague) for (const { key: behind } of holdersOf.get(key) ?? []) if (behind !== null) vague.add(behind)
  return vague
}

function shareOf(held: Map<EntityKey, Share> | null, key: EntityKey): OwnershipEnd['share'] {
  const part = held?.get(key)
  return part && part.part !== 0n ? toFraction(part) : null
}

function product(path: readonly Step[]): OwnershipEnd['share'] {
  let whole: Share | null = WHOLE
  for (const { share } of path) whole = whole && share ? multiply(whole, share) : null
  return whole && toFraction(whole)
}

/** What of a company or address nobody is known to hold. */
function remainder({ key, holders }: Held, held: Map<EntityKey, Share> | null): OwnershipEnd[] {
  const known = sumOf(holders)
  const mine = held?.get(key)
  if (holders.length === 0 || !mine || compare(known, WHOLE) >= 0) return []
  const missing = add(WHOLE, { part: -known.part, whole: known.whole })
  return [{ key, end: 'rest', share: toFraction(multiply(missing, mine)), isLeast: false, paths: [], leaders: [] }]
}

function overWhole(label: string, holders: readonly Step[]): string[] {
  const sum = sumOf(holders)
  return compare(sum, WHOLE) > 0 ? [`De aandelen in ${label} tellen op tot ${sum.part}/${sum.whole}; dat kan niet: controleer de bronnen.`] : []
}

function sumOf(holders: readonly Step[]): Share {
  return holders.reduce((sum, step) => (step.share ? add(sum, step.share) : sum), NOTHING)
}

function legalForms(store: Reader, keys: readonly EntityKey[]): Map<EntityKey, string> {
  const ids = keys.map(splitKey).flatMap(({ kind, id }) => (kind === 'company' ? [id] : []))
  return new Map(companyFacts(store, ids).map(({ id, legalForm }) => [`company:${id}`, legalForm]))
}

/** The natural persons who lead a legal person without shareholders, through boards of companies. */
function leadersOf(store: Reader, key: EntityKey, day: string): EntityKey[] {
  const { paths } = walk(key, (at) => (splitKey(at).kind === 'company' ? stepsBehind(store, at, ['director']).filter((step) => isOn(step, day)) : []))
  return [...new Set(paths.flatMap((path) => path.at(-1)?.key ?? []))].filter((at) => splitKey(at).kind === 'person')
}
