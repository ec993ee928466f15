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
      io.draw(`${CLEAR_LINE}${step}${farOf(done, total)}`)
    },
    clear: () => {
      if (isShown) io.draw(CLEAR_LINE)
      isShown = false
    },
  }
}

function farOf(done: number, total: number | null): string {
  if (total !== null) return ` ${formatNumber(done)} van ${formatNumber(total)}`
  return done === 0 ? '…' : `… ${formatNumber(done)}`
}
