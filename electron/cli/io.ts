import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ProblemError } from '../engine/problem.ts'

/** What a command needs of the terminal it was typed in; tests hand in their own. */
export interface Io {
  /** a line on stdout */
  out(line: string): void
  /** a line on stderr */
  error(line: string): void
  /** on stderr, without a new line behind it */
  draw(text: string): void
  /** whether somebody watches stderr: progress is shown there only then */
  isWatched: boolean
  environment: Readonly<Record<string, string | undefined>>
  /** asks for a line that is not shown, or null when nobody can be asked */
  askHidden: ((question: string) => Promise<string>) | null
  /** a line that is shown nowhere: asked for where somebody can be, else the next of standard input; empty when there is none */
  readLine(question: string): Promise<string>
  now(): string
  /** a PDF of a complete HTML document, @throws ProblemError `print-unavailable` */
  print(html: string): Promise<Uint8Array>
  /** calls `listener` when the user presses Ctrl-C; returns the way to stop listening */
  onInterrupt(listener: () => void): () => void
}

/** What a command leaves: an object for programs, and lines for people. */
export interface Outcome {
  data: Record<string, unknown>
  text: string[]
  /** sentences on what could not be done while the rest was: they go to stderr and the exit code is 1 */
  failures?: string[]
}

/** A command that was typed wrongly: exit code 2 with the sentence, what can be chosen, and the help. */
export class UsageError extends Error {
  readonly choices: readonly string[]

  constructor(sentence: string, choices: readonly string[] = []) {
    super(sentence)
    this.choices = choices
  }
}

/** A place to write a file: its folder is there. @throws ProblemError `folder-missing` */
export function newFile(io: Io, path: string): string {
  const file = userPath(io, path)
  if (existsSync(dirname(file))) return file
  throw new ProblemError('folder-missing', { folder: dirname(file) })
}

/** Makes a folder where there is none. @throws UsageError when a file stands there */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isFile()) throw new UsageError(`${folder} is een bestand, geen map.`)
  mkdirSync(folder, { recursive: true })
}

/** A path as the user meant it: npm runs scripts in the folder of the project, not in the one the user stands in. */
export function userPath(io: Io, path: string): string {
  const folder = io.environment['npm_lifecycle_event'] === undefined ? undefined : io.environment['INIT_CWD']
  return resolve(folder ?? process.cwd(), path)
}
