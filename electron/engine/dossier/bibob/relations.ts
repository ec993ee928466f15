import { BibobRelation, type BibobPath, type BibobRelations } from '#shared/contract/dossier.ts'
import { splitKey, type EntityKey } from '#shared/model/entity.ts'
import { enumerated } from '#shared/text/format.ts'
import { linkAddition, linkBackward, linkForward } from '#shared/text/links.ts'
import type { CallContext } from '../../context.ts'
import { ProblemError } from '../../problem.ts'
import type { Reader } from '../../store/database.ts'
import { sourceRef } from '../../store/provenance.ts'
import { chartOf } from './chart.ts'
import { collectPaths, type Collected } from './collect.ts'
import { departmentsOf } from './departments.ts'
import { toFraction } from '../../normalise/fraction.ts'
import { nameAll, type Named } from '../entityNames.ts'
import { companiesAmong, gapsOf, otherDossiers, premisesGaps, walkRemarks } from './remarks.ts'
import { isFormer, pathShare, rolesOf, totalShare } from './roles.ts'
import { chainKinds, isPast, selfControlled, stepsBehind, type Step } from '../../ownership/index.ts'
import { todayOf } from '../../today.ts'

const roleOrder = BibobRelation.shape.roles.element.options

/** The entity at the end of some paths, on one side of the applicant. */
interface Group {
  key: EntityKey | null
  written: string
  direction: BibobRelation['direction']
  paths: Step[][]
}

/** What is needed to put a relation into words. */
interface Scene {
  context: CallContext
  today: string
  applicant: EntityKey
  names: ReadonlyMap<EntityKey, Named>
}

/**
 * The relations of an applicant, company or person: who leads, controls, finances, represents or houses it, through
 * holdings up to the natural persons, and what it leads and controls itself. Ended relations stay in, marked.
 * @throws ProblemError `not-found`
 */
export function bibobRelations(context: CallContext, applicant: EntityKey): BibobRelations {
  const { store } = context
  if (splitKey(applicant).kind === 'address') throw new ProblemError('bad-input', { field: 'applicant' })
  const collected = collectPaths(store, applicant, (keys) => nameAll(store, keys))
  const groups = groupPaths(collected)
  const keys = [applicant, ...groups.flatMap(({ paths }) => paths.flat().flatMap(({ key }) => key ?? []))]
  const names = nameAll(store, keys)
  const named = names.get(applicant)
  if (!named) throw new ProblemError('not-found', { what: 'De betrokkene' })
  const scene: Scene = { context, today: todayOf(context), applicant, names }
  const relations = groups.map((group) => toRelation(scene, group)).sort(byImportance)
  return {
    applicant: { key: applicant, label: named.label, detail: named.detail },
    relations,
    picture: chartOf(context, applicant, groups.map(({ direction, paths }) => ({ direction, paths }))),
    remarks: remarksOn(scene, collected, relations),
  }
}

function groupPaths({ behind, below, around }: Collected): Group[] {
  const groups = new Map<string, Group>()
  const put = (direction: Group['direction'], path: Step[]): void => {
    const end = path.at(-1)
    if (!end) return
    const id = `${direction} ${end.key ?? `naam ${end.written}`}`
    const group = groups.get(id) ?? { key: end.key, written: end.written, direction, paths: [] }
    group.paths.push(path)
    groups.set(id, group)
  }
  for (const path of [...behind.paths, ...around]) put('behind', path)
  for (const path of below.paths) put('below', path)
  return [...groups.values()]
}

function toRelation(scene: Scene, group: Group): BibobRelation {
  const { context, names, today } = scene
  const { key, written, direction, paths } = group
  const named = key === null ? undefined : names.get(key)
  const total = totalShare(paths, today)
  return {
    key,
    label: named?.label ?? written,
    detail: named?.detail ?? 'genoemd in de akte, niet gekoppeld',
    direction,
    roles: roleOrder.filter((role) => paths.some((path) => rolesOf(path).includes(role))),
    end: direction === 'behind' && key !== null ? endOf(context.store, key, paths, named, today) : null,
    isFormer: paths.every((path) => isFormer(path, today)),
    share: total && toFraction(total),
    paths: paths.map((path) => toPath(scene, path)),
    departments: key === null ? [] : departmentsOf(context, key),
  }
}

function endOf(reader: Reader, key: EntityKey, paths: readonly Step[][], named: Named | undefined, today: string): BibobRelation['end'] {
  if (splitKey(key).kind === 'person') return 'person'
  const isOnChain = paths.some((path) => path.every(({ kind }) => chainKinds.includes(kind)))
  const isLed = stepsBehind(reader, key, chainKinds).some(({ end }) => !isPast(end, today))
  if (!isOnChain || isLed) return null
  return selfControlled.has(named?.legalForm ?? '') ? 'entity' : 'unknown'
}

function toPath({ context, today, applicant, names }: Scene, path: readonly Step[]): BibobPath {
  let before = names.get(applicant)?.label ?? ''
  const steps = path.map((step): BibobPath['steps'][number] => {
    const { pointsBack, written, start, end, strength, recordId } = step
    const label = (step.key === null ? undefined : names.get(step.key)?.label) ?? written
    const relation = `${pointsBack ? linkForward(step) : linkBackward(step)} ${before}${linkAddition(step)}`
    before = label
    return { label, relation, start, end, strength, source: sourceRef(context.store, recordId) }
  })
  const share = pathShare(path)
  return { steps, isFormer: isFormer(path, today), share: share && toFraction(share) }
}

function byImportance(a: BibobRelation, b: BibobRelation): number {
  const shortest = (relation: BibobRelation) => Math.min(...relation.paths.map(({ steps }) => steps.length))
  return (
    (a.direction === b.direction ? 0 : a.direction === 'behind' ? -1 : 1) ||
    Number(a.isFormer) - Number(b.isFormer) ||
    shortest(a) - shortest(b) ||
    a.label.localeCompare(b.label, 'nl') ||
    ((a.key ?? '') < (b.key ?? '') ? -1 : 1)
  )
}

function remarksOn({ context, today, applicant, names }: Scene, { behind, below, enterprises }: Collected, relations: readonly BibobRelation[]): string[] {
  const label = (key: EntityKey) => names.get(key)?.label ?? nameAll(context.store, [key]).get(key)?.label ?? ''
  const present = behind.paths.filter((path) => !isFormer(path, today))
  const companies = companiesAmong([applicant, ...enterprises.map(({ key }) => key), ...present.flat().flatMap(({ key }) => key ?? [])])
  const unconfirmed = new Set(relations.flatMap(({ paths }) => paths.flatMap(({ steps }) => steps.filter((step) => step.strength !== 'confirmed').map((step) => step.source.recordId))))
  const homeless = relations.filter((relation) => relation.key !== null && !relation.isFormer && relation.departments.length === 0)
  return [
    ...companies.flatMap((key) => {
      const named = names.get(key)
      return named ? gapsOf(context.store, key, named, today) : []
    }),
    ...enterprises.flatMap(({ key }) => premisesGaps(context.store, key, label)),
    ...otherDossiers(context, [applicant, ...relations.flatMap(({ key }) => key ?? [])], label),
    ...walkRemarks([behind, below], label),
    ...(unconfirmed.size === 0 ? [] : ['Niet elke stap is bevestigd: waar “vermoed” staat, berust hij op naam en geboortedatum of op naam alleen.']),
    ...(homeless.length === 0 ? [] : [`Van ${enumerated(homeless.map((relation) => relation.label))} is geen adres bekend; daarvoor is de verwijzindex niet bevraagd.`]),
  ]
}
