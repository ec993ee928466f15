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
  /** what it was weighed by, the prior among it, see `link/pairParts.ts`; the weights sum to the weight */
  parts: string
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
  const rows = writer.all<LinkPair>(
    `SELECT party, left_record AS leftRecord, right_record AS rightRecord, weight, completeness, tier, status, parts, model_version AS modelVersion
       FROM link_pair WHERE party = ? AND left_record IN (SELECT value FROM json_each(?))`,
    party, JSON.stringify(records),
  )
  const stood = new Map(rows.map((row) => [`${row.leftRecord} ${row.rightRecord}`, row]))
  const [write, remove] = [saveLinkPair(writer), writer.prepare('DELETE FROM link_pair WHERE party = ? AND left_record = ? AND right_record = ?')]
  return {
    save: (pair) => {
      const key = `${pair.leftRecord} ${pair.rightRecord}`
      const row = stood.get(key)
      stood.delete(key)
      if (!row || !isSame(row, pair)) write(pair)
    },
    finish: () => {
      for (const { leftRecord, rightRecord } of stood.values()) remove(party, leftRecord, rightRecord)
    },
    before: new Map([...Map.groupBy(rows, ({ status }) => status)].map(([status, own]) => [status, own.length])),
  }
}

function isSame(one: LinkPair, other: LinkPair): boolean {
  return one.weight === other.weight && one.completeness === other.completeness && one.tier === other.tier && one.status === other.status && one.parts === other.parts && one.modelVersion === other.modelVersion
}

/** Writes a pair; one that already stands is replaced. */
export function saveLinkPair(writer: Writer): (pair: LinkPair) => void {
  const insert = writer.prepare(
    `INSERT OR REPLACE INTO link_pair (party, left_record, right_record, weight, completeness, tier, status, parts, model_version)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return ({ party, leftRecord, rightRecord, weight, completeness, tier, status, parts, modelVersion }) =>
    void insert(party, leftRecord, rightRecord, weight, completeness, tier, status, parts, modelVersion)
}
