import { z } from 'zod'
import { ImportReport, KindSummary, RowIssue, SheetChoice, SheetMapping, WorkbookView } from '../model/source.ts'
import { SourceDate, SourceRef } from '../model/entity.ts'
import { job, query } from './procedure.ts'

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
  rowsRead: z.number(),
  accepted: z.number(),
  repaired: z.number(),
  refused: z.number(),
})
export type Delivery = z.infer<typeof Delivery>

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
    logs: (input) => ({ action: 'sources-import', object: input.sheets.map((s) => s.kind).join(', ') }),
    writes: ['sources', 'index'],
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
  /** One accepted row: every value with the heading it stood under and what was repaired. */
  'sources.row': query(
    z.object({ recordId: z.number().int() }),
    z.object({
      source: SourceRef,
      kindLabel: z.string(),
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
