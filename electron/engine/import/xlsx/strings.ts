import { ProblemError } from '../../problem.ts'
import type { Archive } from '../archive.ts'
import { LARGEST_CELL } from '../workbook.ts'
import { readXml } from '../xml.ts'

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g
/** A table of strings larger than this does not fit the memory of a job. */
const MOST_CHARACTERS = 400_000_000

/** The shared strings, rich text as plain text, phonetic runs left out. */
export async function readSharedStrings(archive: Archive, part: string | null): Promise<string[]> {
  const strings: string[] = []
  if (part === null) return strings
  const run = new RunText(() => new ProblemError('cell-too-large'))
  let total = 0
  await readXml(await archive.stream(part), {
    open: (name) => {
      if (name === 'si') run.start()
      else run.open(name)
    },
    close: (name) => {
      if (name !== 'si') return run.close(name)
      const text = run.take()
      total += text.length
      if (total > MOST_CHARACTERS) throw new ProblemError('file-too-large')
      strings.push(text)
    },
    text: (text) => run.add(text),
    endless: () => new ProblemError('cell-too-large'),
  })
  return strings
}

/** Puts together the `t` elements of a string, whether plain or in runs, but not those inside `rPh` (how to pronounce it). */
export class RunText {
  readonly #tooLarge: () => ProblemError
  #text = ''
  #isInText = false
  #phonetic = 0

  /** @param tooLarge made when a string passes {@link LARGEST_CELL} */
  constructor(tooLarge: () => ProblemError) {
    this.#tooLarge = tooLarge
  }

  start(): void {
    this.#text = ''
    this.#phonetic = 0
    this.#isInText = false
  }

  open(name: string): void {
    if (name === 'rPh') this.#phonetic += 1
    else if (name === 't') this.#isInText = this.#phonetic === 0
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1
    else if (name === 't') this.#isInText = false
  }

  add(text: string): void {
    if (!this.#isInText) return
    this.#text += text
    if (this.#text.length > LARGEST_CELL) throw this.#tooLarge()
  }

  take(): string {
    return unescapeText(this.#text)
  }
}

/** `_x000D_` stands for a character XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  return text.includes('_x') ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text
}
