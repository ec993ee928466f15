import { z } from 'zod'
import type { Reader, Writer } from '../store/database.ts'
import { ledgerState } from '../store/linkDecisions.ts'
import { readStage, saveStage } from '../store/linkStages.ts'
import type { Joined } from './joinPersons.ts'
import { companyModel } from './linkCompanies.ts'

/** Goes up when companies come to be joined in another way. */
const JOINING = 3

const Facts = z.object({
  basis: z.string(),
  pairs: z.object({ compared: z.number(), linked: z.number(), proposed: z.number(), refused: z.number() }),
  sizes: z.array(z.tuple([z.number(), z.number()])),
  remarks: z.array(z.string()),
})

/** What came of the last run, while no row it rests on changed and no decision was taken; rows that came since stand after one. */
export interface CompaniesDone {
  joined: Joined
  lastRecord: number
}

export function joinedBefore(reader: Reader): CompaniesDone | null {
  const done = readStage(reader, 'companies')
  if (!done) return null
  const { basis, pairs, sizes, remarks } = Facts.parse(JSON.parse(done.facts))
  return basis === basisOf(reader) ? { joined: { pairs, sizes: new Map(sizes), remarks, touched: new Set() }, lastRecord: done.lastRecord } : null
}

export function rememberCompanies(writer: Writer, { pairs, sizes, remarks }: Joined): void {
  saveStage(writer, 'companies', JSON.stringify({ basis: basisOf(writer), pairs, sizes: [...sizes], remarks }))
}

function basisOf(reader: Reader): string {
  return `${JOINING} ${companyModel.version} ${ledgerState(reader).newest}`
}
