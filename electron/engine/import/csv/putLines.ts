import type { Put } from '../../../disk/wholeFile.ts'
import type { CallContext } from '../../context.ts'
import { csvLine } from './line.ts'

const PAGE = 1000

/** What lines are written as. */
export interface Writing {
  /** what goes in front, as text */
  top: string
  separator: string
  toBytes(text: string): Uint8Array
  /** what is told of it, in Dutch */
  step: string
}

/**
 * Writes rows as lines of a CSV, many at a time.
 * @returns the number of rows
 * @throws ProblemError `cancelled`
 */
export function putLines(context: Pick<CallContext, 'report' | 'checkCancelled'>, put: Put, rows: Iterable<readonly string[]>, { top, separator, toBytes, step }: Writing): number {
  let [count, page] = [0, top]
  for (const cells of rows) {
    page += csvLine(cells, separator)
    count += 1
    if (count % PAGE !== 0) continue
    context.checkCancelled()
    context.report({ step, done: count, total: null })
    put(toBytes(page))
    page = ''
  }
  put(toBytes(page))
  return count
}
