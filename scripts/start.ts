import { spawn } from 'node:child_process'
import { projectRoot, sandboxArguments } from '../electron/cli/runtime.ts'
import { build, isBuildStale } from './setup/build.ts'
import { say } from './setup/command.ts'
import { ensureSystemPackages } from './setup/debian.ts'
import { resolveRuntime } from './setup/runtime.ts'

/** Sets up what is missing and opens the application. @returns the exit code */
async function start(words: readonly string[]): Promise<number> {
  if (!hasDisplay()) {
    say(
      'Er is geen beeldscherm: DISPLAY en WAYLAND_DISPLAY zijn leeg, dus een venster kan niet open.\n' +
        'Start op een bureaublad, of bekijk zonder venster wat de toepassing doet met: npm run demo',
    )
    return 1
  }
  if (!(await ensureSystemPackages('window'))) return 1
  const runtime = await resolveRuntime()
  if (isBuildStale()) {
    say('Bouwen …')
    const { code, output } = await build()
    if (code !== 0) {
      say(`${output}\nHet bouwen is niet gelukt.`)
      return 1
    }
  }
  const sandbox = sandboxArguments()
  if (runtime.kind === 'test') say('De toepassing draait in de testruntime (een oudere Electron, alleen voor ontwikkeling).')
  if (sandbox.length > 0) say('Het besturingssysteem geeft hier geen afscherming (root, of geen user namespaces): Chromium draait zonder.')
  // Chromium's own notes on services a bare machine lacks help nobody
  return open(runtime.executable, [...sandbox, '--log-level=3', projectRoot, ...words])
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (process.env[name] ?? '') !== '')
}

function open(executable: string, words: readonly string[]): Promise<number> {
  const child = spawn(executable, words, { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => {
    child.on('error', (error) => {
      say(`De toepassing kon niet starten: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

try {
  process.exitCode = await start(process.argv.slice(2))
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
