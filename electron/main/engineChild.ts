import { utilityProcess } from 'electron'
import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { FromEngine, ToEngine } from '#shared/contract/host.ts'
import { applicationFolder, isTestRuntime } from './runtime.ts'

/** The running engine, whichever way it was started. */
export interface EngineChild {
  post(message: ToEngine): void
  kill(): void
}

export interface EngineListeners {
  message(message: FromEngine): void
  exit(): void
}

/**
 * Starts the engine in a process of its own: Electron's own kind in the product, Node 24 under the test runtime.
 * @param settings folder of the application, where the engine keeps what the workstation remembers of vaults
 */
export function startEngineChild(settings: string, listeners: EngineListeners): EngineChild {
  const entry = join(import.meta.dirname, 'engine.cjs')
  return isTestRuntime ? startUnderNode(entry, [settings], listeners) : startAsUtility(entry, [settings], listeners)
}

function startAsUtility(entry: string, words: string[], listeners: EngineListeners): EngineChild {
  const child = utilityProcess.fork(entry, words, { serviceName: 'signaal-motor', env: harmlessEnvironment(), stdio: 'inherit' })
  child.on('message', (message: unknown) => receive(message, listeners))
  child.once('exit', () => listeners.exit())
  return { post: (message) => child.postMessage(message), kill: () => void child.kill() }
}

function startUnderNode(entry: string, words: string[], listeners: EngineListeners): EngineChild {
  const child = fork(entry, words, {
    execPath: join(applicationFolder, 'node_modules', 'node', 'bin', 'node'),
    execArgv: [],
    env: harmlessEnvironment(),
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  child.on('message', (message: unknown) => receive(message, listeners))
  child.on('error', () => listeners.exit())
  child.once('exit', () => listeners.exit())
  return {
    post: (message) => {
      // to a process that is just ending nothing can be said; its exit tells the rest
      if (child.connected) child.send(message, () => undefined)
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

function receive(message: unknown, listeners: EngineListeners): void {
  if (isFromEngine(message)) listeners.message(message)
}

const kinds: ReadonlySet<unknown> = new Set<FromEngine['type']>(['ready', 'reply', 'event', 'print'])

/** The engine is our own process and its messages are typed where they are made; the kind tells them from noise. */
function isFromEngine(message: unknown): message is FromEngine {
  return typeof message === 'object' && message !== null && 'type' in message && kinds.has(message.type)
}

const harmless = /^(?:PATH|HOME|USER|USERNAME|USERPROFILE|LANG|LANGUAGE|LC_.*|TZ|TMPDIR|TEMP|TMP|SYSTEMROOT|WINDIR|APPDATA|LOCALAPPDATA)$/i

/** Only what a process needs to find its place: nothing that makes Node load other code, write traces or open a debugger. */
function harmlessEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter((entry): entry is [string, string] => harmless.test(entry[0]) && entry[1] !== undefined)
  return Object.fromEntries(kept)
}
