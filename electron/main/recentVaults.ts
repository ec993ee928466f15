import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeWholeFile } from '../disk/wholeFile.ts'

const limit = 8

/** The vaults opened last, newest first: paths only, in a small file in the application's own folder. */
export class RecentVaults {
  readonly #file: string

  constructor(folder: string) {
    this.#file = join(folder, 'recente-kluizen.json')
  }

  /** The paths of those that are still there. */
  async list(): Promise<string[]> {
    return (await this.#read()).filter((path) => existsSync(path))
  }

  async remember(path: string): Promise<void> {
    const others = (await this.#read()).filter((known) => known !== path)
    makeWholeFile(this.#file, (put) => put(JSON.stringify([path, ...others].slice(0, limit))))
  }

  async #read(): Promise<string[]> {
    try {
      const content: unknown = JSON.parse(await readFile(this.#file, 'utf8'))
      return Array.isArray(content) ? content.filter((path) => typeof path === 'string') : []
    } catch {
      // no list yet, or not ours: start a new one
      return []
    }
  }
}
