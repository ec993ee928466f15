import { expect, test } from 'vitest'
import { writeMeta } from '../../../electron/engine/store/meta.ts'
import { DEMO_DAY, todayOf } from '../../../electron/engine/today.ts'
import { emptyStore } from '../../fixtures/vault.ts'

test('a demo vault lives on the day of the demo, every other on that of the clock', () => {
  const store = emptyStore()
  const now = '2028-02-29T23:59:00.000Z'
  expect(todayOf({ store, now })).toBe('2028-02-29')
  store.write((writer) => writeMeta(writer, 'is-demo', 'true'))
  expect(todayOf({ store, now })).toBe(DEMO_DAY)
})
