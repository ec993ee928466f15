import { closeSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'

/** Adds to a file that is being made. */
export type Put = (content: string | Uint8Array) => void

/**
 * Makes a file as a whole or leaves what was there, readable for its maker alone. Until it is done it stands beside its place: what is
 * found there is a link that would lead the bytes elsewhere, and goes; so does what a run left that was killed.
 * @param fill puts what goes in, in order; anything thrown undoes it
 */
export function makeWholeFile<T>(path: string, fill: (put: Put) => T): T {
  clearUnfinished(dirname(path))
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

/** Where a file stands until it is whole: its name says who makes it, so that nobody takes it for a leftover. */
export function unfinishedOf(path: string): string {
  return `${path}.${hostname()}-${process.pid}.deel`
}

/** Removes from a folder what processes of this workstation left there that are no more. What another makes, or left, is not ours. */
export function clearUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) if (isLeft(name)) rmSync(join(folder, name), { force: true })
}

function isLeft(name: string): boolean {
  const maker = /-(\d+)\.deel$/.exec(name)
  return maker !== null && name.endsWith(`.${hostname()}${maker[0]}`) && !isAlive(Number(maker[1]))
}

/** Signal 0 reaches nobody; a process of somebody else refuses it, and lives. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function filled<T>(unfinished: string, fill: (put: Put) => T): T {
  const handle = openSync(unfinished, 'wx', 0o600)
  try {
    return fill((content) => writeFileSync(handle, content))
  } finally {
    closeSync(handle)
  }
}
