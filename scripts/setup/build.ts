import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../electron/cli/runtime.ts'
import { type CommandResult, runCommand } from './command.ts'

const product = join(projectRoot, 'out', 'renderer', 'index.html')
const sources = ['electron', 'renderer', 'shared', 'electron.config.ts', 'package.json', 'package-lock.json']

/** Builds main, engine, preload and window into `out/`. */
export function build(): Promise<CommandResult> {
  const electronVite = join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  return runCommand(process.execPath, [electronVite, 'build', '-c', 'electron.config.ts', '--logLevel', 'warn'], { env: { NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: '0' } })
}

/** Whether a source changed after the last build. */
export function isBuildStale(): boolean {
  if (!existsSync(product)) return true
  const built = statSync(product).mtimeMs
  return sources.some((source) => newestChange(join(projectRoot, source)) > built)
}

function newestChange(path: string): number {
  const seen = statSync(path)
  if (!seen.isDirectory()) return seen.mtimeMs
  const inside = readdirSync(path, { recursive: true, withFileTypes: true })
  return Math.max(seen.mtimeMs, ...inside.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs))
}
