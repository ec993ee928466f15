import { spawn } from 'node:child_process'
import { projectRoot } from '../../electron/cli/runtime.ts'

export interface CommandResult {
  code: number
  /** what the command wrote, both streams in the order of arrival */
  output: string
}

export interface CommandOptions {
  cwd?: string
  env?: Record<string, string | undefined>
  /** shows the output while it comes, besides keeping it */
  show?: boolean
  /** called with every piece of output; may end the command */
  watch?: (end: () => void) => () => void
}

/** Runs a command to its end, without input, and keeps what it wrote. A command that cannot start has code 127. */
export function runCommand(command: string, words: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, words, {
      cwd: options.cwd ?? projectRoot,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command === 'npm',
    })
    const parts: Buffer[] = []
    const unwatch = options.watch?.(() => child.kill())
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part: Buffer) => {
        parts.push(part)
        if (options.show === true) process.stderr.write(part)
      })
    }
    child.on('error', (error) => {
      unwatch?.()
      resolve({ code: 127, output: error.message })
    })
    child.on('close', (code) => {
      unwatch?.()
      resolve({ code: code ?? 1, output: Buffer.concat(parts).toString('utf8') })
    })
  })
}

/** Says on stderr what is being done, so that stdout stays free for results. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}
