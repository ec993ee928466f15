import { z } from 'zod'
import { ImportReport, KindSummary, RowIssue, SheetChoice, SheetMapping, WorkbookView } from '../model/source.ts'
import { RememberedShape } from '../model/mappingVersion.ts'
import { SourceDate, SourceRef } from '../model/entity.ts'
import { deliveryKindName } from '../text/deliveryKinds.ts'
import { command, job, query } from './procedure.ts'

const sourcing = { roles: ['director', 'analyst', 'admin'], compartment: 'sources' } as const

export const Delivery = z.object({
  id: z.number().int(),
  kind: z.string(),
  kindLabel: z.string(),
  file: z.string(),
  sheet: z.string(),
  supplier: z.string(),
  referenceDate: SourceDate.nullable(),
  at: z.string(),
  by: z.string(),
  /** why it was taken in, as its label */
  purpose: z.string(),
  /** SHA-256 of the file, hex */
  hash: z.string(),
  rowsRead: z.number(),
  accepted: z.number(),
  repaired: z.number(),
  refused: z.number(),
  /** the first delivery of its source */
  seriesId: z.number().int(),
  added: z.number(),
  changed: z.number(),
  gone: z.number(),
  unchanged: z.number(),
  /** set when it was withdrawn: its rows are no longer in the vault */
  withdrawnAt: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
})
export type Delivery = z.infer<typeof Delivery>

/** What used a delivery, shown before it is withdrawn. */
export const DeliveryUse = z.object({
  /** accepted rows that would go */
  rows: z.number().int(),
  /** later deliveries of the same source, oldest first */
  later: z.array(z.object({ deliveryId: z.number().int(), file: z.string(), at: z.string() })),
  /** cases with statements that name its rows, or subjects put together from them */
  cases: z.array(z.object({ number: z.string(), title: z.string(), statements: z.number().int(), subjects: z.number().int() })),
  /** what left the vault of those cases since */
  exports: z.array(z.object({ number: z.string(), at: z.string(), recipients: z.string() })),
  /** score sets made since it came in; they say that they are out of date */
  scoreSets: z.object({ count: z.number().int(), newest: z.string().nullable() }),
})
export type DeliveryUse = z.infer<typeof DeliveryUse>

