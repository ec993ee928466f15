import { StringDecoder } from 'node:string_decoder'
import type { Readable } from 'node:stream'
import { ProblemError } from '../problem.ts'
import { chunksOf } from './archive.ts'
import { XmlFault, XmlScanner, type Attributes } from './xmlScanner.ts'

export type { Attributes } from './xmlScanner.ts'

/** What a reader of XML hears; names come without their prefix, so `x:row` and `row` are one. */
export interface XmlListener {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  /** text may come in pieces */
  text(text: string): void
  /** false ends the reading early */
  wantsMore?(): boolean
  /** the problem to end with when one text or tag does not end */
  endless?(): ProblemError
}

/** A text or tag of this many characters is none that is wanted. */
const LONGEST_TEXT = 4_000_000

/** The name behind the prefix. */
function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** An attribute by its name without prefix: `id` finds `r:id` as well. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const direct = attributes[name]
  if (direct !== undefined) return direct
  const key = Object.keys(attributes).find((one) => localName(one) === name)
  return key === undefined ? undefined : attributes[key]
}

/**
 * Feeds a stream of XML to a listener. No document type is allowed, so entities cannot be declared and nothing outside is fetched.
 * @throws ProblemError `file-hostile` on a DOCTYPE or a text without end, `file-damaged` when the XML is not well-formed
 */
export async function readXml(stream: Readable, listener: XmlListener): Promise<void> {
  let heard = 0
  const scanner = new XmlScanner({
    open: (name, attributes) => {
      heard = 0
      listener.open(name, attributes)
    },
    close: (name) => {
      heard = 0
      listener.close(name)
    },
    text: (text) => {
      heard += text.length
      listener.text(text)
    },
  })
  const decoder = new StringDecoder('utf8')
  try {
    for await (const chunk of chunksOf(stream)) {
      scanner.push(decoder.write(chunk))
      if (heard + scanner.waiting > LONGEST_TEXT) throw listener.endless?.() ?? new ProblemError('file-hostile')
      if (listener.wantsMore?.() === false) return
    }
    scanner.push(decoder.end())
    scanner.end()
  } catch (error) {
    throw error instanceof XmlFault ? new ProblemError(error.isDoctype ? 'file-hostile' : 'file-damaged') : error
  }
}
