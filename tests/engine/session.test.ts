import { join } from 'node:path'
import { expect, test } from 'vitest'
import { endSession, startExisting } from '../../electron/engine/session.ts'
import { PASSPHRASE, putVault } from '../fixtures/engine.ts'
import { temporaryFolder } from '../fixtures/vault.ts'

test('the key is wiped when the vault is locked', async () => {
  const folder = temporaryFolder()
  await putVault(['analyst'], folder)
  const session = await startExisting(join(folder, 'toets.kluis'), PASSPHRASE)
  const { key } = session.vault
  expect(key.some((byte) => byte !== 0)).toBe(true)
  endSession(session)
  expect(key.every((byte) => byte === 0)).toBe(true)
})
