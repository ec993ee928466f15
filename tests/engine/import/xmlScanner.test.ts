import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { XmlFault, XmlScanner } from '../../../electron/engine/import/xmlScanner.ts'

type Heard = [string, ...unknown[]]

/** Texts that come in pieces are one text. */
function add(heard: Heard[], text: string): void {
  const last = heard.at(-1)
  if (last?.[0] === 'text') last[1] = String(last[1]) + text
  else if (text !== '') heard.push(['text', text])
}

function scanned(pieces: readonly string[]): Heard[] | 'doctype' | 'fault' {
  const heard: Heard[] = []
  const scanner = new XmlScanner({
    open: (name, attributes) => void heard.push(['open', name, { ...attributes }]),
    close: (name) => void heard.push(['close', name]),
    text: (text) => add(heard, text),
  })
  try {
    for (const piece of pieces) scanner.push(piece)
    scanner.end()
    return heard
  } catch (error) {
    if (error instanceof XmlFault) return error.isDoctype ? 'doctype' : 'fault'
    throw error
  }
}

/** The same by a parser that knows all of XML. */
function parsed(text: string): Heard[] | 'fault' {
  const heard: Heard[] = []
  const parser = new SaxesParser({ xmlns: false, position: false })
  const bare = (name: string) => name.slice(name.indexOf(':') + 1)
  let depth = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag: { name: string; attributes: Record<string, string> }) => {
    depth += 1
    heard.push(['open', bare(tag.name), { ...tag.attributes }])
  })
  parser.on('closetag', (tag: { name: string }) => {
    depth -= 1
    heard.push(['close', bare(tag.name)])
  })
  parser.on('text', (one) => (depth > 0 ? add(heard, one) : undefined))
  parser.on('cdata', (one) => add(heard, one))
  try {
    parser.write(text).close()
    return heard
  } catch {
    return 'fault'
  }
}

const name = fc.constantFrom('a', 'row', 'x:c', 'Objecten:naam')
const text = fc.constantFrom('', ' ', 'a > b', '\n', 'één', '&amp;', '&#233;', '&#x1F363;', '&lt;a&gt;', '\r\n', 'x]')
const value = fc.constantFrom('', 'A1', 'a>b', "it's", '&quot;&#65;', '漢字')
const attribute = fc.tuple(fc.constantFrom('r', 't', 'xml:space'), value).map(([key, one]) => ` ${key}="${one}"`)
const extra = fc.constantFrom('', '<!-- <a> -->', '<?pi a>b?>', '<![CDATA[<a>&amp;]]>')
const { element } = fc.letrec((tie) => ({
  element: fc
    .tuple(name, fc.option(attribute, { nil: '' }), fc.array(fc.oneof({ maxDepth: 3 }, text, extra, tie('element')), { maxLength: 4 }), fc.boolean())
    .map(([tag, attributes, inside, isSpaced]) => {
      const body = inside.join('')
      const space = isSpaced ? ' \n' : ''
      return body === '' ? `<${tag}${attributes}${space}/>` : `<${tag}${attributes}${space}>${body}</${tag}${space}>`
    }),
}))
const document = fc.tuple(fc.constantFrom('', '\ufeff', '<?xml version="1.0" encoding="UTF-8"?>\n', '<!-- x -->'), element).map(([head, body]) => `${head}${body}`)

describe('XML', () => {
  test('a document is what a full parser makes of it', () => {
    fc.assert(fc.property(document, (xml) => {
      expect(scanned([xml])).toEqual(parsed(xml))
    }), { numRuns: 1000 })
  })

  test('where it is cut in pieces makes no difference', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 1, max: 7 }), (xml, size) => {
        const pieces = Array.from({ length: Math.ceil(xml.length / size) }, (_, i) => xml.slice(i * size, (i + 1) * size))
        expect(scanned(pieces)).toEqual(scanned([xml]))
      }),
      { numRuns: 1000 },
    )
  })

  test('what a full parser takes from a spoilt document is taken the same, and never more than it', () => {
    fc.assert(
      fc.property(document, fc.nat(200), fc.constantFrom('', '<', '>', '"', '</a>', '<a>', '&'), (xml, at, spoil) => {
        const spoilt = xml.slice(0, at) + spoil + xml.slice(at + 1)
        const expected = parsed(spoilt)
        if (expected !== 'fault') expect(scanned([spoilt])).toEqual(expected)
      }),
      { numRuns: 1000 },
    )
  })

  test.each(['<!DOCTYPE a><a/>', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', '<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///x"><a/>'])('%s is refused', (xml) => {
    expect(scanned([xml])).toBe('doctype')
    expect(scanned([...xml])).toBe('doctype')
  })

  test.each(['', 'x', '<a>', '<a></b>', '</a>', '<a/><b/>', '<a/>x', '<a b=c/>', '<a b/>', '<a b="<"/>', '<a', '<!x><a/>', '<a>&#0;</a>', '<a><b></a></b>'])('%s is not well-formed', (xml) => {
    expect(scanned([xml])).toBe('fault')
    expect(parsed(xml)).toBe('fault')
  })
})
