import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Application } from './launch.ts'

/** How quickly the window was there for its user while something went on. */
export interface InputDelay {
  /** milliseconds from each key until the page had handled it */
  delays: number[]
  /** milliseconds of processor time of the longest task of the page: before it ends no key is heard, on whatever machine */
  longestTask: number
  /** milliseconds of such a task in which the machine did something else, the longest */
  longestWait: number
}

/** Presses a key over and over until the work is done. */
export async function measureInput({ app, page, folder }: Application, work: () => Promise<unknown>): Promise<InputDelay> {
  const trace = join(folder, 'taken.json')
  await app.evaluate(({ contentTracing }) => contentTracing.startRecording({ included_categories: ['toplevel'] }))
  const kept = await page.evaluateHandle(() => {
    const delays: number[] = []
    const hear = ({ timeStamp }: KeyboardEvent): void => void delays.push(performance.now() - timeStamp)
    addEventListener('keydown', hear)
    return { delays, stop: () => removeEventListener('keydown', hear) }
  })
  let isBusy = true
  const done = work().finally(() => (isBusy = false))
  while (isBusy) await page.keyboard.press('Shift')
  await done
  const delays = await kept.evaluate((one) => {
    one.stop()
    return one.delays
  })
  await app.evaluate(({ contentTracing }, path) => contentTracing.stopRecording(path), trace)
  return { delays, ...tasksOf(trace) }
}

/** Times in microseconds; `tdur` is the part of `dur` on the processor. */
const Trace = z.object({
  traceEvents: z.array(z.object({ pid: z.number(), tid: z.number(), name: z.string(), dur: z.number().optional(), tdur: z.number().optional(), args: z.object({ name: z.string().optional() }).optional() })),
})

function tasksOf(path: string): Pick<InputDelay, 'longestTask' | 'longestWait'> {
  const { traceEvents } = Trace.parse(JSON.parse(readFileSync(path, 'utf8')))
  const pages = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`))
  const tasks = traceEvents.filter(({ pid, tid, name, tdur }) => name.endsWith('RunTask') && tdur !== undefined && pages.has(`${pid} ${tid}`))
  if (tasks.length === 0) throw new Error('the trace holds no task of the page')
  const most = (of: (task: { dur: number; tdur: number }) => number): number => Math.max(...tasks.map(({ dur = 0, tdur = 0 }) => of({ dur, tdur }))) / 1000
  return { longestTask: most(({ tdur }) => tdur), longestWait: most(({ dur, tdur }) => dur - tdur) }
}
