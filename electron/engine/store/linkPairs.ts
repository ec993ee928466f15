import type { JoinedKind } from './entities.ts'
import type { Reader, Writer } from './database.ts'

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

/** Removes the pairs of which one side is among these records. */
export function clearPairsOf(writer: Writer, party: JoinedKind, records: ReadonlySet<number>): void {
  const remove = writer.prepare('DELETE FROM link_pair WHERE party = ? AND left_record = ? AND right_record = ?')
  const pairs = writer.all<{ one: number; other: number }>('SELECT left_record AS one, right_record AS other FROM link_pair INDEXED BY link_pair_right WHERE party = ?', party)
  for (const { one, other } of pairs) if (records.has(one) || records.has(other)) remove(party, one, other)
}

/** How many pairs were written down, by status. */
export function countPairs(reader: Reader, party: JoinedKind): { status: PairStatus; n: number }[] {
  return reader.all('SELECT status, count(*) AS n FROM link_pair WHERE party = ? GROUP BY status', party)
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
