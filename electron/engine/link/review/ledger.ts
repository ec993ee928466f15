import type { LedgerDeed, Party, Verdict } from '#shared/contract/review.ts'
import type { CallContext } from '../../context.ts'
import type { Reader } from '../../store/database.ts'
import { countDeeds, findDeed, heldVerdicts, listDeeds, type DeedKind, type DeedRow, type StoredVerdict } from '../../store/linkDecisions.ts'
import { companySide, personSide } from '../../store/reviewRows.ts'
import { readMeta } from '../../store/meta.ts'
import { isFollowed } from '../unfollowed.ts'
import { personLabel } from '#shared/text/names.ts'
import { bornDetail, companyDetail } from './names.ts'

export const storedVerdict: Record<Verdict, StoredVerdict> = { same: 'zelfde', different: 'verschillend', unsure: 'onzeker' }
const verdictOf: Record<DeedRow['verdict'], Verdict | null> = { zelfde: 'same', verschillend: 'different', onzeker: 'unsure', ingetrokken: null }
const kindOf: Record<DeedKind, LedgerDeed['kind']> = { oordeel: 'verdict', samenvoegen: 'merge', losmaken: 'split', intrekken: 'withdrawal' }

/** The ledger, newest first. */
export function readLedger({ store }: Pick<CallContext, 'store'>, { before = Number.MAX_SAFE_INTEGER, limit }: { before?: number | undefined; limit: number }): { deeds: LedgerDeed[]; total: number } {
  return { deeds: listDeeds(store, before, limit).map((row) => toDeed(store, row)), total: countDeeds(store) }
}

/** The deed that holds for two rows now. */
export function deedOn(reader: Reader, party: Party, leftKey: string, rightKey: string): LedgerDeed | null {
  const [low, high] = [leftKey, rightKey].sort()
  const held = heldVerdicts(reader, party).find((one) => one.leftKey === low && one.rightKey === high)
  const row = held && findDeed(reader, held.deed)
  return row ? toDeed(reader, row) : null
}

function toDeed(reader: Reader, row: DeedRow): LedgerDeed {
  return {
    deed: row.deed,
    kind: kindOf[row.deedKind],
    at: row.at,
    by: row.name,
    party: row.party,
    verdict: verdictOf[row.verdict],
    reason: row.reason,
    left: rowLabel(reader, row.party, row.leftRecord),
    right: rowLabel(reader, row.party, row.rightRecord),
    leftRecord: row.leftRecord,
    rightRecord: row.rightRecord,
    revoked: row.revokedAt === null ? null : { at: row.revokedAt, by: row.revokedName ?? '' },
    isFollowed: row.revokedAt !== null || row.verdict === 'ingetrokken' || !isApplied(reader, row.deed) || isFollowed(reader, row.party, { ...row, verdict: row.verdict }),
  }
}

/** Whether the entities were joined anew since. */
function isApplied(reader: Reader, deed: number): boolean {
  return deed <= Number(readMeta(reader, 'decisions-applied') ?? 0)
}

/** A row by the name it gives: `J. de Vries, geboren 17-05-1980`. */
export function rowLabel(reader: Reader, party: Party, record: number): string {
  if (party === 'person') {
    const row = personSide(reader, record)
    return row ? `${personLabel(row)}, ${bornDetail(row.birthDate)}` : 'rij niet meer in de kluis'
  }
  const row = companySide(reader, record)
  return row ? `${row.name || row.tradeName || 'zonder naam'}, ${companyDetail(row)}` : 'rij niet meer in de kluis'
}
