import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { GrantedFile } from '#shared/contract/bridge.ts'

/** What the contract calls the token of a place to write to. */
const targetFields = ['target', 'folder']

/** Paths the user pointed at, each under a token: the window holds tokens, the engine gets the paths, nobody else either. */
export class Grants {
  readonly #paths = new Map<string, string>()
  readonly #targets = new Set<string>()
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

  /** The same for a file or folder that was chosen to write to. */
  async grantTarget(path: string): Promise<GrantedFile> {
    const granted = await this.grant(path)
    this.#targets.add(granted.token)
    return granted
  }

  /** Whether a call writes only where was chosen to: over a file that was chosen to be read, or over a vault, the window cannot have anything written. */
  areTargets(input: unknown): boolean {
    if (typeof input !== 'object' || input === null) return true
    return targetFields.every((field) => !(field in input) || this.#targets.has(String(Reflect.get(input, field))))
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
