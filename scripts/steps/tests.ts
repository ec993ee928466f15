import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../electron/cli/runtime.ts'
import { runCommand } from '../setup/command.ts'
import { onVirtualScreen } from '../setup/display.ts'
import type { StepResult, TestCounts } from './step.ts'

const resultsFolder = join(projectRoot, '.cache', 'results')

/** The tests that need no Electron, of one kind. */
export async function runVitest(name: string, projects: readonly string[], words: readonly string[] = []): Promise<StepResult> {
  const file = freshResult(name)
  const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs')
  const chosen = projects.flatMap((project) => ['--project', project])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code, output } = await runCommand(process.execPath, [vitest, 'run', ...chosen, ...reporters, '--passWithNoTests', ...words], {
    env: { NO_COLOR: '1' },
  })
  const counts = countVitest(readResult(file))
  return { name, isGood: code === 0, output, counts }
}

/** The journeys in the real application, on a virtual screen; the application must have been built. @param show whether to print what they print */
export async function runPlaywright(words: readonly string[] = [], show = false): Promise<StepResult> {
  const file = freshResult('e2e')
  const playwright = join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js')
  const command = [playwright, 'test', '-c', 'tests/e2e/playwright.config.ts', '--reporter=list,json', ...words]
  const { code, output } = await onVirtualScreen((screen) => {
    return runCommand(process.execPath, command, { show, env: { ...screen, PLAYWRIGHT_JSON_OUTPUT_FILE: file, FORCE_COLOR: '0' } })
  })
  return { name: 'e2e', isGood: code === 0, output, counts: countPlaywright(readResult(file)) }
}

/** @param result what Vitest's JSON reporter writes; a file that could not be loaded counts as one failed test */
export function countVitest(result: unknown): TestCounts {
  const broken = list(result, 'testResults').filter((file) => field(file, 'status') === 'failed' && list(file, 'assertionResults').length === 0)
  return {
    passed: count(result, 'numPassedTests'),
    failed: count(result, 'numFailedTests') + broken.length,
    skipped: count(result, 'numPendingTests') + count(result, 'numTodoTests'),
  }
}

/** @param result what Playwright's JSON reporter writes */
export function countPlaywright(result: unknown): TestCounts {
  const stats = field(result, 'stats')
  return { passed: count(stats, 'expected') + count(stats, 'flaky'), failed: count(stats, 'unexpected'), skipped: count(stats, 'skipped') }
}

function freshResult(name: string): string {
  mkdirSync(resultsFolder, { recursive: true })
  const file = join(resultsFolder, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

function readResult(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

function field(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined
}

function list(holder: unknown, name: string): unknown[] {
  const value = field(holder, name)
  return Array.isArray(value) ? value : []
}

function count(holder: unknown, name: string): number {
  const value = field(holder, name)
  return typeof value === 'number' ? value : 0
}
