import { z } from 'zod'

/** One version of a remembered mapping: which heading goes to which field. */
export const MappingVersion = z.object({
  version: z.number().int(),
  kind: z.string(),
  kindLabel: z.string(),
  headerRow: z.number().int(),
  by: z.string(),
  at: z.string(),
  /** `field` is the label of the field; null for a column that is not read */
  columns: z.array(z.object({ heading: z.string(), field: z.string().nullable() })),
})
export type MappingVersion = z.infer<typeof MappingVersion>

/** What is remembered for one shape of delivery: for files with the same headings. */
export const RememberedShape = z.object({
  /** hash over the headings */
  shape: z.string(),
  /** newest first; never empty */
  versions: z.array(MappingVersion).min(1),
})
export type RememberedShape = z.infer<typeof RememberedShape>

/** One thing that one version of a mapping says and another says otherwise; null for a column that is not read. */
export interface MappingDifference {
  /** a heading of the file; empty for the mapping as a whole */
  heading: string
  before: string | null
  after: string | null
}

/** What changes when one version gives way to another. Of two columns with the same heading the first is compared with the first. */
export function mappingDifferences(before: MappingVersion, after: MappingVersion): MappingDifference[] {
  const differences: MappingDifference[] = []
  if (before.kind !== after.kind) differences.push({ heading: '', before: before.kindLabel, after: after.kindLabel })
  const known = numbered(before)
  for (const [name, { heading, field }] of numbered(after)) {
    const old = known.get(name)?.field ?? null
    if (old !== field) differences.push({ heading, before: old, after: field })
  }
  return differences
}

function numbered({ columns }: MappingVersion): Map<string, MappingVersion['columns'][number]> {
  const seen = new Map<string, number>()
  return new Map(
    columns.map((column) => {
      const place = (seen.get(column.heading) ?? 0) + 1
      seen.set(column.heading, place)
      return [`${column.heading} ${place}`, column]
    }),
  )
}
