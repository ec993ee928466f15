import { z } from 'zod'
import type { Reader, Writer } from '../store/database.ts'
import { companyStamp } from '../store/entitiesCompany.ts'
import { ledgerState } from '../store/linkDecisions.ts'
import { forgetLinkDone, readLinkDone, saveLinkDone } from '../store/linkIndex.ts'
import type { Joined } from './joinPersons.ts'
import { companyModel } from './linkCompanies.ts'

/** Goes up when companies come to be joined in another way. */
const JOINING = 2

/** From so many rows on it pays to see first whether anything changed. */
const WORTH_SEEING = 10_000

const Facts = z.object({
  stamp: z.string(),
  pairs: z.object({ compared: z.number(), linked: z.number(), proposed: z.number(), refused: z.number() }),
  sizes: z.array(z.tuple([z.number(), z.number()])),
  remarks: z.array(z.string()),
})

/** What came of the last run, when no row that names a company and no decision came or went since; null when one did. */
export function joinedBefore(reader: Reader): Joined | null {
  const done = readLinkDone(reader, 'company')
  if (!done) return null
  const { stamp, pairs, sizes, remarks } = Facts.parse(JSON.parse(done.facts))
  return stamp === stampOf(reader) ? { pairs, sizes: new Map(sizes), remarks } : null
}

/** Remembers a run; not of a vault that is joined in a moment. */
export function rememberCompanies(writer: Writer, { pairs, sizes, remarks }: Joined, rows: number): void {
  if (rows < WORTH_SEEING) return forgetLinkDone(writer, 'company')
  saveLinkDone(writer, 'company', { lastRecord: 0, facts: JSON.stringify({ stamp: stampOf(writer), pairs, sizes: [...sizes], remarks }) })
}

function stampOf(reader: Reader): string {
  return JSON.stringify([JOINING, companyModel.version, ledgerState(reader).newest, companyStamp(reader)])
}
