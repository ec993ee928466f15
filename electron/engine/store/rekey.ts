import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { ProblemError } from '../problem.ts'
import { holdStill, lookInto, openDatabase } from './database.ts'
import { PAGE, pageKeyOf, turnPage, type PageKey } from './pages.ts'
import type { Vault } from './vault.ts'

/** The pages that are read and written in one go. */
const PAGES_AT_ONCE = 256

/** A copy of a vault to be written anew under another key. */
export interface Copying {
  file: string
  /** where the copy comes */
  copy: string
  /** each with the salt of its file behind it, see `deriveKey` */
  key: Uint8Array
  next: Uint8Array
}

/**
 * Gives an open vault another key. A copy of the file is written anew under that key and takes the place of the file in one step: until then the
 * file opens with the old key, from then on with the new one, whenever the machine stops. Meanwhile the vault can be read and not written. The
 * vault given stays open, whatever comes of it, unless it was closed meanwhile.
 * @param next with a salt of its own, see `deriveKey`
 * @param write writes the copy, see {@link writeCopy}; elsewhere, since it takes as long as the vault is large
 * @param isOver whether the vault was closed meanwhile
 * @throws ProblemError `vault-in-use` when somebody else has the vault open, `vault-locked` when it was closed meanwhile
 */
export async function rekeyVault(vault: Vault, next: Uint8Array, write: (copying: Copying) => Promise<unknown>, isOver: () => boolean): Promise<void> {
  const { file } = vault.store
  const copy = beingRekeyed(file)
  rmSync(copy, { force: true })
  if (!vault.store.standAlone()) throw new ProblemError('vault-in-use')
  let letGo = (): void => undefined
  try {
    const before = stampOf(file)
    letGo = holdStill(file, vault.key)
    await write({ file, copy, key: vault.key, next })
    if (isOver()) throw new ProblemError('vault-locked')
    // who opened the vault all the same would go on writing in the file that is replaced
    if (stampOf(file) !== before) throw new ProblemError('vault-in-use')
    letGo()
    vault.store.close()
    renameSync(copy, file)
  } catch (error) {
    letGo()
    rmSync(copy, { force: true })
    if (isOver()) throw error
    vault.store.close()
    vault.store = openDatabase(file, vault.key, 'window')
    throw error
  }
  vault.store = openDatabase(file, next, 'window')
  vault.key.fill(0)
  vault.key = next
}

/**
 * Writes the copy page by page, and sees that it opens.
 * @param beat hears how many bytes are done of how many; it may throw, and so end the work
 * @throws ProblemError `vault-damaged` when a page is not as it was written
 */
export function writeCopy({ file, copy, key, next }: Copying, beat: (done: number, total: number) => void): void {
  const [from, to] = [pageKeyOf(key), pageKeyOf(next)]
  const { size } = statSync(file)
  const pages = Buffer.alloc(PAGES_AT_ONCE * PAGE)
  const [source, target] = [openSync(file, 'r'), openSync(copy, 'wx', 0o600)]
  try {
    for (let done = 0; done < size; done += pages.length) {
      beat(done, size)
      const some = pages.subarray(0, readSync(source, pages, 0, pages.length, done))
      turnPages(some, done / PAGE + 1, from, to)
      writeFileSync(target, some)
    }
    beat(size, size)
    fsyncSync(target)
  } finally {
    closeSync(source)
    closeSync(target)
  }
  lookInto(copy, next)
}

/** @param first the number of the first page */
function turnPages(pages: Uint8Array, first: number, from: PageKey, to: PageKey): void {
  for (let at = 0; at < pages.length; at += PAGE) {
    if (!turnPage(pages.subarray(at, at + PAGE), first + at / PAGE, from, to)) throw new ProblemError('vault-damaged')
  }
}

/** Removes what a change of passphrase left that was broken off, as when the machine stops. @returns whether there was something */
export function clearBrokenOff(file: string): boolean {
  const copy = beingRekeyed(file)
  if (!existsSync(copy)) return false
  rmSync(copy)
  return true
}

/** Where the copy stands that is written anew. */
function beingRekeyed(file: string): string {
  return `${file}.nieuw`
}

/** Opening a vault writes in its file and beside it. */
function stampOf(file: string): string {
  const { mtimeMs, size } = statSync(file)
  return [mtimeMs, size, existsSync(`${file}-wal`)].join(' ')
}
