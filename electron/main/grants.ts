import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { GrantedFile } from '#shared/contract/bridge.ts'

/** Paths the user pointed at, each under a token: the window holds tokens, the engine gets the paths, nobody else either. */
export class Grants {
  readonly #paths = new Map<string, string>()
  readonly #tell: (token: string, path: string) => void

  /** @param tell hands a new grant to the engine */
  constructor(tell: (token: string, path: string) => void) {
    this.#tell = tell
  }

  /** A token for a path; the file need not exist yet. */
  async grant(path: string): Promise<GrantedFile> {
    const token = randomUUID()
    this.#paths.set(token, path)
    this.#tell(token, path)
    return { token, name: basename(path), bytes: await bytesOf(path) }
  }

  pathOf(token: string): string | null {
    return this.#paths.get(token) ?? null
  }
}

async function bytesOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch {
    return 0
  }
}
