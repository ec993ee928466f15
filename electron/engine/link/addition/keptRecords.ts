import { recordId, splitRecordId } from '#shared/model/recordId.ts'
import { placeOf } from '../packedCounts.ts'
import { integers, type Part } from './parts.ts'

/** Which records stand at which places. */
export interface KeptRecords {
  count: number
  /** the record at a place; 0 for none */
  at(place: number): number
  /** where a record stands; −1 when it was not linked before */
  placeOf(record: number): number
}

/** Rows of one delivery, ascending, behind one another from a place on. */
interface Run {
  delivery: number
  start: number
  rows: Uint32Array
}

/** Records stand as runs of one delivery: its number, how many there are, and the rows. They are looked up as they are, for few of a million are asked for. */
export function keptRecordsIn(parts: readonly Part[]): KeptRecords {
  const runs: Run[] = []
  let count = 0
  for (const part of parts) {
    const [deliveries, rows] = [integers(part, 'deliveries'), integers(part, 'rows')]
    let from = 0
    for (let i = 0; i < deliveries.length; i += 2) {
      const [delivery = 0, length = 0] = deliveries.subarray(i, i + 2)
      runs.push({ delivery, start: count + from, rows: rows.subarray(from, from + length) })
      from += length
    }
    count += rows.length
  }
  const starts = Float64Array.from(runs, ({ start }) => start)
  const ofDelivery = Map.groupBy(runs, ({ delivery }) => delivery)
  return {
    count,
    at: (place) => {
      const run = runs[placeOf(starts, place + 1) - 1]
      const row = run?.rows[place - run.start]
      return run && row !== undefined ? recordId(run.delivery, row) : 0
    },
    placeOf: (record) => {
      const { deliveryId, row } = splitRecordId(record)
      for (const { start, rows } of ofDelivery.get(deliveryId) ?? []) {
        const at = placeOf(rows, row)
        if (rows[at] === row) return start + at
      }
      return -1
    },
  }
}