export const sources = {
  'sources.kinds': query(z.object({}), z.array(KindSummary), { ...sourcing, purpose: false, logs: null, reads: [] }),
  /** How the reader reads a file, and the mapping it proposes; again with what the user settled per sheet. Nothing is stored. */
  'sources.inspect': job(z.object({ file: z.string(), choices: z.array(SheetChoice).default([]) }), WorkbookView, {
    ...sourcing,
    purpose: true,
    logs: () => ({ action: 'sources-inspect' }),
    writes: [],
  }),
  /** A dry run: the report an import would give; the vault stays as it is. */
  'sources.preview': job(z.object({ file: z.string(), sheets: z.array(SheetMapping).min(1) }), ImportReport, {
    ...sourcing,
    purpose: true,
    logs: () => ({ action: 'sources-inspect', object: 'proefinlezing' }),
    writes: [],
  }),
  /** Takes the mapped sheets in; all or nothing per file; the same file twice changes nothing. */
  'sources.import': job(z.object({ file: z.string(), sheets: z.array(SheetMapping).min(1) }), ImportReport, {
    ...sourcing,
    purpose: true,
    logs: (input) => ({ action: 'sources-import', object: input.sheets.map((sheet) => deliveryKindName(sheet.kind)).join(', ') }),
    writes: ['sources', 'index'],
  }),
  /** What used a delivery and would lose it. */
  'sources.use': query(z.object({ deliveryId: z.number().int() }), DeliveryUse, {
    ...sourcing,
    purpose: true,
    logs: (input) => ({ action: 'sources-view', object: `gebruik van levering ${input.deliveryId}` }),
    reads: ['sources', 'cases', 'scores'],
  }),
  /** Takes a delivery back with all that was linked from it; where links had been made they are made anew. */
  'sources.withdraw': job(z.object({ deliveryId: z.number().int(), reason: z.string().trim().min(10).max(500) }), z.object({ rows: z.number().int(), isLinkedAnew: z.boolean() }), {
    ...sourcing,
    purpose: true,
    logs: (input) => ({ action: 'sources-withdraw', object: `levering ${input.deliveryId}` }),
    writes: ['sources', 'index', 'scores', 'cases'],
  }),
  /** Writes the remembered mappings (headings and fields, no values) to a file. */
  'sources.exportMappings': job(z.object({ target: z.string() }), z.object({ mappings: z.number().int() }), {
    ...sourcing,
    purpose: false,
    logs: () => ({ action: 'mappings-export' }),
    writes: [],
  }),
  /** Takes remembered mappings over from such a file. */
  'sources.importMappings': job(z.object({ file: z.string() }), z.object({ mappings: z.number().int() }), {
    ...sourcing,
    purpose: false,
    logs: () => ({ action: 'mappings-import' }),
    writes: ['sources'],
  }),
  /** What is remembered per shape of delivery, with every version: headings, fields, and who settled it when. No values. */
  'sources.mappings': query(z.object({}), z.array(RememberedShape), { ...sourcing, purpose: false, logs: null, reads: ['sources'] }),
  /** Makes an earlier version of a remembered mapping count again, as a new version. */
  'sources.restoreMapping': command(z.object({ shape: z.string().max(100), version: z.number().int().min(1) }), z.object({ version: z.number().int() }), {
    ...sourcing,
    purpose: false,
    logs: (input) => ({ action: 'mapping-restore', object: `toewijzing ${input.shape.slice(0, 8)}, versie ${input.version}` }),
    writes: ['sources'],
  }),
  'sources.deliveries': query(z.object({}), z.array(Delivery), { ...sourcing, purpose: false, logs: null, reads: ['sources'] }),
  'sources.issues': query(
    z.object({ deliveryId: z.number().int(), offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) }),
    z.object({ issues: z.array(RowIssue), total: z.number().int() }),
    { ...sourcing, purpose: true, logs: (input) => ({ action: 'sources-view', object: `levering ${input.deliveryId}` }), reads: ['sources'] },
  ),
  /** Writes the refused rows in the layout of the source, with a column for the reason. */
  'sources.exportRefusals': job(z.object({ deliveryId: z.number().int(), target: z.string() }), z.object({ rows: z.number().int() }), {
    ...sourcing,
    purpose: true,
    logs: (input) => ({ action: 'refusals-export', object: `levering ${input.deliveryId}` }),
    writes: [],
  }),
  /** Writes what was refused, repaired or left out, a line each with sheet, row, column, value and reason. */
  'sources.exportIssues': job(z.object({ deliveryId: z.number().int(), target: z.string() }), z.object({ lines: z.number().int() }), {
    ...sourcing,
    purpose: true,
    logs: (input) => ({ action: 'issues-export', object: `levering ${input.deliveryId}` }),
    writes: [],
  }),
  /** One accepted row: every value with the heading it stood under and what was repaired. */
  'sources.row': query(
    z.object({ recordId: z.number().int() }),
    z.object({
      source: SourceRef,
      kindLabel: z.string(),
      /** ISO day from which the row holds, and until which when a later delivery ended it */
      validFrom: z.string(),
      validTo: z.string().nullable(),
      values: z.array(z.object({ heading: z.string(), label: z.string(), value: z.string(), original: z.string().nullable() })),
    }),
    {
      roles: ['director', 'analyst', 'bibobOfficer'],
      compartment: 'index',
      purpose: true,
      logs: (input) => ({ action: 'evidence-view', object: `bronrij ${input.recordId}` }),
      reads: ['sources'],
    },
  ),
}
