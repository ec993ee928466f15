import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '#shared/contract/index.ts'

const root = join(import.meta.dirname, '..', '..')
/** A call with the name of a procedure first, a list of pages that has it as `name`, or one of proposals told by which to `decide`; `may` only looks whether it could be asked. */
const CALL = /\b(?:(?!may\b)\w+\(|name:|decide=)\s*['"]([a-zA-Z]+\.[a-zA-Z]+)['"]/g

/** What the two callers ask: the window and the command line. */
function asked(): Set<string> {
  const files = ['renderer', join('electron', 'cli')]
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)))
    .filter((path) => /\.tsx?$/.test(path))
  return new Set(files.flatMap((path) => Array.from(readFileSync(path, 'utf8').matchAll(CALL), ([, name]) => name ?? '')))
}

test('every procedure is asked by the window or the command line', () => {
  const names = asked()
  expect(Object.keys(contract).filter((name) => !names.has(name))).toEqual([])
})
