import { z } from 'zod'
import { SourceDate } from './entity.ts'

/** What a field holds; each type has one reader in `electron/engine/normalise`. */
export const FieldType = z.enum([
  'text', 'name', 'integer', 'number', 'money', 'date', 'yesno', 'share', 'choice',
  'kvk', 'branch-number', 'rsin', 'bsn', 'bag-id', 'woz-object', 'cadastral-id', 'sbi', 'coordinate',
  // one cell that fills several columns
  'party', 'person-name',
  // a part of a Dutch address as written; all parts of a row are read together
  'address-part',
  'area-code', 'geometry',
  // text that is kept apart from the row, in another compartment
  'sealed',
])
export type FieldType = z.infer<typeof FieldType>

/** One field of an import kind, as declared in `resources/kinds/*.json`. */
export const FieldDefinition = z.strictObject({
  /** also the column in the vault */
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: z.string(),
  type: FieldType,
  /** a row without it is refused */
  required: z.boolean().default(false),
  /** headings seen in practice; compared without case, accents and punctuation */
  synonyms: z.array(z.string()),
  /** for `choice`: stored value → spellings */
  choices: z.record(z.string(), z.array(z.string())).optional(),
  /** for `choice`: what a spelling that is not listed becomes; without it the value is left out */
  otherwise: z.string().optional(),
  /** for `bag-id`: the object types that may stand here, positions 5 and 6 of the number */
  objectTypes: z.array(z.string().regex(/^\d\d$/)).optional(),
  /** for `sbi`: whether the letter of a section may stand here, as in the classification itself */
  sections: z.boolean().optional(),
  /** for `date`: only days that have been, up to that of the import: when something was seen, done or decided */
  past: z.boolean().optional(),
  /** bounds of an `integer` or a `number`; beyond them the value is left out, and a zero below them says that nothing is known */
  lowest: z.number().optional(),
  highest: z.number().optional(),
})
export type FieldDefinition = z.infer<typeof FieldDefinition>

/** A kind of delivery (soort levering): declared in one place, read by mapping, import, dry run and documentation. */
export const KindDefinition = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  label: z.string(),
  explanation: z.string(),
  table: z.string().regex(/^[a-z][a-z_]*$/),
  /** words in the name of a file or sheet that point to this kind */
  names: z.array(z.string()),
  /** shared groups of fields from `resources/kinds/groups.json`: address, person */
  groups: z.array(z.enum(['address', 'person'])).default([]),
  fields: z.array(FieldDefinition),
  /** at least one of these sets must be filled in a row; `address` and `person` stand for a usable address or person */
  identifiedBy: z.array(z.array(z.string()).min(1)).min(1),
  /**
   * what tells the rows of one source apart, to compare a delivery with the one before it: the first of these lists that is filled in
   * a row counts; `address`, `person` and `party` stand for all columns of an address, a person or a person or company
   */
  keys: z.array(z.array(z.string()).min(1)).min(1),
  /** what follows from a value where the other field is empty: a cleared plantation is hennep */
  implies: z.array(z.strictObject({ field: z.string(), is: z.array(z.string()), then: z.string(), value: z.string() })).default([]),
  /** what a delivery as a rule is: `all` there is, so that rows that are not in it have ended, or `more` beside what came before */
  delivers: z.enum(['all', 'more']).default('more'),
  /** who delivers this kind as a rule */
  supplier: z.string().optional(),
  /** field that takes the name of the supplier when the delivery does not give it */
  supplierField: z.string().optional(),
})
export type KindDefinition = z.infer<typeof KindDefinition>

/** The groups of fields that several kinds share; address parts go to the columns `given_*`. */
export const FieldGroups = z.strictObject({ address: z.array(FieldDefinition), person: z.array(FieldDefinition) })
export type FieldGroups = z.infer<typeof FieldGroups>

/** Headings of data that never may enter, with the sort of data they hold; `resources/forbidden-columns.json`. */
export const ForbiddenColumns = z.array(z.strictObject({ sort: z.string(), words: z.array(z.string()).min(1) }))
export type ForbiddenColumns = z.infer<typeof ForbiddenColumns>

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

/** Which delivery of the same source came before, and whether this one is the whole state, so that rows that are not in it have ended. */
export const Follows = z.object({ deliveryId: z.number().int(), isComplete: z.boolean() })
export type Follows = z.infer<typeof Follows>

/** How the bytes of a text file become cells. */
export const TextReading = z.object({
  separator: z.string().min(1).max(4),
  /** around a value that holds the separator; empty for none */
  quote: z.enum(['"', "'", '']),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
})
export type TextReading = z.infer<typeof TextReading>

/** How one sheet is to be taken in. */
export const SheetMapping = z.object({
  sheet: z.string(),
  kind: z.string(),
  /** 1-based row of the headings */
  headerRow: z.number().int().min(1),
  columns: z.array(ColumnMapping),
  supplier: z.string().trim().min(1).max(80),
  referenceDate: SourceDate.nullable(),
  /** null: the first delivery of its source */
  follows: Follows.nullish(),
  /** only of a text file */
  text: TextReading.optional(),
  /** letters such as Ã« for ë are taken in as they stand instead of mended */
  keepsGarbled: z.boolean().optional(),
})
export type SheetMapping = z.infer<typeof SheetMapping>

