import type { JoinedKind } from './entities.ts'
import type { Writer } from './database.ts'

export const pairTiers = ['exact', 'genormaliseerd', 'benaderend'] as const
export type PairTier = (typeof pairTiers)[number]
export type PairStatus = 'gekoppeld' | 'voorstel' | 'tegenspraak' | 'afgevallen'

/** What one comparison said of a pair: which level it reached, that level's weight in bits, and the values compared, in one spelling. */
export interface PairPart {
  comparison: string
  level: string
  weight: number
  left: string
  right: string
}

/** The part that stands for the chance beforehand. */
export const PRIOR = 'prior'

/** Two records that may be the same; the lower record id left. */
export interface LinkPair {
  party: JoinedKind
  leftRecord: number
  rightRecord: number
  weight: number
  completeness: number
  tier: PairTier
  status: PairStatus
  /** the prior among them; their weights sum to the weight */
  parts: PairPart[]
  modelVersion: number
}

/** Writes the pairs a run finds. */
export interface PairWriter {
  save(pair: LinkPair): void
  /** to be called after the last one */
  finish(): void
  /** how many pairs that were found before may go, by status */
  before: ReadonlyMap<PairStatus, number>
}

/** Of all records: nothing stays of what was found before. */
export function allPairs(writer: Writer, party: JoinedKind): PairWriter {
  writer.run('DELETE FROM link_pair WHERE party = ?', party)
  return { save: saveLinkPair(writer), finish: () => undefined, before: new Map() }
}

/** Of some records, with whomever they stand in a pair: a pair that is found as it was is left alone, one that is not found goes. */
export function pairsAmong(writer: Writer, party: JoinedKind, records: readonly number[]): PairWriter {
  const rows = writer.all<Columns>(
    `SELECT party, left_record, right_record, weight, completeness, tier, status, parts, model_version FROM link_pair WHERE party = ? AND left_record IN (SELECT value FROM json_each(?))`,
    party, JSON.stringify(records),
  )
  const stood = new Map(rows.map((row) => [`${row.left_record} ${row.right_record}`, row]))
  const [write, remove] = [saveLinkPair(writer), writer.prepare('DELETE FROM link_pair WHERE party = ? AND left_record = ? AND right_record = ?')]
  return {
    save: (pair) => {
      const key = `${pair.leftRecord} ${pair.rightRecord}`
      const row = stood.get(key)
      stood.delete(key)
      if (!row || !isSame(row, columnsOf(pair))) write(pair)
    },
    finish: () => {
      for (const { left_record, right_record } of stood.values()) remove(party, left_record, right_record)
    },
    before: new Map([...Map.groupBy(rows, ({ status }) => status)].map(([status, own]) => [status, own.length])),
  }
}

/** A pair as it is written. */
interface Columns {
  party: JoinedKind
  left_record: number
  right_record: number
  weight: number
  completeness: number
  tier: PairTier
  status: PairStatus
  /** JSON */
  parts: string
  model_version: number
}

function columnsOf({ party, leftRecord, rightRecord, weight, completeness, tier, status, parts, modelVersion }: LinkPair): Columns {
  return { party, left_record: leftRecord, right_record: rightRecord, weight, completeness, tier, status, parts: JSON.stringify(parts), model_version: modelVersion }
}

function isSame(one: Columns, other: Columns): boolean {
  return one.weight === other.weight && one.completeness === other.completeness && one.tier === other.tier && one.status === other.status && one.parts === other.parts && one.model_version === other.model_version
}

/** Writes a pair; one that already stands is replaced. */
export function saveLinkPair(writer: Writer): (pair: LinkPair) => void {
  const insert = writer.prepare(
    `INSERT OR REPLACE INTO link_pair (party, left_record, right_record, weight, completeness, tier, status, parts, model_version)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return (pair) => {
    const { party, left_record, right_record, weight, completeness, tier, status, parts, model_version } = columnsOf(pair)
    insert(party, left_record, right_record, weight, completeness, tier, status, parts, model_version)
  }
}
