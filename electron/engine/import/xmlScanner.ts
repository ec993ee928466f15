/** Attributes of a tag by their full name. */
export type Attributes = Record<string, string>

/** What a scanner tells; names come without their prefix. Text may come in pieces. */
export interface ScanListener {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(text: string): void
}

/** Why a text is no XML that may be read. */
export class XmlFault extends Error {
  /** a document type, which could declare entities; else the text is not well-formed */
  readonly isDoctype: boolean

  constructor(isDoctype: boolean) {
    super('xml')
    this.isDoctype = isDoctype
  }
}

const [TAB, NEWLINE, RETURN, SPACE, BANG, DOUBLE, SINGLE, SLASH, LESS, EQUALS, MORE, QUESTION] = [9, 10, 13, 32, 33, 34, 39, 47, 60, 61, 62, 63]
const NO_ATTRIBUTES: Attributes = Object.freeze({})
const ENTITY = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));|&/g
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const LONGEST_ENTITY = 12
const [COMMENT, CDATA, DOCTYPE] = ['<!--', '<![CDATA[', '<!DOCTYPE'] as const
/** A text cut from another is a copy up to this length; a longer one would keep the whole of the other in memory. */
const LONGEST_COPIED = 12
const INCOMPLETE = -1

/**
 * Cuts XML into tags and texts, several times as fast as a parser that looks at every character. Knows elements, attributes, text,
 * CDATA, comments and processing instructions; entities other than the five of XML itself are a fault, and so is a document type.
 */
export class XmlScanner {
  readonly #listener: ScanListener
  readonly #open: { raw: string; name: string }[] = []
  #text = ''
  #hasRoot = false

  constructor(listener: ScanListener) {
    this.#listener = listener
  }

  /** Characters that wait for the end of the tag, comment or entity they are in. */
  get waiting(): number {
    return this.#text.length
  }

  /** @throws XmlFault */
  push(piece: string): void {
    this.#text = this.#text === '' ? piece : this.#text + piece
    let at = 0
    for (;;) {
      const tag = this.#text.indexOf('<', at)
      const end = tag === -1 ? this.#safeEnd(at) : tag
      if (end > at) this.#say(this.#text.slice(at, end))
      at = end
      if (tag === -1) break
      const next = this.#markup(tag)
      if (next === INCOMPLETE) break
      at = next
    }
    this.#text = this.#text.slice(at)
  }

  /** @throws XmlFault when an element is still open, or there never was one */
  end(): void {
    if (this.#open.length > 0 || !this.#hasRoot || this.#text.trim() !== '') throw new XmlFault(false)
  }

  /** Where a text can be cut without cutting an entity or a line end. */
  #safeEnd(from: number): number {
    const text = this.#text
    const entity = text.lastIndexOf('&')
    if (entity >= from && text.length - entity <= LONGEST_ENTITY && !text.includes(';', entity)) return entity
    return text.charCodeAt(text.length - 1) === RETURN ? text.length - 1 : text.length
  }

  #say(raw: string): void {
    if (this.#open.length > 0) this.#listener.text(own(plainLines(decoded(raw))))
    // white space, and a byte order mark, which counts as such
    else if (raw.trim() !== '') throw new XmlFault(false)
  }

