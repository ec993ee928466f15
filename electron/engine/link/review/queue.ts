import type { PairTier, Party, QueuedPair, ReviewCount } from '#shared/contract/review.ts'
import { entityKey, splitKey, type EntityKey } from '#shared/model/entity.ts'
import type { CallContext } from '../../context.ts'
import type { Reader } from '../../store/database.ts'
import { countDeedsAfter, heldVerdicts, ledgerState, type StoredVerdict } from '../../store/linkDecisions.ts'
import type { PairTier as StoredTier } from '../../store/linkPairs.ts'
import { readMeta } from '../../store/meta.ts'
import { casesByKey, listProposed, listProposedNear, type ProposedRow } from '../../store/reviewPairs.ts'
import { keyOfRecord } from '../recordKey.ts'
import { nameEntities, nameOf } from './names.ts'

export const tierOf: Record<StoredTier, PairTier> = { exact: 'exact', genormaliseerd: 'normalised', benaderend: 'fuzzy' }

/** A pair of entities by its heaviest pair of rows, and what was said of any of its rows. */
interface Candidate {
  row: ProposedRow
  verdict: StoredVerdict | null
  /** how many cases name one of the two */
  cases: number
}

/** Pairs to decide, those first whose decision changes most: cases touched, then links joined, then weight. */
export function readQueue({ store }: Pick<CallContext, 'store'>, input: { party: Party; show: 'open' | 'unsure'; limit: number }): { pairs: QueuedPair[]; count: ReviewCount } {
  const candidates = candidatesOf(store, input.party, listProposed(store, input.party))
  const open = candidates.filter(({ verdict }) => verdict === null)
  const unsure = candidates.filter(({ verdict }) => verdict === 'onzeker')
  const shown = (input.show === 'open' ? open : unsure).sort(byChange).slice(0, input.limit)
  const { held } = ledgerState(store)
  return { pairs: toPairs(store, input.party, shown), count: { open: open.length, unsure: unsure.length, decided: held, pending: countPending(store) } }
}

/** Pairs to decide in which one of these entities takes part. */
export function readNear({ store }: Pick<CallContext, 'store'>, keys: readonly EntityKey[]): { pairs: QueuedPair[] } {
  const named = keys.map(splitKey)
  const near = (party: Party): QueuedPair[] => {
    const ids = named.filter(({ kind }) => kind === party).map(({ id }) => id)
    if (ids.length === 0) return []
    const candidates = candidatesOf(store, party, listProposedNear(store, party, ids)).filter(({ verdict }) => verdict === null || verdict === 'onzeker')
    return toPairs(store, party, candidates.sort(byChange))
  }
  return { pairs: [...near('person'), ...near('company')] }
}

/** How many deeds the entities do not follow yet. */
export function countPending(reader: Reader): number {
  return countDeedsAfter(reader, Number(readMeta(reader, 'decisions-applied') ?? 0))
}

/** One candidate per pair of entities. */
function candidatesOf(reader: Reader, party: Party, rows: readonly ProposedRow[]): Candidate[] {
  const verdicts = new Map(heldVerdicts(reader, party).map((held) => [`${held.leftKey} ${held.rightKey}`, held.verdict]))
  const keys = new Map<number, string>()
  const keyOf = (record: number): string => {
    const known = keys.get(record) ?? keyOfRecord(reader, party, record)?.toString('hex') ?? ''
    keys.set(record, known)
    return known
  }
  const verdictOn = (row: ProposedRow): StoredVerdict | null => {
    if (verdicts.size === 0) return null
    return verdicts.get([keyOf(row.leftRecord), keyOf(row.rightRecord)].sort().join(' ')) ?? null
  }
  const casesOf = casesByKey(reader)
  const countCases = ({ leftEntity, rightEntity }: ProposedRow): number =>
    new Set([...(casesOf.get(entityKey(party, leftEntity)) ?? []), ...(casesOf.get(entityKey(party, rightEntity)) ?? [])]).size
  const found = new Map<string, Candidate>()
  for (const row of rows) {
    const pair = [row.leftEntity, row.rightEntity].sort((a, b) => a - b).join(' ')
    const known = found.get(pair)
    const verdict = known?.verdict ?? verdictOn(row)
    found.set(pair, { row: known && known.row.weight >= row.weight ? known.row : row, verdict, cases: known?.cases ?? countCases(row) })
  }
  return [...found.values()]
}

function byChange(first: Candidate, second: Candidate): number {
  const [one, other] = [first.row, second.row]
  return second.cases - first.cases || linksJoined(other) - linksJoined(one) || other.weight - one.weight || one.leftRecord - other.leftRecord || one.rightRecord - other.rightRecord
}

function linksJoined(row: ProposedRow): number {
  return Math.min(row.leftLinks, row.rightLinks)
}

function toPairs(reader: Reader, party: Party, candidates: readonly Candidate[]): QueuedPair[] {
  const names = nameEntities(reader, candidates.flatMap(({ row }) => [{ kind: party, id: row.leftEntity }, { kind: party, id: row.rightEntity }]))
  return candidates.map(({ row, cases }) => ({
    party,
    left: { recordId: row.leftRecord, entity: entityKey(party, row.leftEntity), ...nameOf(names, party, row.leftEntity) },
    right: { recordId: row.rightRecord, entity: entityKey(party, row.rightEntity), ...nameOf(names, party, row.rightEntity) },
    weight: row.weight,
    completeness: row.completeness,
    tier: tierOf[row.tier],
    links: linksJoined(row),
    cases,
  }))
}
