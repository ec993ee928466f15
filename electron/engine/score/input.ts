import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { Blocklist, Indicator, IndicatorSet, PeerGroups, RiskBranches, type IndicatorBook } from '#shared/model/indicator.ts'
import { ScoreLevel } from '#shared/model/score.ts'
import type { DeliveryRow } from '../store/scoreInputs.ts'
import type { Counted } from './compose.ts'
import type { Tally } from './count.ts'
import type { Subject, Subjects } from './units.ts'

/** Everything the numbers of a set follow from. */
export interface ScoreInput {
  book: IndicatorBook
  delivered: readonly DeliveryRow[]
  referenceDate: string
  subjects: Subjects
  tallies: ReadonlyMap<string, Tally>
}

const PeerGroup = z.object({ key: z.string(), label: z.string() })
const StoredSubject = z.object({
  code: z.string(), name: z.string(), parent: z.object({ code: z.string(), name: z.string() }).nullable(), groups: z.array(PeerGroup),
  addresses: z.number(), locations: z.number(), parts: z.array(z.string()).optional(),
})
const Observations = z.array(z.tuple([z.string(), z.number(), z.number()]))
const Stored = z.object({
  book: z.object({ set: IndicatorSet, indicators: z.array(Indicator), blocklist: Blocklist, peers: PeerGroups, riskBranches: RiskBranches, hash: z.string() }),
  delivered: z.array(z.object({ kind: z.string(), supplier: z.string(), referenceDate: z.string().nullable(), received: z.string() })),
  referenceDate: z.string(),
  subjects: z.object({
    buurt: z.array(StoredSubject), wijk: z.array(StoredSubject), division: z.array(StoredSubject), group: z.array(StoredSubject),
    // absent from sets of before own areas could be listed, and then absent when they are computed again
    businessPark: z.array(StoredSubject).optional(), opsArea: z.array(StoredSubject).optional(),
  }),
  tallies: z.array(z.tuple([z.string(), z.array(z.tuple([ScoreLevel, Observations, z.string().nullable(), z.object({ share: z.number(), reason: z.string() }).nullable(), z.array(Observations).optional()]))])),
})

/** As it is kept with a set: compressed JSON, in which numbers keep every bit. Compressed quickly: somebody waits, and slowly it is a fifth smaller. */
export function packInput({ tallies, ...rest }: ScoreInput): Uint8Array {
  const stored: z.input<typeof Stored> = {
    ...rest,
    delivered: [...rest.delivered],
    subjects: mutable(rest.subjects),
    tallies: [...tallies].map(([id, tally]) => [
      id, [...tally].map(([level, { counts, newer, unavailable, silent }]) => (newer ? [level, toTriples(counts), unavailable, silent, newer.map(toTriples)] : [level, toTriples(counts), unavailable, silent])),
    ]),
  }
  return gzipSync(JSON.stringify(stored), { level: 1 })
}

function toTriples(counts: Counted['counts']): z.input<typeof Observations> {
  return [...counts].map(([code, { count, exposure }]) => [code, count, exposure])
}

function fromTriples(counts: z.output<typeof Observations>): Counted['counts'] {
  return new Map(counts.map(([code, count, exposure]) => [code, { count, exposure }]))
}

function mutable(subjects: Subjects): z.input<typeof Stored>['subjects'] {
  const copy = (of: readonly Subject[]) => of.map(({ parts, ...one }) => ({ ...one, groups: [...one.groups], ...(parts && { parts: [...parts] }) }))
  const { buurt, wijk, division, group, businessPark, opsArea } = subjects
  return {
    buurt: copy(buurt), wijk: copy(wijk), division: copy(division), group: copy(group),
    ...(businessPark && { businessPark: copy(businessPark) }), ...(opsArea && { opsArea: copy(opsArea) }),
  }
}

/** What {@link packInput} packed. */
export function unpackInput(packed: Uint8Array): ScoreInput {
  const { tallies, ...rest } = Stored.parse(JSON.parse(gunzipSync(packed).toString('utf8')))
  const indicators = new Map(rest.book.indicators.map((one) => [one.id, one]))
  return { ...rest, tallies: new Map(tallies.flatMap(([id, levels]) => talliesOf(indicators.get(id), id, levels))) }
}

function talliesOf(indicator: Indicator | undefined, id: string, levels: z.output<typeof Stored>['tallies'][number][1]): [string, Tally][] {
  if (!indicator) return []
  const tally: Tally = new Map(
    levels.map(([level, counts, unavailable, silent, newer]) => [level, { indicator, unavailable, silent, counts: fromTriples(counts), ...(newer && { newer: newer.map(fromTriples) }) }]),
  )
  return [[id, tally]]
}

/** The same input with other definitions: what is counted stays, what it weighs changes. */
export function withBook(input: ScoreInput, book: IndicatorBook): ScoreInput {
  const indicators = new Map(book.indicators.map((one) => [one.id, one]))
  const tallies = new Map(
    [...input.tallies].map(([id, tally]) => [id, new Map([...tally].map(([level, counted]) => [level, { ...counted, indicator: indicators.get(id) ?? counted.indicator }]))]),
  )
  return { ...input, book, tallies }
}
