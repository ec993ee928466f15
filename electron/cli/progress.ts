import type { Progress } from '#shared/contract/events.ts'
import { formatNumber } from '#shared/text/format.ts'
import type { Io } from './io.ts'

/** One line on stderr that keeps changing; nothing when nobody watches. */
export interface ProgressLine {
  show(progress: Progress): void
  clear(): void
}

const CLEAR_LINE = '\r\u001b[2K'

export function makeProgressLine(io: Io): ProgressLine {
  let isShown = false
  return {
    show: ({ step, done, total }) => {
      if (!io.isWatched) return
      isShown = true
      io.draw(`${CLEAR_LINE}${step}${total === null ? `… ${formatNumber(done)}` : ` ${formatNumber(done)} van ${formatNumber(total)}`}`)
    },
    clear: () => {
      if (isShown) io.draw(CLEAR_LINE)
      isShown = false
    },
  }
}
