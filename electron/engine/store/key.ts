import { hashRaw } from '@node-rs/argon2'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { PAGE, pageFits, pageKeyOf, SALT } from './pages.ts'

/** Argon2id as measured for these workstations: 256 MiB, three passes, four lanes; about 0.3 s. */
const KDF = { algorithm: 2, memoryCost: 262_144, timeCost: 3, parallelism: 4, outputLen: 32 } as const

/** Raw key (32 bytes) with the salt of the file behind it, as `openDatabase` wants it. */
export async function deriveKey(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  const key = await hashRaw(passphrase.normalize('NFC'), { ...KDF, salt })
  return Buffer.concat([key, salt])
}

/** The salt is the first 16 bytes of a SQLCipher file; null when the file is too short to be one. */
export function readSalt(file: string): Uint8Array | null {
  const bytes = readBytes(file, 0, SALT)
  return bytes.length === SALT && statSync(file).size >= PAGE ? bytes : null
}

/**
 * Tells a wrong passphrase from a damaged file: with the right key at least one page still carries a valid HMAC.
 * @returns whether any of the sampled pages was written with this key
 */
export function anyPageFits(file: string, key: Uint8Array): boolean {
  const pages = Math.floor(statSync(file).size / PAGE)
  const pageKey = pageKeyOf(key)
  const step = Math.max(1, Math.floor(pages / 64))
  for (let page = 1; page <= pages; page += step) {
    if (pageFits(readBytes(file, (page - 1) * PAGE, PAGE), page, pageKey)) return true
  }
  return false
}

/** Whether the file is made of whole pages, as every vault is that was not cut off. */
export function hasWholePages(file: string): boolean {
  return statSync(file).size % PAGE === 0
}

function readBytes(file: string, position: number, length: number): Uint8Array {
  const handle = openSync(file, 'r')
  try {
    const buffer = Buffer.alloc(length)
    const read = readSync(handle, buffer, 0, length, position)
    return buffer.subarray(0, read)
  } finally {
    closeSync(handle)
  }
}
