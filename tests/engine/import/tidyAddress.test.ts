import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tidyAddress } from '../../../electron/engine/import/tidyAddress.ts'
import { parseAddress } from '../../../electron/engine/normalise/address.ts'

const words = ['Markerkant', 'De', 'Ruijterkade', "'t", 'Veerhuis', 'Belgiëlaan', 'Place', 'du', 'Marché', 'Lange-Kade', 'Almere', 'Nvt', 'onbekend', 'Buiten', 'x']
const name = fc.array(fc.constantFrom(...words), { maxLength: 3 }).map((parts) => parts.join(' '))
const parts = fc.record({
  line: fc.constant(''),
  street: name,
  number: fc.oneof(fc.integer({ min: 0, max: 99_999 }).map(String), fc.constantFrom('12A', '', '-')),
  letter: fc.constantFrom('', '', 'A', 'b', '-'),
  suffix: fc.constantFrom('', '', '1', '12', 'A', 'b', 'hs', 'bis', '-', '0'),
  postcode: fc.constantFrom('', '1315AB', '1315 AB', '1315 ab', '1315SS', '13l5AB', '0315AB'),
  city: name,
})

test('where the short way has an answer, it is that of the parser', () => {
  let short = 0
  fc.assert(
    fc.property(parts, (address) => {
      const tidy = tidyAddress(address)
      if (tidy === null) return
      short += 1
      const { numberTo, notes, ...parsed } = parseAddress(address)
      expect({ ...tidy, numberTo, notes }).toEqual({ ...parsed, numberTo: null, notes: [] })
    }),
    { numRuns: 3000 },
  )
  expect(short).toBeGreaterThan(100)
})
