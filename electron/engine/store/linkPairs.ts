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

export function clearLinkPairs(writer: Writer, party: JoinedKind): void {
  writer.run('DELETE FROM link_pair WHERE party = ?', party)
}

/** Removes the pairs between these records. @param records with whomever they stand in a pair @returns how many, by status */
export function clearPairsAmong(writer: Writer, party: JoinedKind, records: readonly number[]): Map<PairStatus, number> {
  const removed = writer.all<{ status: PairStatus }>('DELETE FROM link_pair WHERE party = ? AND left_record IN (SELECT value FROM json_each(?)) RETURNING status', party, JSON.stringify(records))
  return new Map([...Map.groupBy(removed, ({ status }) => status)].map(([status, own]) => [status, own.length]))
}

/** Writes a pair; one that already stands is replaced. */
export function saveLinkPair(writer: Writer): (pair: LinkPair) => void {
  const insert = writer.prepare(
    `INSERT OR REPLACE INTO link_pair (party, left_record, right_record, weight, completeness, tier, status, parts, model_version)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return (pair) =>
    void insert(pair.party, pair.leftRecord, pair.rightRecord, pair.weight, pair.completeness, pair.tier, pair.status, JSON.stringify(pair.parts), pair.modelVersion)
}
