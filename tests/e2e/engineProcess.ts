import { execFileSync } from 'node:child_process'
import type { Application } from './launch.ts'

/** The engine's process id, found among the children of the main process; works for both ways of starting it. */
export function engineProcessId({ app }: Application): number | null {
  const parent = String(app.process().pid)
  const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', parent], { encoding: 'utf8' }).trim().split('\n')
  const engine = children.find((line) => /engine\.cjs|node\.mojom\.NodeService/.test(line))
  return engine === undefined ? null : Number.parseInt(engine, 10)
}