  /** What begins with `<`. @returns the place behind it */
  #markup(at: number): number {
    const code = this.#text.charCodeAt(at + 1)
    if (Number.isNaN(code)) return INCOMPLETE
    if (code === SLASH) return this.#closeTag(at)
    if (code === QUESTION) return this.#behind('?>', at + 2)
    return code === BANG ? this.#declaration(at) : this.#openTag(at)
  }

  #behind(mark: string, from: number): number {
    const end = this.#text.indexOf(mark, from)
    return end === -1 ? INCOMPLETE : end + mark.length
  }

  #declaration(at: number): number {
    const text = this.#text
    if (text.startsWith(COMMENT, at)) return this.#behind('-->', at + COMMENT.length)
    if (text.startsWith(CDATA, at) && this.#open.length > 0) {
      const end = this.#behind(']]>', at + CDATA.length)
      if (end !== INCOMPLETE) this.#listener.text(own(plainLines(text.slice(at + CDATA.length, end - ']]>'.length))))
      return end
    }
    const isCut = [COMMENT, CDATA, DOCTYPE].some((mark) => text.length - at < mark.length && mark.startsWith(text.slice(at)))
    if (isCut) return INCOMPLETE
    throw new XmlFault(text.startsWith(DOCTYPE, at))
  }

  #closeTag(at: number): number {
    const top = this.#open.at(-1)
    const end = this.#text.indexOf('>', at)
    if (end === -1) return INCOMPLETE
    const nameEnd = at + 2 + (top?.raw.length ?? 0)
    if (!top || !this.#text.startsWith(top.raw, at + 2) || (nameEnd !== end && this.#text.slice(nameEnd, end).trim() !== '')) throw new XmlFault(false)
    this.#open.pop()
    this.#listener.close(top.name)
    return end + 1
  }

  #openTag(at: number): number {
    const text = this.#text
    const nameEnd = nameEndAt(text, at + 1)
    if (nameEnd >= text.length) return INCOMPLETE
    let attributes = NO_ATTRIBUTES
    let place = nameEnd
    for (;;) {
      place = behindSpace(text, place)
      const code = text.charCodeAt(place)
      if (code === MORE) return this.#begin(text.slice(at + 1, nameEnd), attributes, false, place + 1)
      if (code === SLASH) {
        if (place + 1 >= text.length) return INCOMPLETE
        if (text.charCodeAt(place + 1) !== MORE) throw new XmlFault(false)
        return this.#begin(text.slice(at + 1, nameEnd), attributes, true, place + 2)
      }
      if (Number.isNaN(code)) return INCOMPLETE
      if (attributes === NO_ATTRIBUTES) attributes = {}
      place = readAttribute(text, place, attributes)
      if (place === INCOMPLETE) return INCOMPLETE
    }
  }

  #begin(raw: string, attributes: Attributes, isEmpty: boolean, next: number): number {
    if (raw === '' || (this.#hasRoot && this.#open.length === 0)) throw new XmlFault(false)
    this.#hasRoot = true
    const name = raw.slice(raw.indexOf(':') + 1)
    this.#listener.open(name, attributes)
    if (isEmpty) this.#listener.close(name)
    else this.#open.push({ raw: own(raw), name: own(name) })
    return next
  }
}

/** Reads one attribute. @returns the place behind it, or INCOMPLETE */
function readAttribute(text: string, at: number, attributes: Attributes): number {
  const nameEnd = nameEndAt(text, at)
  const equals = behindSpace(text, nameEnd)
  const open = behindSpace(text, equals + 1)
  if (open >= text.length) return INCOMPLETE
  const quote = text.charCodeAt(open)
  if (nameEnd === at || text.charCodeAt(equals) !== EQUALS || (quote !== DOUBLE && quote !== SINGLE)) throw new XmlFault(false)
  const close = text.indexOf(quote === DOUBLE ? '"' : "'", open + 1)
  if (close === -1) return INCOMPLETE
  const value = text.slice(open + 1, close)
  if (value.includes('<')) throw new XmlFault(false)
  attributes[text.slice(at, nameEnd)] = decoded(value)
  return close + 1
}

function nameEndAt(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === MORE || code === EQUALS || code === SLASH || isSpace(code)) return at
    if (code === LESS || code === DOUBLE || code === SINGLE) throw new XmlFault(false)
  }
  return text.length
}

function behindSpace(text: string, from: number): number {
  let at = from
  while (isSpace(text.charCodeAt(at))) at += 1
  return at
}

function isSpace(code: number): boolean {
  return code === SPACE || code === NEWLINE || code === RETURN || code === TAB
}

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (_, named: string | undefined, decimal: string | undefined, hex: string | undefined) => {
    if (named !== undefined) return NAMED[named] ?? ''
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    if (!(code > 0 && code <= 0x10_ffff)) throw new XmlFault(false)
    return String.fromCodePoint(code)
  })
}

/** Every line end is one newline (XML 1.0, 2.11). */
function plainLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** A string of its own, so that what is kept does not keep the piece it was cut from. */
function own(text: string): string {
  return text.length > LONGEST_COPIED ? ` ${text}`.slice(1) : text
}
