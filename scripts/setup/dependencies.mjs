// Installs the dependencies with `npm ci` when what stands in node_modules is not what package-lock.json says.
// Plain JavaScript that Node 20 understands: it runs before anything is installed.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

/** The Node 24 that npm's `node` package brings along. */
export const ownNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** Makes sure that node_modules is as the lockfile says; ends the process with a clear sentence when that fails. */
export async function ensureDependencies() {
  if (existsSync(ownNode) && isInstalledAsLocked()) return
  process.stderr.write('Afhankelijkheden installeren (npm ci) …\n')
  const { code, output } = await npmCi()
  if (code === 0 && existsSync(ownNode)) return
  process.stderr.write(`${output}\nDe afhankelijkheden konden niet worden geïnstalleerd. Controleer of het npm-register bereikbaar is.\n`)
  process.exit(1)
}

/** Compares the lockfile with the record npm leaves of what it installed. */
function isInstalledAsLocked() {
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'))
  if (installed === null) return false
  const locked = readPackages(join(root, 'package-lock.json')) ?? {}
  return Object.entries(locked).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed[path]
    // packages for other platforms are optional and stay away
    return found === undefined ? wanted.optional === true : found.version === wanted.version
  })
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null
}

function npmCi() {
  // without our own .bin on the path: npm ci removes the Node 24 that may be running this very script
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(join(root, 'node_modules')))
  const child = spawn('npm', ['ci', '--loglevel=error', '--no-progress'], {
    cwd: root,
    env: { ...process.env, PATH: path.join(delimiter) },
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const parts = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => parts.push(part))
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: String(error) }))
    child.on('close', (code) => resolve({ code, output: Buffer.concat(parts).toString('utf8') }))
  })
}
