import { spawnSync } from 'node:child_process'
import { runCommand, say } from './command.ts'

/** A package, with the name newer Debian releases gave it first. */
type PackageNames = readonly [string, ...string[]]

const forWindow: readonly PackageNames[] = [
  ['libnss3'],
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libgbm1'],
  ['libasound2t64', 'libasound2'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['libxss1'],
  ['unzip'],
]
const forTests: readonly PackageNames[] = [['xvfb'], ['sqlite3']]

/**
 * Makes sure the system libraries are there: installs them where that is allowed (root, or sudo without a password).
 * @param purpose `test` adds a virtual screen and an outside reader of databases
 * @returns whether all are there; when not, the line to type has been said
 */
export async function ensureSystemPackages(purpose: 'window' | 'test'): Promise<boolean> {
  // elsewhere the libraries have other names; a desktop that runs browsers has them
  if (!hasCommand('dpkg-query') || !hasCommand('apt-get')) return true
  const wanted = purpose === 'test' ? [...forWindow, ...forTests] : forWindow
  const missing = wanted.filter((names) => !names.some(isInstalled))
  if (missing.length === 0) return true

  const prefix = rootPrefix()
  if (prefix === null) {
    say(`Er ontbreken systeempakketten. Typ:\n  sudo apt-get install -y ${missing.map(availableName).join(' ')}`)
    return false
  }
  say('Systeempakketten installeren (apt-get) …')
  const environment = { DEBIAN_FRONTEND: 'noninteractive' }
  await runCommand(prefix[0] ?? 'apt-get', [...prefix.slice(1), 'update', '-q'], { env: environment })
  const names = missing.map(availableName)
  const [command, ...words] = [...prefix, 'install', '-y', '-q', '--no-install-recommends', ...names]
  const { code, output } = await runCommand(command ?? 'apt-get', words, { env: environment })
  if (code === 0) return true
  say(`${output}\nHet installeren van ${names.join(', ')} is niet gelukt.`)
  return false
}

/** How to call apt-get as root; `null` when that is not allowed. */
function rootPrefix(): string[] | null {
  if (process.getuid?.() === 0) return ['apt-get']
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n', 'apt-get'] : null
}

function isInstalled(name: string): boolean {
  const asked = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', name], { encoding: 'utf8' })
  return asked.status === 0 && asked.stdout === 'installed'
}

/** The name this release of Debian knows. */
function availableName(names: PackageNames): string {
  return names.find((name) => spawnSync('apt-cache', ['show', '--no-all-versions', name]).status === 0) ?? names[0]
}

export function hasCommand(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0
}
