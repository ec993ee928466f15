import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passesElfproef } from '../../../electron/engine/normalise/elfproef.ts'
import { maskBsn } from '../../../electron/engine/normalise/maskBsn.ts'

test.each([
  ['nine digits that pass the elfproef', 'Betrokkene 111222333 is gezien.', 'Betrokkene •••••2333 is gezien.'],
  ['grouped as people write them', '1234.56.782 en 123 456 782', '•••••6782 en •••••6782'],
  ['called a BSN, whether it passes or not', 'BSN: 111252333, sofi-nummer 12345678', 'BSN: •••••2333, sofi-nummer •••••5678'],
  ['a KVK number stays', 'KVK 12345678 en vestiging 000037178598', 'KVK 12345678 en vestiging 000037178598'],
  ['a hash stays', 'SHA-256 ab111222333cd 111222333cd', 'SHA-256 ab111222333cd 111222333cd'],
  ['a BAG id stays', '0034200000012345', '0034200000012345'],
  ['dates, amounts and case numbers stay', '11-04-2024, € 123.456.782, Z-2026-111222333', '11-04-2024, € 123.456.782, Z-2026-111222333'],
])('%s', (_what, text, expected) => {
  expect(maskBsn(text)).toBe(expected)
})

test('no nine digits that pass the elfproef are left between words', () => {
  const words = fc.array(fc.oneof(fc.constantFrom('bewoner', 'meldt', '(', ','), fc.integer({ min: 100_000_000, max: 999_999_999 }).map(String)), { maxLength: 12 })
  fc.assert(
    fc.property(words, (parts) => {
      const left = maskBsn(parts.join(' ')).match(/(?<!\d)\d{9}(?!\d)/g) ?? []
      expect(left.filter(passesElfproef)).toEqual([])
    }),
  )
})
