import { expect, test } from 'vitest'
import type { Reply } from '#shared/contract/problem.ts'
import { lockWhenAway } from '../../electron/main/away.ts'

test('the vault is locked with the workstation, but not while something runs', () => {
  const asked: string[] = []
  const engine = { isBusy: false, ask: (_id: number, name: string): Promise<Reply<string>> => (asked.push(name), Promise.resolve({ ok: true, value: '{}' })) }
  const listeners: (() => void)[] = []
  lockWhenAway({ on: (_event, listener) => listeners.push(listener) }, engine)
  expect(listeners).toHaveLength(2)
  for (const listener of listeners) listener()
  expect(asked).toEqual(['vault.lock', 'vault.lock'])
  engine.isBusy = true
  for (const listener of listeners) listener()
  expect(asked).toHaveLength(2)
})
