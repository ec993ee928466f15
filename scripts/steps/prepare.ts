import { build } from '../setup/build.ts'
import { say } from '../setup/command.ts'
import { ensureSystemPackages } from '../setup/debian.ts'
import { resolveRuntime } from '../setup/runtime.ts'
import type { StepResult } from './step.ts'

/** Sets up what the tests in the real application need: system packages, a virtual screen, an Electron. */
export async function prepareElectron(): Promise<StepResult> {
  try {
    if (!(await ensureSystemPackages('test'))) return { name: 'voorbereiding', isGood: false, output: 'Zonder deze pakketten start Electron niet.' }
    const runtime = await resolveRuntime()
    if (runtime.kind === 'test') say('De tests draaien in de testruntime (een oudere Electron, alleen voor ontwikkeling).')
    return { name: 'voorbereiding', isGood: true, output: '' }
  } catch (error) {
    return { name: 'voorbereiding', isGood: false, output: error instanceof Error ? error.message : String(error) }
  }
}

export async function runBuild(): Promise<StepResult> {
  const { code, output } = await build()
  return { name: 'bouwen', isGood: code === 0, output }
}
