import type * as Argon2 from '@node-rs/argon2'
import { vi } from 'vitest'

/**
 * A key is derived from a passphrase and the salt of its vault with the real function and its real cost, once per file of tests:
 * opening the same vault again and again, as tests of commands do, would say nothing new and take most of their time.
 */
vi.mock('@node-rs/argon2', async (original) => {
  const argon2 = await original<typeof Argon2>()
  const known = new Map<string, Promise<Buffer>>()
  const hashRaw: typeof Argon2.hashRaw = (passphrase, options) => {
    const name = JSON.stringify([passphrase.toString(), { ...options, salt: Buffer.from(options?.salt ?? '').toString('hex') }])
    const key = known.get(name) ?? argon2.hashRaw(passphrase, options)
    known.set(name, key)
    return key.then((bytes) => Buffer.from(bytes))
  }
  return { ...argon2, hashRaw }
})
