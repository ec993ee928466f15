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
}

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
  const parser = new SaxesParser({ xmlns: false, position: false })
  const decoder = new StringDecoder('utf8')
  const names = new Map<string, string>()
  const bare = (name: string): string => {
    const found = names.get(name)
    if (found !== undefined) return found
    const made = localName(name)
    if (names.size < 5000) names.set(name, made)
    return made
  }
  parser.on('doctype', () => {
    throw new ProblemError('file-hostile')
  })
  parser.on('error', () => {
    throw new ProblemError('file-damaged')
  })
  parser.on('opentag', (tag: { name: string; attributes: Attributes }) => listener.open(bare(tag.name), tag.attributes))
  parser.on('closetag', (tag: { name: string }) => listener.close(bare(tag.name)))
  parser.on('text', (text) => listener.text(text))
  parser.on('cdata', (text) => listener.text(text))
  await feed(stream, parser, decoder, listener)
}

async function feed(stream: Readable, parser: SaxesParser, decoder: StringDecoder, listener: XmlListener): Promise<void> {
  for await (const chunk of chunksOf(stream)) {
    parser.write(decoder.write(chunk))
    if (listener.wantsMore?.() === false) return
  }
  parser.write(decoder.end())
  parser.close()
}
