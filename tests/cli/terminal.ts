import { Readable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { ProblemError } from '../../electron/engine/problem.ts'
import { runCommandLine } from '../../electron/cli/run.ts'
import { lineReader } from '../../electron/cli/unseen.ts'
import { NOW } from '../fixtures/vault.ts'

export const PASSPHRASE = 'vijf willekeurige woorden achter elkaar'

/** A machine without an Electron. */
export function noPrinter(_html: string): Promise<Uint8Array> {
  return Promise.reject(new ProblemError('print-unavailable'))
}

/** What a command left in the terminal. */
export interface Typed {
  code: number
  out: string[]
  error: string[]
  /** what whoever watches the progress sees, one after another */
  seen: string[]
  /** the JSON object of the last line */
  json(): Record<string, unknown>
}

/**
 * Types a command in a terminal that nobody watches.
 * @param stopAt presses Ctrl-C as soon as the progress says this; then somebody does watch
 * @param now what the clock says
 * @param input what stands on standard input
 */
export async function type(words: readonly string[], environment: Record<string, string> = { SIGNAAL_WACHTWOORD: PASSPHRASE }, printer = noPrinter, stopAt: string | null = null, now = NOW, input = ''): Promise<Typed> {
  let press = (): void => undefined
  const out: string[] = []
  const error: string[] = []
  const seen: string[] = []
  const code = await runCommandLine(words, {
    out: (line) => void out.push(line),
    error: (line) => void error.push(line),
    draw: (text) => {
      seen.push(stripVTControlCharacters(text).trim())
      if (stopAt !== null && text.includes(stopAt)) press()
    },
    isWatched: stopAt !== null,
    environment,
    askHidden: null,
    readLine: lineReader(Readable.from([input])),
    now: () => now,
    print: printer,
    onInterrupt: (listener) => {
      press = listener
      return () => undefined
    },
  })
  return { code, out, error, seen, json: () => JSON.parse(out.at(-1) ?? 'null') }
}