/** Why a column is not taken in. */
export const DroppedColumn = z.object({
  heading: z.string(),
  reason: z.enum(['not-listed', 'forbidden', 'duplicate', 'empty']),
})
export type DroppedColumn = z.infer<typeof DroppedColumn>

/** One sheet as the reader sees it, with its proposal. */
export const SheetView = z.object({
  name: z.string(),
  isHidden: z.boolean(),
  /** rows the sheet says it has, headings included; a CSV counts its lines */
  rows: z.number().int(),
  /** the first rows as text, from row 1 */
  sample: z.array(z.array(z.string())),
  proposal: SheetMapping.nullable(),
  /** what is not taken in and why: outside the whitelist, or never allowed (nationality and the like) */
  dropped: z.array(DroppedColumn),
  /** required fields no column was found for, as Dutch labels */
  missing: z.array(z.string()),
  /** without a proposal: the kinds the sheet may be of, as Dutch labels; one when nothing else has room for it, but its headings say too little */
  doubt: z.array(z.string()),
  /** the headings were read from two rows, of which the lower is the one the proposal names */
  isDoubleHeader: z.boolean(),
  /** cells among the first rows with letters such as Ã« for ë */
  garbled: z.number().int(),
  remarks: z.array(z.string()),
})
export type SheetView = z.infer<typeof SheetView>

/** What the user settled for a sheet before it is proposed anew; null leaves it to the reader. */
export const SheetChoice = z.object({
  sheet: z.string(),
  kind: z.string().nullable(),
  headerRow: z.number().int().min(1).nullable(),
  isDoubleHeader: z.boolean().optional(),
  /** who delivers it; decides which earlier delivery it can follow */
  supplier: z.string().optional(),
  /** for a text file; left out it is found out */
  text: TextReading.optional(),
})
export type SheetChoice = z.infer<typeof SheetChoice>

export const WorkbookView = z.object({
  file: z.string(),
  bytes: z.number(),
  hash: z.string(),
  /** in words: `CSV, puntkomma, Windows-1252` */
  readAs: z.string(),
  /** null when it is no text file */
  text: TextReading.nullable(),
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
  /** `refused`: the row is not taken in; `repaired`: the value is, in another form; `ignored`: the row is, without this value */
  severity: z.enum(['refused', 'repaired', 'ignored']),
  reason: z.string(),
})
export type RowIssue = z.infer<typeof RowIssue>

/** A row that is new, changed or gone since the delivery before, with what it says now and said before. */
export const RowChange = z.object({
  what: z.enum(['new', 'changed', 'gone']),
  /** row in this delivery; of a row that is gone, in the delivery it came with */
  row: z.number().int(),
  /** the filled fields; of a changed row those that differ, and what it is known by */
  values: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
})
export type RowChange = z.infer<typeof RowChange>

/** What a delivery does to the state of its source. */
export const DeliveryChange = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  gone: z.number().int(),
  unchanged: z.number().int(),
  /** the first of each */
  examples: z.array(RowChange),
})
export type DeliveryChange = z.infer<typeof DeliveryChange>

/** Issues of one column with one reason. */
export const IssueGroup = z.object({
  column: z.string(),
  heading: z.string(),
  severity: z.enum(['refused', 'repaired', 'ignored']),
  reason: z.string(),
  count: z.number().int(),
  firstRow: z.number().int(),
})
export type IssueGroup = z.infer<typeof IssueGroup>

export const SheetReport = z.object({
  deliveryId: z.number().int().nullable(),
  sheet: z.string(),
  kind: z.string(),
  kindLabel: z.string(),
  /** rows with content below the headings = accepted + refused + ignored */
  rowsRead: z.number().int(),
  accepted: z.number().int(),
  /** accepted rows of which at least one value was repaired */
  repaired: z.number().int(),
  refused: z.number().int(),
  /** rows that are no data: totals, repeated headings, notes below the table */
  ignored: z.number().int(),
  /** rows among those read that do not show in the workbook, because they are hidden or filtered away */
  hiddenRows: z.number().int(),
  /** headings of columns that were read and do not show in the workbook */
  hiddenColumns: z.array(z.string()),
  /** true when this file, sheet and mapping were taken in before and nothing was changed */
  isRepeat: z.boolean(),
  dropped: z.array(DroppedColumn),
  /** all issues of this sheet, of which `issues` shows the first 200; all of them through `sources.issues` */
  issueCount: z.number().int(),
  /** the same, counted by column and reason, most frequent first */
  groups: z.array(IssueGroup),
  /** null for the first delivery of a source, and for a repeat */
  change: DeliveryChange.nullable(),
  /** of a delivery of areas: names of those of the same level and gemeente that it does not have, and that stay */
  areasLeft: z.array(z.string()),
  issues: z.array(RowIssue),
})
export type SheetReport = z.infer<typeof SheetReport>

export const ImportReport = z.object({ file: z.string(), hash: z.string(), sheets: z.array(SheetReport) })
export type ImportReport = z.infer<typeof ImportReport>
