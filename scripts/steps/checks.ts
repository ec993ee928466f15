import { join } from 'node:path'
import { projectRoot } from '../../electron/cli/runtime.ts'
import { layerReport } from '../checks/layers.ts'
import { wordReport } from '../checks/words.ts'
import { runCommand } from '../setup/command.ts'
import type { StepResult } from './step.ts'

const sides = ['shared', 'electron', 'renderer', 'tests']

/** Everything that is judged without running the application: types, lint, layers, and what nobody uses. */
export async function runChecks(report: (result: StepResult) => void): Promise<StepResult[]> {
  const results: StepResult[] = []
  for (const check of [types, lint, layers, wording, unused]) {
    const result = await check()
    report(result)
    results.push(result)
  }
  return results
}

async function types(): Promise<StepResult> {
  const runs = []
  for (const side of sides) runs.push(await runTool('typescript/bin/tsc', ['-p', side]))
  return { name: 'types', isGood: runs.every((run) => run.code === 0), output: runs.map((run) => run.output).join('') }
}

async function lint(): Promise<StepResult> {
  const { code, output } = await runTool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', '-f', 'unix'])
  return { name: 'lint', isGood: code === 0, output }
}

async function layers(): Promise<StepResult> {
  const lines = layerReport(projectRoot)
  return { name: 'lagen', isGood: lines.length === 0, output: lines.join('\n') }
}

async function wording(): Promise<StepResult> {
  const lines = wordReport(projectRoot)
  return { name: 'woorden', isGood: lines.length === 0, output: lines.join('\n') }
}

async function unused(): Promise<StepResult> {
  const { code, output } = await runTool('knip/bin/knip.js', ['--no-progress', '--treat-config-hints-as-errors'])
  return { name: 'ongebruikt', isGood: code === 0, output }
}

/** A tool of the project under its own Node. */
function runTool(path: string, words: readonly string[]): Promise<{ code: number; output: string }> {
  return runCommand(process.execPath, [join(projectRoot, 'node_modules', path), ...words], { env: { NO_COLOR: '1' } })
}
