import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildAddressIndex, matchAddress } from '../../../electron/engine/link/index.ts'
import { parseAddress } from '../../../electron/engine/normalise/address.ts'
import { nenLines } from '../../../electron/engine/normalise/addressWriting.ts'
import { addressLabel } from '../../../shared/text/names.ts'
import { addAddress, addDelivery } from '../../fixtures/register.ts'
import { hasSharedData, sharedData, whySkipped } from '../../fixtures/sharedData.ts'
import { emptyStore } from '../../fixtures/vault.ts'

describe.skipIf(!hasSharedData)(`99 addresses of Amsterdam from the BAG, with house letters, suffixes 1, 2, 3, H and nevenadressen${whySkipped}`, () => {
  const read = () => {
    const [head = '', ...lines] = readFileSync(sharedData('bag_nlextract', 'bagadres-full.csv'), 'utf8').trim().split(/\r?\n/)
    const names = head.split(';')
    return lines.map((line) => {
      const row = Object.fromEntries(line.split(';').map((value, i) => [names[i] ?? '', value]))
      const cell = (name: string) => row[name] ?? ''
      return {
        id: Number(cell('nummeraanduiding')), street: cell('openbareruimte'), number: Number(cell('huisnummer')), letter: cell('huisletter'),
        suffix: cell('huisnummertoevoeging'), postcode: cell('postcode'), city: cell('woonplaats'), status: cell('verblijfsobjectstatus'),
      }
    })
  }

  test('each finds itself, written in four ways; never another', () => {
    const homes = read()
    expect(homes).toHaveLength(99)
    const store = emptyStore()
    store.write((writer) => {
      addDelivery(writer, 1)
      for (const [i, home] of homes.entries()) addAddress(writer, i + 1, home)
    })
    const index = buildAddressIndex(store)
    const ways = [
      (home: (typeof homes)[number]) => ({ ...home, number: `${home.number}` }),
      (home: (typeof homes)[number]) => ({ line: nenLines(home).join('\n') }),
      (home: (typeof homes)[number]) => ({ line: `${addressLabel(home)}, ${home.city}`.toLowerCase() }),
      (home: (typeof homes)[number]) => ({ postcode: home.postcode, number: `${home.number}${home.letter}${home.suffix === '' ? '' : ` ${home.suffix}`}` }),
    ]
    const wrong = homes.flatMap((home) =>
      ways.flatMap((write) => {
        const { addressId, method } = matchAddress(index, { ...parseAddress(write(home)), bag: null })
        return addressId === home.id ? [] : [{ given: write(home), method }]
      }),
    )
    expect(wrong).toEqual([])
  })
})
