import type { LogHead } from '../model/logHead.ts'
import { formatCount, formatDay, formatNumber } from './format.ts'

/** Where a log begins and why, as a sentence. */
export function headSentence({ until, gone, kept, askedBy, endedBy, endedAt }: LogHead): string {
  const stay = kept === 0 ? '' : `; ${formatCount(kept, 'regel die een vernietiging bewijst, staat', 'regels die een vernietiging bewijzen, staan')} er nog`
  return `Het begint na regel ${formatNumber(until)}: ${formatCount(gone, 'oudere regel is', 'oudere regels zijn')} na de bewaartermijn vernietigd op ${formatDay(endedAt)} door ${endedBy}, op vraag van ${askedBy}${stay}.`
}
