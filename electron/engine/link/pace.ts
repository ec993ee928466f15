import type { CallContext } from '../context.ts'

/** Tells how far a long step is, and stops it when the user pressed cancel. */
export interface Pace {
  /** begins a step; `total` is null when nobody knows */
  start(step: string, total?: number): void
  /** @throws ProblemError `cancelled` */
  advance(rows: number): void
}

export function makePace(context: Pick<CallContext, 'report' | 'checkCancelled'>): Pace {
  let step = ''
  let done = 0
  let total: number | null = null
  return {
    start: (name, count) => {
      context.checkCancelled()
      step = name
      done = 0
      total = count ?? null
      context.report({ step, done, total })
    },
    advance: (rows) => {
      context.checkCancelled()
      done += rows
      context.report({ step, done, total })
    },
  }
}
