import { ProblemError } from '../../electron/engine/problem.ts'
import { runCommandLine } from '../../electron/cli/run.ts'
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
  /** the JSON object of the last line */
  json(): Record<string, unknown>
}

/** Types a command in a terminal that nobody watches. */
export async function type(words: readonly string[], environment: Record<string, string> = { SIGNAAL_WACHTWOORD: PASSPHRASE }, printer = noPrinter): Promise<Typed> {
  const out: string[] = []
  const error: string[] = []
  const code = await runCommandLine(words, {
    out: (line) => void out.push(line),
    error: (line) => void error.push(line),
    draw: () => undefined,
    isWatched: false,
    environment,
    askHidden: null,
    now: () => NOW,
    print: printer,
    onInterrupt: () => () => undefined,
  })
  return { code, out, error, json: () => JSON.parse(out.at(-1) ?? 'null') }
}
