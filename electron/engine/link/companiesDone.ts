import { z } from 'zod'
import { forgetMoved } from '../store/companyPlaces.ts'
import type { Reader, Writer } from '../store/database.ts'
import { newestLine } from '../store/linkDecisions.ts'
import { readPackedPart, savePackedPart } from '../store/linkIndex.ts'
import { readStage, saveStage } from '../store/linkStages.ts'
import type { CompaniesBeside } from './companiesBeside.ts'
import type { AskedPlaces, ToldPlace } from './companiesTold.ts'
import type { Joined } from './joinPersons.ts'
import { companyModel } from './linkCompanies.ts'

/** Goes up when companies come to be joined in another way. */
const JOINING = 12

const Facts = z.object({
  basis: z.string(),
  pairs: z.object({ compared: z.number(), linked: z.number(), proposed: z.number(), refused: z.number() }),
  sizes: z.array(z.tuple([z.number(), z.number()])),
  remarks: z.array(z.string()),
})

/** Apart from the stage, because it grows with the vault: triggers look the stage up at every row that comes in, and would read all of it. */
const PLACES = { part: 0, name: 'places' }
const Places = z.object({
  asked: z.array(z.tuple([z.number(), z.array(z.string())])),
  told: z.array(z.object({ kvk: z.number(), place: z.string(), isHome: z.boolean(), name: z.string() })),
  beside: z.array(z.tuple([z.number(), z.number()])),
})

/** Where companies without a number stand, what was told of those addresses, and the companies that were named beside who runs them. */
export interface PlacesDone {
  asked: AskedPlaces
  told: readonly ToldPlace[]
  beside: CompaniesBeside
}

/** What came of the last run, while no row it rests on changed and no decision was taken, and what was told then; rows that name a company and came since stand after one. */
export interface CompaniesDone extends PlacesDone {
  joined: Joined
  lastRecord: number
}

/** Null when all companies have to be joined anew. */
export function joinedBefore(reader: Reader): CompaniesDone | null {
  const done = readStage(reader, 'companies')
  if (!done) return null
  // an earlier version may have kept something of another shape
  const { data: facts } = Facts.safeParse(JSON.parse(done.facts))
  const places = readPlaces(reader)
  if (!facts || !places) return null
  const { basis, pairs, sizes, remarks } = facts
  return basis === basisOf(reader) ? { joined: { pairs, sizes: new Map(sizes), remarks, touched: new Set() }, lastRecord: done.lastRecord, ...places } : null
}

export function rememberCompanies(writer: Writer, { pairs, sizes, remarks }: Joined, { asked, told, beside }: PlacesDone): void {
  forgetMoved(writer)
  saveStage(writer, 'companies', JSON.stringify({ basis: basisOf(writer), pairs, sizes: [...sizes], remarks }))
  savePackedPart(writer, 'company', { ...PLACES, data: new TextEncoder().encode(JSON.stringify({ asked: [...asked], told, beside: [...beside] })) })
}

function readPlaces(reader: Reader): PlacesDone | undefined {
  const kept = readPackedPart(reader, 'company', PLACES)
  const { data: places } = kept ? Places.safeParse(JSON.parse(new TextDecoder().decode(kept))) : {}
  return places && { asked: new Map(places.asked), told: places.told, beside: new Map(places.beside) }
}

function basisOf(reader: Reader): string {
  return `${JOINING} ${companyModel.version} ${newestLine(reader, 'company')}`
}
