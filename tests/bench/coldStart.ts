import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Runtime, findRuntime, projectRoot, sandboxArguments } from '../../electron/cli/runtime.ts'
import { onVirtualScreen } from '../../scripts/setup/display.ts'

const emptyWindow = join(import.meta.dirname, 'emptyWindow')
const rounds = 7
const deadlineMilliseconds = 60_000

export interface ColdStart {
  /** milliseconds from starting the program to the drawn unlock screen, median */
  application: number
  /** the same for an empty window on the same Electron */
  emptyWindow: number
}

/**
 * Starts the built application and an empty window by turns, each with a fresh profile, and takes the medians.
 * Both draw on the same virtual screen where there is one. `null` when there is no Electron on this machine.
 */
export async function measureColdStart(): Promise<ColdStart | null> {
  const runtime = findRuntime()
  if (runtime === null) return null
  return onVirtualScreen(async (screen) => {
    const application: number[] = []
    const empty: number[] = []
    // the first start reads the program from disk; it is not counted
    await timeStart(runtime, emptyWindow, screen)
    for (let round = 0; round < rounds; round += 1) {
      application.push(await timeStart(runtime, projectRoot, screen))
      empty.push(await timeStart(runtime, emptyWindow, screen))
    }
    return { application: median(application), emptyWindow: median(empty) }
  })
}

async function timeStart(runtime: Runtime, folder: string, screen: Record<string, string>): Promise<number> {
  const profile = mkdtempSync(join(tmpdir(), 'signaal-start-'))
  const words = [...sandboxArguments(), '--log-level=3', '-r', join(emptyWindow, 'drawn.cjs'), folder, `--user-data-dir=${profile}`]
  try {
    return await new Promise((resolve, reject) => {
      const started = performance.now()
      const child = spawn(runtime.executable, words, { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...screen }, timeout: deadlineMilliseconds })
      let drawn: number | null = null
      child.stdout.once('data', () => {
        drawn = performance.now() - started
        child.kill('SIGKILL')
      })
      child.on('error', reject)
      child.on('close', () => (drawn === null ? reject(new Error('the window was not drawn')) : resolve(drawn)))
    })
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
