import { expect, test } from 'vitest'
import { readSuccession } from '../../../electron/engine/catalogue/index.ts'
import { fillCaseVault } from '../../fixtures/caseVault.ts'
import { addRecord } from '../../fixtures/register.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

test('an address over time: lanes in order, signals without content, and the gaps between owners and between users', () => {
  const store = emptyStore()
  const { keys } = fillCaseVault(store)
  const address = Number(keys.address.split(':')[1])
  store.write((writer) => addRecord(writer, 'ownership_record', 2, 80, { address_id: address, owner_name: 'Vroeger N.V.', started: '1990', ended: '2009-06' }))
  const { lanes, gaps } = readSuccession(contextOn(store), keys.address)
  expect(lanes.map(({ lane, entries }) => [lane, ...entries.map(({ start }) => start)])).toEqual([
    ['owner', '1990', '2011', '2020-11-15'],
    ['company', '2021-02-01'],
    ['resident'],
    ['permit', '2023-03-01'],
    ['signal', '2024-03-02'],
    ['measure', '2024-04-11', '2025-01-20'],
  ])
  expect(lanes[4]?.entries[0]).toMatchObject({ label: 'Toezicht', text: 'overlast', source: null })
  expect(gaps).toEqual([{ what: 'owner', from: '2009-06-28', to: '2011-01-01', days: 552 }])
  expect(() => readSuccession(contextOn(store), keys.company)).toThrow('not-found')
})
