import { z } from 'zod'
import type { MappingVersion, RememberedShape } from '#shared/model/mappingVersion.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import type { Reader, Writer } from '../store/database.ts'
import { addSavedMapping, allMappings, newestMapping, savedMappingOf, type SavedMapping } from '../store/savedMappings.ts'
import { forbiddenSort, loadKinds } from './kinds.ts'
import { SavedColumn } from './mappingMemory.ts'

/** Every mapping that is remembered, per shape of delivery with all its versions, the shape that was used last first. */
export function listMappings(reader: Reader): RememberedShape[] {
  const shapes = Map.groupBy(allMappings(reader), ({ shape }) => shape)
  return [...shapes].map(([shape, versions]) => ({ shape, versions: versions.map(toVersion) }))
}

function toVersion({ version, kind, headerRow, columns, name, at }: SavedMapping): MappingVersion {
  const known = loadKinds().get(kind)
  const labels = new Map(known?.fields.map(({ id, label }) => [id, label]))
  const saved = z.array(SavedColumn).parse(JSON.parse(columns))
  return {
    version, kind, kindLabel: known?.label ?? kind, headerRow, by: name, at,
    columns: saved.map(({ heading, field }) => ({ heading, field: field === null ? null : (labels.get(field) ?? field) })),
  }
}

/**
 * Makes an earlier version count again: it becomes the newest, and all that lie between stay.
 * @returns the number of the version that counts now
 * @throws ProblemError `not-found` when there is no such version, or its kind is no longer known
 */
export function restoreMapping(writer: Writer, shape: string, version: number, { actor, now }: Pick<CallContext, 'actor' | 'now'>): number {
  const [wanted, newest] = [savedMappingOf(writer, shape, version), newestMapping(writer, shape)]
  const columns = wanted ? allowedColumns(wanted.kind, z.array(SavedColumn).parse(JSON.parse(wanted.columns))) : null
  if (!wanted || !newest || columns === null) throw new ProblemError('not-found', { what: 'Deze versie van de toewijzing' })
  if (newest.kind === wanted.kind && newest.columns === columns) return newest.version
  addSavedMapping(writer, { ...wanted, version: newest.version + 1, columns, account: actor.account, name: actor.name, at: now })
  return newest.version + 1
}

/** Columns as JSON, without fields the kind does not have and without any for a heading that never may be read; null for an unknown kind. */
export function allowedColumns(kind: string, columns: readonly SavedColumn[]): string | null {
  const fields = new Set(loadKinds().get(kind)?.fields.map(({ id }) => id))
  if (fields.size === 0) return null
  return JSON.stringify(columns.map((column) => (column.field !== null && (!fields.has(column.field) || forbiddenSort(column.heading) !== null) ? { ...column, field: null } : column)))
}
