import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The Electron that draws the window: the application's own, one the user points at, or the one for development and tests. */
export interface Runtime {
  kind: 'override' | 'own' | 'test'
  executable: string
}

export const projectRoot = join(import.meta.dirname, '..', '..')

/** Where `scripts/setup/testRuntime.ts` prepares the Electron for development and tests. */
export const testRuntimeFolder = join(projectRoot, '.cache', 'testruntime')

const executableName = process.platform === 'win32' ? 'electron.exe' : 'electron'

/** The first Electron that is already on this machine, without fetching anything; `null` when there is none. */
export function findRuntime(): Runtime | null {
  const candidates: (Runtime | null)[] = [overriddenRuntime(), ownRuntime(), { kind: 'test', executable: join(testRuntimeFolder, 'electron') }]
  return candidates.find((runtime) => runtime !== null && existsSync(runtime.executable)) ?? null
}

/** Electron's own variable for a folder with an Electron. */
function overriddenRuntime(): Runtime | null {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  return folder === undefined || folder === '' ? null : { kind: 'override', executable: join(folder, executableName) }
}

/** The binary the `electron` package fetched, at the place it wrote down. */
function ownRuntime(): Runtime | null {
  const folder = join(projectRoot, 'node_modules', 'electron')
  const note = join(folder, 'path.txt')
  return existsSync(note) ? { kind: 'own', executable: join(folder, 'dist', readFileSync(note, 'utf8')) } : null
}

/**
 * `--no-sandbox` where the operating system gives Chromium no sandbox: for root and where user namespaces are shut.
 * The window keeps its own restrictions (isolated context, no Node); only the wall of the operating system is missing.
 */
export function sandboxArguments(): string[] {
  if (process.platform !== 'linux') return []
  const isRoot = process.getuid?.() === 0
  return isRoot || spawnSync('unshare', ['--user', 'true']).status !== 0 ? ['--no-sandbox'] : []
}
