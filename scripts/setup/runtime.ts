import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Runtime, findRuntime, projectRoot } from '../../electron/cli/runtime.ts'
import { runCommand, say } from './command.ts'
import { canUseTestRuntime, prepareTestRuntime } from './testRuntime.ts'

const cache = join(projectRoot, '.cache')
const stallMilliseconds = 15_000
const dayMilliseconds = 24 * 60 * 60 * 1000

/**
 * The Electron to run, fetched when needed: first ELECTRON_OVERRIDE_DIST_PATH, then the `electron` package's own
 * binary, then the test runtime.
 * @throws Error with a Dutch sentence when there is none for this machine
 */
export async function resolveRuntime(): Promise<Runtime> {
  const ready = findRuntime()
  if (ready !== null && ready.kind !== 'test') return ready
  await downloadOwnRuntime()
  const own = findRuntime()
  if (own !== null && own.kind !== 'test') return own
  if (!canUseTestRuntime()) {
    throw new Error('Er is geen Electron voor deze machine: wijs er een aan met ELECTRON_OVERRIDE_DIST_PATH.')
  }
  await prepareTestRuntime()
  const test = findRuntime()
  if (test === null) throw new Error('De testruntime is niet compleet: verwijder .cache/testruntime en probeer het opnieuw.')
  return test
}

/** Lets the `electron` package fetch its binary; gives up when nothing arrives for a while and then rests for a day. */
async function downloadOwnRuntime(): Promise<void> {
  const note = join(cache, 'electron-download.json')
  const version = electronVersion()
  if (isRecentFailure(note, version)) return
  say(`Electron ${version} ophalen …`)
  const scratch = join(cache, 'electron-download')
  mkdirSync(scratch, { recursive: true })
  const { code } = await runCommand(process.execPath, [join(projectRoot, 'node_modules', 'electron', 'install.js')], {
    env: { TMPDIR: scratch, TEMP: scratch, TMP: scratch, electron_config_cache: join(scratch, 'cache') },
    watch: (end) => endWhenStalled(scratch, end),
  })
  rmSync(scratch, { recursive: true, force: true })
  if (code === 0) return
  writeFileSync(note, JSON.stringify({ version, at: Date.now() }))
  say(`Electron ${version} is hier niet op te halen; de testruntime doet het werk.`)
}

function electronVersion(): string {
  const description: unknown = JSON.parse(readFileSync(join(projectRoot, 'node_modules', 'electron', 'package.json'), 'utf8'))
  const version = typeof description === 'object' && description !== null && 'version' in description ? description.version : null
  return String(version)
}

function isRecentFailure(note: string, version: string): boolean {
  if (!existsSync(note)) return false
  const seen: unknown = JSON.parse(readFileSync(note, 'utf8'))
  if (typeof seen !== 'object' || seen === null || !('version' in seen) || !('at' in seen)) return false
  return seen.version === version && typeof seen.at === 'number' && Date.now() - seen.at < dayMilliseconds
}

/** Ends a download whose folder does not grow any more. */
function endWhenStalled(folder: string, end: () => void): () => void {
  let size = -1
  const timer = setInterval(() => {
    const now = folderSize(folder)
    if (now === size) end()
    size = now
  }, stallMilliseconds)
  return () => clearInterval(timer)
}

function folderSize(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.reduce((sum, file) => sum + (statSync(join(file.parentPath, file.name), { throwIfNoEntry: false })?.size ?? 0), 0)
}
