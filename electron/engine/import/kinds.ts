import type { KindSummary } from '#shared/model/source.ts'
import { FieldGroups, ForbiddenColumns, KindDefinition, type FieldDefinition } from '#shared/model/source.ts'
import { normaliseHeading } from '../normalise/headings.ts'
import { ProblemError } from '../problem.ts'
import { listResources, readResource } from '../resources.ts'

/** A field with everything its column may be called, normalised. */
export interface KindField extends FieldDefinition {
  headings: readonly { text: string; shown: string }[]
}

/** A kind with the fields of its groups behind its own. */
export interface Kind extends Omit<KindDefinition, 'fields'> {
  fields: readonly KindField[]
  /** ids of the fields that are not of a group, and so say something of the kind */
  own: ReadonlySet<string>
  /** ids of the parts of an address, which nearly every kind has room for */
  ofAddress: ReadonlySet<string>
}

const GROUPS = 'groups.json'
let known: ReadonlyMap<string, Kind> | null = null

/** All kinds by id, read once from `resources/kinds`; own fields before those of the groups. */
export function loadKinds(): ReadonlyMap<string, Kind> {
  known ??= readKinds()
  return known
}

function readKinds(): ReadonlyMap<string, Kind> {
  const groups = readResource(FieldGroups, 'kinds', GROUPS)
  const ofAddress = new Set(groups.address.map(({ id }) => id))
  const files = listResources('kinds').filter((name) => name !== GROUPS)
  const kinds = files.map((file): Kind => {
    const definition = readResource(KindDefinition, 'kinds', file)
    return { ...definition, fields: [...definition.fields, ...definition.groups.flatMap((group) => groups[group])].map(withHeadings), own: new Set(definition.fields.map(({ id }) => id)), ofAddress }
  })
  return new Map(kinds.map((kind) => [kind.id, kind]))
}

function withHeadings(field: FieldDefinition): KindField {
  const shown = [field.id, field.label, ...field.synonyms]
  return { ...field, headings: shown.map((one) => ({ text: normaliseHeading(one), shown: one })) }
}

/** @throws ProblemError `kind-unknown` */
export function kindOf(id: string): Kind {
  const kind = loadKinds().get(id)
  if (!kind) throw new ProblemError('kind-unknown', { kind: id.slice(0, 40) })
  return kind
}

/** What the window shows of the kinds. */
export function listKinds(): KindSummary[] {
  return [...loadKinds().values()].map(({ id, label, explanation, fields }) => ({
    id,
    label,
    explanation,
    fields: fields.map((field) => ({ id: field.id, label: field.label, required: field.required })),
  }))
}

const judged = new Map<string, string | null>()
const REMEMBERED = 5000
let forbiddenWords: ReadonlyMap<string, string> | null = null

/**
 * The sort of data a heading stands for when it never may enter (nationality, birthplace, descent, religion, health …), else null.
 * A heading is forbidden when it equals such a word or holds it as whole words: `Nationaliteit eigenaar`.
 */
export function forbiddenSort(heading: string): string | null {
  forbiddenWords ??= new Map(
    readResource(ForbiddenColumns, 'forbidden-columns.json').flatMap(({ sort, words }) => words.map((word): [string, string] => [normaliseHeading(word), sort])),
  )
  const before = judged.get(heading)
  if (before !== undefined) return before
  const padded = ` ${normaliseHeading(heading)} `
  const compact = padded.replaceAll(' ', '')
  const found = [...forbiddenWords].find(([word]) => padded.includes(` ${word} `) || compact === word.replaceAll(' ', ''))
  const sort = found?.[1] ?? null
  if (judged.size < REMEMBERED) judged.set(heading, sort)
  return sort
}
