import { StringDecoder } from 'node:string_decoder'
import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { ProblemError } from '../problem.ts'
import { chunksOf } from './archive.ts'

export type Attributes = Record<string, string>

/** What a reader of XML hears; names come without their prefix, so `x:row` and `row` are one. */
export interface XmlListener {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(text: string): void
  /** false ends the reading early */
  wantsMore?(): boolean
  /** the problem to end with when one text or tag does not end */
  endless?(): ProblemError
}

/** The parser keeps a text until its end; one of this many characters is none that is wanted. */
const LONGEST_TEXT = 4_000_000

/** The name behind the prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** An attribute whatever its prefix, such as `r:id` in `relationships:id`. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const direct = attributes[name]
  if (direct !== undefined) return direct
  const key = Object.keys(attributes).find((one) => localName(one) === name)
  return key === undefined ? undefined : attributes[key]
}

/**
 * Feeds a stream of XML to a listener. No document type is allowed, so entities cannot be declared and nothing outside is fetched.
 * @throws ProblemError `file-hostile` on a DOCTYPE, `file-damaged` when the XML is not well-formed
 */
export async function readXml(stream: Readable, listener: XmlListener): Promise<void> {
  const heard = { characters: 0 }
  const parser = parserFor(listener, heard)
  const decoder = new StringDecoder('utf8')
  for await (const chunk of chunksOf(stream)) {
    heard.characters += chunk.length
    parser.write(decoder.write(chunk))
    if (heard.characters > LONGEST_TEXT) throw listener.endless?.() ?? new ProblemError('file-hostile')
    if (listener.wantsMore?.() === false) return
  }
  parser.write(decoder.end())
  parser.close()
}

/** @param heard characters since the last tag; set back at each */
function parserFor(listener: XmlListener, heard: { characters: number }): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const names = new Map<string, string>()
  const bare = (name: string): string => {
    const found = names.get(name)
    if (found !== undefined) return found
    const made = localName(name)
    if (names.size < MOST_NAMES) names.set(name, made)
    return made
  }
  parser.on('doctype', () => {
    throw new ProblemError('file-hostile')
  })
  parser.on('error', () => {
    throw new ProblemError('file-damaged')
  })
  parser.on('opentag', (tag: { name: string; attributes: Attributes }) => {
    heard.characters = 0
    listener.open(bare(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag: { name: string }) => {
    heard.characters = 0
    listener.close(bare(tag.name))
  })
  parser.on('text', (text) => listener.text(text))
  parser.on('cdata', (text) => listener.text(text))
  return parser
}

const MOST_NAMES = 5000
