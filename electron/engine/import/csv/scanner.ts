import type { TextReading } from '#shared/model/source.ts'

/** What a scanner finds, in order; each answers whether to go on. */
export interface RecordListener {
  record(cells: string[]): boolean
  /** a line whose quote is never closed, as it stands */
  broken(line: string): boolean
  /** what to end with at a line without end */
  endless(): Error
}

/** A record longer than this is one endless cell, or a quote that was never closed. */
const LARGEST_RECORD = 400_000
const SHOWN_OF_BROKEN = 2000
const [NEWLINE, RETURN] = [10, 13]
/** stands in no UTF-8 text, and so for a quote that is not there */
const NO_QUOTE = 0xff
const [INCOMPLETE, BROKEN, LITERAL] = [-1, -2, -3]

/**
 * Cuts UTF-8 bytes into records, as RFC 4180 and with what spreadsheets and people add to it: any separator and line end, quotes inside
 * a value that does not begin with one, and lines whose quote is never closed, which cost themselves only.
 * A line without quotes is cut by the engine of the language itself; only others are looked at byte by byte.
 */
export class RecordScanner {
  readonly #separator: string
  readonly #sign: string
  readonly #quoteCode: number
  readonly #mark: Buffer
  readonly #listener: RecordListener
  #rest: Buffer = Buffer.alloc(0)
  #bytes: Buffer = Buffer.alloc(0)
  #isLast = false
  #goesOn = true
  /** the next quote and the next carriage return from the place of reading on; −1 when there is none left */
  #quote = 0
  #return = 0

  constructor({ separator, quote }: Pick<TextReading, 'separator' | 'quote'>, listener: RecordListener) {
    this.#separator = separator
    this.#sign = quote
    this.#quoteCode = quote === '' ? NO_QUOTE : quote.charCodeAt(0)
    this.#mark = Buffer.from(separator)
    this.#listener = listener
  }

  /** @returns whether more is wanted @throws what the listener says of a line without end */
  push(chunk: Buffer): boolean {
    this.#scan(this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]))
    return this.#goesOn
  }

  /** The last record may lack its line end. */
  end(): void {
    this.#isLast = true
    this.#scan(this.#rest)
  }

  #scan(bytes: Buffer): void {
    this.#bytes = bytes
    this.#quote = bytes.indexOf(this.#quoteCode)
    this.#return = bytes.indexOf(RETURN)
    let at = 0
    while (at < bytes.length && this.#goesOn) {
      const next = this.#record(at)
      if (next === INCOMPLETE) break
      at = next
    }
    this.#rest = bytes.subarray(at)
  }

  /** Hands the record that begins here over. @returns the place behind it, or INCOMPLETE */
  #record(at: number): number {
    const bytes = this.#bytes
    const end = this.#lineEnd(at)
    if (end === INCOMPLETE) return this.#wait(at, end)
    if (this.#quote !== -1 && this.#quote < at) this.#quote = bytes.indexOf(this.#quoteCode, at)
    if (this.#quote === -1 || this.#quote >= end) {
      this.#goesOn = this.#listener.record(bytes.toString('utf8', at, end).split(this.#separator))
      return this.#behind(end)
    }
    const cells: string[] = []
    const next = this.#cut(at, cells)
    if (next === INCOMPLETE) return this.#wait(at, end)
    if (next === BROKEN) return this.#break(at, end)
    this.#goesOn = this.#listener.record(cells)
    return next
  }

  /** More bytes may finish the record, unless it is far too long already. */
  #wait(at: number, end: number): number {
    if (this.#bytes.length - at <= LARGEST_RECORD) return INCOMPLETE
    if (end === INCOMPLETE) throw this.#listener.endless()
    return this.#break(at, end)
  }

  #break(at: number, end: number): number {
    this.#goesOn = this.#listener.broken(this.#bytes.toString('utf8', at, Math.min(end, at + SHOWN_OF_BROKEN)))
    return this.#behind(end)
  }

  /** The place of the line end from here on; the last line ends with the file. */
  #lineEnd(at: number): number {
    const { length } = this.#bytes
    if (this.#return !== -1 && this.#return < at) this.#return = this.#bytes.indexOf(RETURN, at)
    const newline = this.#bytes.indexOf(NEWLINE, at)
    const found = this.#return === -1 || (newline !== -1 && newline < this.#return) ? newline : this.#return
    if (this.#isLast) return found === -1 ? length : found
    // a carriage return at the very end may have its newline in the next bytes
    return found === -1 || (found === length - 1 && found !== newline) ? INCOMPLETE : found
  }

  #behind(end: number): number {
    const isPair = this.#bytes[end] === RETURN && this.#bytes[end + 1] === NEWLINE
    return Math.min(end + (isPair ? 2 : 1), this.#bytes.length)
  }

  /** Cuts a record with quotes in it. @returns the place behind it, INCOMPLETE, or BROKEN */
  #cut(at: number, cells: string[]): number {
    const bytes = this.#bytes
    for (let from = at; ; from += this.#mark.length) {
      const close = bytes[from] === this.#quoteCode ? this.#closing(from + 1) : LITERAL
      if (close === INCOMPLETE || close === BROKEN) return close
      const end = close === LITERAL ? this.#cellEnd(from) : close + 1
      if (end >= bytes.length && !this.#isLast) return INCOMPLETE
      cells.push(close === LITERAL ? bytes.toString('utf8', from, end) : bytes.toString('utf8', from + 1, close).replaceAll(this.#sign + this.#sign, this.#sign))
      if (end >= bytes.length) return end
      if (!this.#isSeparator(end)) return bytes[end] === RETURN && end + 1 >= bytes.length && !this.#isLast ? INCOMPLETE : this.#behind(end)
      from = end
    }
  }

  /**
   * The quote that closes a value: one before a separator, a line end or the end. Another quote is a literal one when it stands on
   * the same line (`"Bar" Almere`), else the value was never closed and this is the quote of a later one.
   */
  #closing(from: number): number {
    const bytes = this.#bytes
    for (let at = bytes.indexOf(this.#quoteCode, from); at !== -1; at = bytes.indexOf(this.#quoteCode, at + 2)) {
      if (at + this.#mark.length >= bytes.length && !this.#isLast) return INCOMPLETE
      if (bytes[at + 1] === this.#quoteCode) continue
      if (at + 1 >= bytes.length || isLineEnd(bytes[at + 1]) || this.#isSeparator(at + 1)) return at
      return this.#cellEnd(from, at) < at ? BROKEN : LITERAL
    }
    return this.#isLast ? BROKEN : INCOMPLETE
  }

  /** The first separator or line end from here on; with a limit only a line end before it counts. */
  #cellEnd(from: number, limit = -1): number {
    const bytes = this.#bytes
    const last = limit < 0 ? bytes.length : limit
    let at = from
    while (at < last && !isLineEnd(bytes[at]) && (limit >= 0 || !this.#isSeparator(at))) at += 1
    return at
  }

  #isSeparator(at: number): boolean {
    const mark = this.#mark
    if (this.#bytes[at] !== mark[0]) return false
    return mark.length === 1 || this.#bytes.subarray(at, at + mark.length).equals(mark)
  }
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === NEWLINE || byte === RETURN
}
