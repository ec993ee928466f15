import { expect, test } from 'vitest'
import { countVault } from '../../../electron/engine/store/counts.ts'
import { fillNetwork } from '../../fixtures/network.ts'
import { emptyStore } from '../../fixtures/vault.ts'

test.each([
  ['KVK', 'KVK · handelsregister.csv'],
  ['', 'handelsregister.csv'],
])('the last delivery, of supplier ‘%s’, is named by what is known of it', (supplier, label) => {
  const store = emptyStore()
  fillNetwork(store, [], [])
  store.write((writer) => writer.run('UPDATE delivery SET supplier = ?', supplier))
  expect(countVault(store).lastDelivery?.label).toBe(label)
})
