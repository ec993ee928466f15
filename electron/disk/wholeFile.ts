import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** Adds to a file that is being made. */
export type Put = (content: string | Uint8Array) => void

/**
 * Makes a file as a whole or leaves what was there, readable for its maker alone. Until it is done it stands beside its place: what is
 * found there is of a run that was broken off, or a link that would lead the bytes elsewhere, and goes.
 * @param fill puts what goes in, in order; anything thrown undoes it
 */
export function makeWholeFile<T>(path: string, fill: (put: Put) => T): T {
  const unfinished = unfinishedOf(path)
  rmSync(unfinished, { force: true })
  try {
    const value = filled(unfinished, fill)
    renameSync(unfinished, path)
    return value
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

/** Where a file stands until it is whole. */
export function unfinishedOf(path: string): string {
  return `${path}.deel`
}

function filled<T>(unfinished: string, fill: (put: Put) => T): T {
  const handle = openSync(unfinished, 'wx', 0o600)
  try {
    return fill((content) => writeFileSync(handle, content))
  } finally {
    closeSync(handle)
  }
}
