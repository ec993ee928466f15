import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from './wholeFile.ts'

/** What of ours may stand outside a vault, as long as a piece of work lasts. */
const names = ['signaal-uitpakken', 'signaal-demogemeente'] as const

/** Makes a folder for files that go when the work is done, for its maker alone; its name says who that is. */
export function makeTemporaryFolder(name: (typeof names)[number]): string {
  return mkdtempSync(join(tmpdir(), `${startOf(name)}${process.pid}-`))
}

/** Removes such folders of processes of this workstation that are no more: they were killed before they could. */
export function clearTemporaryFolders(): void {
  const starts = names.map(startOf)
  for (const folder of readdirSync(tmpdir()).filter((name) => isLeft(name, starts))) {
    try {
      rmSync(join(tmpdir(), folder), { recursive: true, force: true })
    } catch {
      // of another user, whose application does the same
    }
  }
}

function isLeft(folder: string, starts: readonly string[]): boolean {
  const start = starts.find((one) => folder.startsWith(one))
  const maker = start === undefined ? null : /^(\d+)-/.exec(folder.slice(start.length))
  return maker !== null && !isAlive(Number(maker[1]))
}

function startOf(name: string): string {
  return `${name}-${hostname()}-`
}
