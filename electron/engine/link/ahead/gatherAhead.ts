import type { Reader } from '../../store/database.ts'
import { readPackedParts, type PackedPart } from '../../store/linkIndex.ts'
import { rowsAfter } from '../addition/joinAddition.ts'
import { openKept } from '../addition/openKept.ts'
import { makeGatherer } from '../addition/reach.ts'
import { makeRowReader } from '../addition/readRows.ts'
import { makeRowNumberer, type PlacedRow } from '../personColumns.ts'
import type { AheadAnswer } from './messages.ts'

/** Reads what an addition will ask for, whatever the addresses of its rows are matched to, and tells of both halves. @param today ISO day */
export function gatherAhead(reader: Reader, today: string, tell: (answer: AheadAnswer) => void): void {
  let parts: PackedPart[] = []
  const kept = openKept(reader, () => (parts = readPackedParts(reader, 'person').map(inSharedMemory)))
  tell({ parts })
  if (kept === null) return tell({ rows: [] })
  const numberer = makeRowNumberer(today)
  const rows: PlacedRow[] = []
  const { take, find } = makeRowReader(reader, numberer, (row) => rows.push(row))
  const added = rowsAfter(reader, kept).map(take)
  makeGatherer(reader, kept, { find, numberer }, added, [])(added, 'keys')
  tell({ rows })
}

/** Between threads memory that is shared need not be copied. */
function inSharedMemory({ data, ...part }: PackedPart): PackedPart {
  const shared = new Uint8Array(new SharedArrayBuffer(data.byteLength))
  shared.set(data)
  return { ...part, data: shared }
}
