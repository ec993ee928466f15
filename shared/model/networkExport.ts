import { z } from 'zod'

/** How confidential an export is; it stands on every page and in every file. */
export const Confidentiality = z.enum(['internal', 'confidential', 'secret'])
export type Confidentiality = z.infer<typeof Confidentiality>

/** Columns of the table of what is shown. */
export const NodeColumn = z.enum(['kind', 'label', 'detail', 'references', 'key'])
export type NodeColumn = z.infer<typeof NodeColumn>
export const LinkColumn = z.enum(['from', 'relation', 'label', 'to', 'start', 'end', 'strength', 'ground', 'file', 'sheet', 'row', 'supplier', 'referenceDate', 'fromKey', 'toKey'])
export type LinkColumn = z.infer<typeof LinkColumn>

/** `csv` holds one of the two tables, `xlsx` both. */
export const NetworkFormat = z.enum(['graphml', 'gexf', 'anx', 'csv', 'xlsx'])
export type NetworkFormat = z.infer<typeof NetworkFormat>
