import { basename } from 'node:path'
import { makeWholeFile, type Put } from '../../disk/wholeFile.ts'
import { processingOf } from '../audit/processing.ts'
import type { CallContext } from '../context.ts'
import { countLines, eachEvent, lastLine } from '../store/log.ts'

const PAGE = 1000

/**
 * Writes the log as JSON, one processing a line, with its last check number at the top: kept elsewhere, it shows later
 * whether the log was replaced. All of it or nothing.
 * @param file where it goes
 */
export function exportLog({ log, hashKey, now, report, checkCancelled }: Pick<CallContext, 'log' | 'hashKey' | 'now' | 'report' | 'checkCancelled'>, file: string): { file: string; lines: number; lastHash: string } {
  // what is looked up meanwhile comes after it
  const last = lastLine(log)
  const lines = countLines(log, last?.seq ?? 0)
  const head = { formaat: 'signaleringstool-logboek', versie: 1, gemaaktOp: now, regels: lines, laatsteControlegetal: last?.hash ?? '' }
  makeWholeFile(file, (put) => {
    put(`${JSON.stringify(head).slice(0, -1)},"verwerkingen":[\n`)
    putLines(put)
    put('\n]}\n')
  })
  return { file: basename(file), lines, lastHash: last?.hash ?? '' }

  function putLines(put: Put): void {
    let page = ''
    let done = 0
    for (const event of eachEvent(log, last?.seq ?? 0)) {
      page += `${done === 0 ? '' : ',\n'}${JSON.stringify(processingOf(event, hashKey))}`
      done += 1
      if (done % PAGE !== 0) continue
      checkCancelled()
      report({ step: 'Logboek opslaan', done, total: lines })
      put(page)
      page = ''
    }
    put(page)
  }
}
