import { expect, test } from 'vitest'
import { writeMeta } from '../../../electron/engine/store/meta.ts'
import { DEMO_DAY, todayOf } from '../../../electron/engine/today.ts'
import { openEngine, PASSPHRASE, startEngine } from '../../fixtures/engine.ts'
import { emptyStore, NOW } from '../../fixtures/vault.ts'

test('a demo vault lives on the day of the demo, every other on that of the clock', () => {
  const store = emptyStore()
  const now = '2028-02-28T23:30:00.000Z'
  // half past twelve in the night, Dutch time
  expect(todayOf({ store, now })).toBe('2028-02-29')
  store.write((writer) => writeMeta(writer, 'is-demo', 'true'))
  expect(todayOf({ store, now })).toBe(DEMO_DAY)
})

test('the window is told by which day to draw what has not ended', async () => {
  const { ask } = await openEngine()
  expect((await ask('vault.status', {})).today).toBe(NOW.slice(0, 10))
  const demo = startEngine()
  expect((await demo.ask('vault.status', {})).today).toBe('')
  const made = await demo.ask('vault.create', { file: 'vault', passphrase: PASSPHRASE, name: 'Toetser', roles: ['analyst'], isDemo: true })
  expect(made.today).toBe(DEMO_DAY)
})
