import type { CaseSignal } from '#shared/contract/dossier.ts'
import type { NetworkPicture } from '#shared/model/network.ts'
import { signalRows } from '../store/caseRecords.ts'
import type { Reader } from '../store/database.ts'
import { sourceRefs } from '../store/provenance.ts'
import { caseNames, subjectIds } from './caseNames.ts'
import { maskBsn } from '../normalise/maskBsn.ts'
import { where } from './recordText.ts'

/**
 * The live signals about the addresses and companies of a case, with their content. This is the one place that opens
 * it; who reported stays in the vault.
 * @param today ISO day; what expired before it is not shown
 */
export function readSignals(reader: Reader, picture: NetworkPicture, today: string): CaseSignal[] {
  const rows = signalRows(reader, subjectIds(picture), today)
  const names = caseNames(reader, picture, { addresses: rows.map((row) => row.addressId), companies: rows.map((row) => row.companyId) })
  const sources = sourceRefs(reader, rows.map((row) => row.recordId))
  return rows.flatMap((row, place) => {
    const source = sources[place]
    if (!source) return []
    const { number, department, kind, phenomenon, started, ended, received } = row
    return [{ number, department, kind, phenomenon, from: started ?? received, to: ended, subject: where(row, names), content: maskBsn(row.content), source }]
  })
}
