import { z } from 'zod'
import { SourceDate } from './entity.ts'

/** What a field holds; each type has one reader in `electron/engine/normalise`. */
export const FieldType = z.enum([
  'text', 'name', 'integer', 'decimal', 'money', 'date', 'yesno', 'fraction-part',
  'kvk', 'branch-number', 'rsin', 'bsn', 'bag-id', 'sbi', 'postcode', 'house-number',
  'house-letter', 'house-suffix', 'street', 'city', 'address-line', 'coordinate', 'choice',
])
export type FieldType = z.infer<typeof FieldType>

/** One field of an import kind, as declared in `resources/kinds/*.json`. */
export const FieldDefinition = z.object({
  /** also the column in the vault */
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: z.string(),
  type: FieldType,
  required: z.boolean().default(false),
  /** headings seen in practice, lower case, without punctuation */
  synonyms: z.array(z.string()),
  /** for `choice`: stored value → spellings */
  choices: z.record(z.string(), z.array(z.string())).optional(),
})
export type FieldDefinition = z.infer<typeof FieldDefinition>

/** A kind of delivery (soort levering): declared in one place, read by mapping, import, dry run and documentation. */
export const KindDefinition = z.object({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  label: z.string(),
  explanation: z.string(),
  table: z.string().regex(/^[a-z][a-z_]*$/),
  /** shared groups of fields from `resources/kinds/groups.json`: address, person */
  groups: z.array(z.enum(['address', 'person'])).default([]),
  fields: z.array(FieldDefinition),
  /** at least one of these sets of fields must be mapped and filled */
  identifiedBy: z.array(z.array(z.string()).min(1)).min(1),
})
export type KindDefinition = z.infer<typeof KindDefinition>

export const KindSummary = z.object({
  id: z.string(),
  label: z.string(),
  explanation: z.string(),
  fields: z.array(z.object({ id: z.string(), label: z.string(), required: z.boolean() })),
})
export type KindSummary = z.infer<typeof KindSummary>

/** Which field a column goes to, with the reason the reader had; `field: null` is a dropped column. */
export const ColumnMapping = z.object({
  column: z.number().int().min(0),
  heading: z.string(),
  field: z.string().nullable(),
  reason: z.string(),
})
export type ColumnMapping = z.infer<typeof ColumnMapping>

/** How one sheet is to be taken in. */
export const SheetMapping = z.object({
  sheet: z.string(),
  kind: z.string(),
  /** 1-based row of the headings */
  headerRow: z.number().int().min(1),
  columns: z.array(ColumnMapping),
  supplier: z.string().trim().min(1).max(80),
  referenceDate: SourceDate.nullable(),
})
export type SheetMapping = z.infer<typeof SheetMapping>

/** One sheet as the reader sees it, with its proposal. */
export const SheetView = z.object({
  name: z.string(),
  isHidden: z.boolean(),
  rows: z.number().int(),
  sample: z.array(z.array(z.string())),
  proposal: SheetMapping.nullable(),
  /** what is not taken in and why: outside the whitelist, or never allowed (nationality and the like) */
  dropped: z.array(z.object({ heading: z.string(), reason: z.enum(['not-listed', 'forbidden', 'duplicate', 'empty']) })),
  /** required fields no column was found for, as Dutch labels */
  missing: z.array(z.string()),
  remarks: z.array(z.string()),
})
export type SheetView = z.infer<typeof SheetView>

export const WorkbookView = z.object({
  file: z.string(),
  bytes: z.number(),
  hash: z.string(),
  /** in words: `CSV, puntkomma, Windows-1252` */
  readAs: z.string(),
  sheets: z.array(SheetView),
  /** deliveries that already came from a file with this hash */
  earlier: z.array(z.object({ deliveryId: z.number().int(), at: z.string(), sheet: z.string() })),
})
export type WorkbookView = z.infer<typeof WorkbookView>

/** What happened to a row or value; every one can be followed to sheet, row and column. */
export const RowIssue = z.object({
  sheet: z.string(),
  row: z.number().int(),
  /** spreadsheet letter, empty when the whole row is meant */
  column: z.string(),
  heading: z.string(),
  value: z.string(),
  severity: z.enum(['refused', 'repaired', 'ignored']),
  reason: z.string(),
})
export type RowIssue = z.infer<typeof RowIssue>

export const SheetReport = z.object({
  deliveryId: z.number().int().nullable(),
  sheet: z.string(),
  kind: z.string(),
  kindLabel: z.string(),
  rowsRead: z.number().int(),
  accepted: z.number().int(),
  repaired: z.number().int(),
  refused: z.number().int(),
  /** true when this file, sheet and mapping were taken in before and nothing was changed */
  isRepeat: z.boolean(),
  dropped: SheetView.shape.dropped,
  /** the first 200; all of them through `sources.issues` */
  issues: z.array(RowIssue),
})
export type SheetReport = z.infer<typeof SheetReport>

export const ImportReport = z.object({ file: z.string(), hash: z.string(), sheets: z.array(SheetReport) })
export type ImportReport = z.infer<typeof ImportReport>
