import { createCipheriv, createDecipheriv, createHmac, createSecretKey, pbkdf2Sync, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto'

/** Page layout and key derivation of SQLCipher 4 (zetetic.net/sqlcipher/design): each page ends with a 16-byte IV and a 64-byte HMAC-SHA512. */
export const PAGE = 4096
/** The first page begins with the salt of the file, which is not encrypted. */
export const SALT = 16
const IV = 16
const MAC = 64
const SECRET = PAGE - IV - MAC
/** SQLite keeps the page at this byte free for its locks: it is never written, and so never encrypted. */
const LOCK_BYTE = 0x4000_0000

/** What one raw key, with the salt of its file behind it, gives for the pages of that file. */
export interface PageKey {
  cipher: KeyObject
  mac: KeyObject
  salt: Uint8Array
}

export function pageKeyOf(key: Uint8Array): PageKey {
  const [cipher, salt] = [key.subarray(0, 32), key.subarray(32)]
  const mac = pbkdf2Sync(cipher, salt.map((byte) => byte ^ 0x3a), 2, 32, 'sha512')
  // as key objects, made once: for every page anew they take as long as the page does
  return { cipher: createSecretKey(cipher), mac: createSecretKey(mac), salt }
}

/** Whether a page carries the HMAC that this key gives. @param number from 1 */
export function pageFits(page: Uint8Array, number: number, key: PageKey): boolean {
  return page.length === PAGE && timingSafeEqual(macOf(page, number, key), page.subarray(PAGE - MAC))
}

/**
 * Encrypts a page in place under another key, after seeing that it is as it was written.
 * @returns false when it is not; the page then is as it was
 */
export function turnPage(page: Uint8Array, number: number, from: PageKey, to: PageKey): boolean {
  if ((number - 1) * PAGE === LOCK_BYTE) return true
  if (!pageFits(page, number, from)) return false
  const start = startOf(number)
  const decipher = createDecipheriv('aes-256-cbc', from.cipher, page.subarray(SECRET, SECRET + IV)).setAutoPadding(false)
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-cbc', to.cipher, iv).setAutoPadding(false)
  page.set(cipher.update(decipher.update(page.subarray(start, SECRET))), start)
  page.set(iv, SECRET)
  if (number === 1) page.set(to.salt, 0)
  page.set(macOf(page, number, to), PAGE - MAC)
  return true
}

function startOf(number: number): number {
  return number === 1 ? SALT : 0
}

function macOf(page: Uint8Array, number: number, { mac }: PageKey): Uint8Array {
  const counter = Buffer.alloc(4)
  counter.writeUInt32LE(number)
  return createHmac('sha512', mac).update(page.subarray(startOf(number), PAGE - MAC)).update(counter).digest()
}
