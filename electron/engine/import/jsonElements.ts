import { StringDecoder } from 'node:string_decoder'
import { createReadStream } from 'node:fs'
import { ProblemError } from '../problem.ts'

/** Longest text of one element: the outline of a municipality with a coast is a few megabytes. */
const LARGEST_ELEMENT = 50_000_000
const CHUNK = 262_144
const QUOTE = 34
const BACKSLASH = 92
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [123, 125, 91, 93]

/**
 * The objects of the array under one member of the top object (`{"features":[…]}`), or of a top-level array, each as text;
 * the file itself never stands in memory.
 * @throws ProblemError `file-damaged` when the array does not end, `file-too-large`
 */
export async function* jsonElements(path: string, member: string): AsyncGenerator<string> {
  const scanner = new ElementScanner(member)
  const decoder = new StringDecoder('utf8')
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    if (Buffer.isBuffer(chunk)) yield* scanner.scan(decoder.write(chunk))
    if (scanner.isDone) return
  }
  throw new ProblemError('file-damaged')
}

/** Follows braces, brackets and strings; knows no more of JSON than where an element begins and ends. */
class ElementScanner {
  readonly #start: RegExp
  #head: string | null = ''
  #element = ''
  #depth = 0
  #isInString = false
  #isEscaped = false
  isDone = false

  constructor(member: string) {
    this.#start = new RegExp(`^\\s*\\[|"${member}"\\s*:\\s*\\[`)
  }

  *scan(text: string): Generator<string> {
    const body = this.#head === null ? text : this.#findStart(text)
    let from = 0
    for (let i = 0; i < body.length && !this.isDone; i += 1) {
      const isEnd = this.#step(body.charCodeAt(i))
      if (this.#depth === 1 && this.#element === '' && body.charCodeAt(i) === OPEN_BRACE && !this.#isInString) from = i
      if (!isEnd) continue
      yield this.#element + body.slice(from, i + 1)
      this.#element = ''
    }
    if (this.#depth > 0) this.#element += body.slice(from)
    if (this.#element.length > LARGEST_ELEMENT) throw new ProblemError('file-too-large')
  }

  /** Skips to behind the bracket that opens the array. */
  #findStart(text: string): string {
    const head = (this.#head ?? '') + text
    const found = this.#start.exec(head)
    if (!found) {
      if (head.length > LARGEST_ELEMENT) throw new ProblemError('file-damaged')
      this.#head = head
      return ''
    }
    this.#head = null
    return head.slice(found.index + found[0].length)
  }

  /** @returns whether an element ended with this character */
  #step(code: number): boolean {
    if (this.#isInString) {
      if (this.#isEscaped) this.#isEscaped = false
      else if (code === BACKSLASH) this.#isEscaped = true
      else if (code === QUOTE) this.#isInString = false
      return false
    }
    if (code === QUOTE) this.#isInString = true
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) this.#depth += 1
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      this.#depth -= 1
      if (this.#depth < 0) this.isDone = true
      return this.#depth === 0
    }
    return false
  }
}
