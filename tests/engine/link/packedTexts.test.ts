import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packTexts, textReader, type Encoding, type PackedTexts } from '../../../electron/engine/link/packedTexts.ts'

const packed = (texts: readonly string[], encoding: Encoding): PackedTexts => packTexts(texts.length, (number) => texts[number] ?? '', encoding)

test('texts come out of packed ones as they went in, whatever they are', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }))), (texts) => {
    const read = textReader(packed(texts, 'utf8'), 'utf8')
    expect(texts.map((_, number) => read(number))).toEqual(texts)
    expect([-1, texts.length].map(read)).toEqual(['', ''])
  }))
})

test('what stands in hexadecimal takes half the bytes, and comes out in capitals', () => {
  const texts = ['00FF', '', 'ABCDEF0123']
  const all = packed(texts, 'hex')
  expect(all.bytes).toHaveLength(7)
  expect(texts.map((_, number) => textReader(all, 'hex')(number))).toEqual(texts)
})

test('they are read where they stand in a list that is part of another', () => {
  const { bytes, ends } = packed(['één', 'twee'], 'utf8')
  const among = new Uint8Array(bytes.length + 3)
  among.set(bytes, 2)
  expect(textReader({ bytes: among.subarray(2, -1), ends }, 'utf8')(1)).toBe('twee')
})
