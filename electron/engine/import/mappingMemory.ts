import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ColumnMapping, SheetMapping } from '#shared/model/source.ts'
import { formatDay } from '#shared/text/format.ts'
import type { CallContext } from '../context.ts'
import { compactHeading } from '../normalise/headings.ts'
import type { Reader, Writer } from '../store/database.ts'
import { addSavedMapping, newestMapping } from '../store/savedMappings.ts'
import { forbiddenSort } from './kinds.ts'
import { isReasonHeading } from './reasonColumn.ts'

/** A column of a remembered mapping: which heading, and which of the columns with that heading, goes to which field. */
export const SavedColumn = z.strictObject({ heading: z.string().max(400), place: z.number().int().min(0), field: z.string().nullable() })
export type SavedColumn = z.infer<typeof SavedColumn>

/**
 * The shape of a delivery: its headings in any order. The kind is not part of it, because the same headings may be settled as another
 * kind; nor is the column with reasons, so that mended rows are read as their delivery was.
 */
export function headingShape({ columns }: { columns: readonly Pick<ColumnMapping, 'heading'>[] }): string {
  const headings = columns.filter(({ heading }) => !isReasonHeading(heading)).map(({ heading }) => compactHeading(heading)).filter((text) => text !== '')
  return createHash('sha256').update(JSON.stringify(headings.sort())).digest('hex')
}

/** Columns by heading, so that a mapping still fits when a column moved. */
export function savedColumns(columns: readonly ColumnMapping[]): SavedColumn[] {
  const places = new Map<string, number>()
  return columns.map(({ heading, field }) => {
    const text = compactHeading(heading)
    const place = places.get(text) ?? 0
    places.set(text, place + 1)
    return { heading, place, field }
  })
}

/** Remembers a mapping that was used; an equal one is no new version. */
export function rememberMapping(writer: Writer, mapping: SheetMapping, { actor, now }: Pick<CallContext, 'actor' | 'now'>): void {
  const shape = headingShape(mapping)
  const columns = JSON.stringify(savedColumns(mapping.columns))
  const before = newestMapping(writer, shape)
  if (before?.kind === mapping.kind && before.columns === columns) return
  addSavedMapping(writer, { shape, version: (before?.version ?? 0) + 1, kind: mapping.kind, headerRow: mapping.headerRow, columns, account: actor.account, name: actor.name, at: now })
}

export interface RememberedMapping {
  kind: string
  version: number
  by: string
  at: string
  columns: SavedColumn[]
}

/** The newest mapping that was used for a sheet with these headings. */
export function rememberedMapping(reader: Reader, columns: readonly Pick<ColumnMapping, 'heading'>[]): RememberedMapping | null {
  const saved = newestMapping(reader, headingShape({ columns }))
  if (!saved) return null
  return { kind: saved.kind, version: saved.version, by: saved.name, at: saved.at, columns: z.array(SavedColumn).parse(JSON.parse(saved.columns)) }
}

/** A proposal with the fields people gave these headings before; where that is what was proposed already, the reason stays. */
export function asRemembered(proposed: readonly ColumnMapping[], remembered: RememberedMapping): ColumnMapping[] {
  const fields = new Map(remembered.columns.map(({ heading, place, field }) => [`${compactHeading(heading)} ${place}`, field]))
  const why = `onthouden van ${formatDay(remembered.at)} (versie ${remembered.version})`
  return savedColumns(proposed).flatMap(({ heading, place }, i) => {
    const column = proposed[i]
    if (!column) return []
    const field = fields.get(`${compactHeading(heading)} ${place}`)
    if (field === undefined || field === column.field || forbiddenSort(heading) !== null) return [column]
    return [{ ...column, field, reason: why }]
  })
}
