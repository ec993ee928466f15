import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { RecentVaults } from '../../electron/main/recentVaults.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signaal-recent-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function aFile(name: string): string {
  const path = join(folder, name)
  writeFileSync(path, '')
  return path
}

test('the vault opened last comes first, once', async () => {
  const recent = new RecentVaults(folder)
  const [first, second] = [aFile('een.kluis'), aFile('twee.kluis')]
  await recent.remember(first)
  await recent.remember(second)
  await recent.remember(first)
  expect(await recent.list()).toEqual([first, second])
  expect(await new RecentVaults(folder).list()).toEqual([first, second])
})

test('at most eight are kept, and those that are gone are left out', async () => {
  const recent = new RecentVaults(folder)
  const paths = Array.from({ length: 10 }, (_, index) => aFile(`${index}.kluis`))
  for (const path of paths) await recent.remember(path)
  rmSync(join(folder, '9.kluis'))
  expect(await recent.list()).toEqual(paths.slice(2, 9).reverse())
})

test('a list that cannot be read is a new list', async () => {
  writeFileSync(join(folder, 'recente-kluizen.json'), '{"kapot"')
  const recent = new RecentVaults(folder)
  expect(await recent.list()).toEqual([])
  const path = aFile('een.kluis')
  await recent.remember(path)
  expect(JSON.parse(readFileSync(join(folder, 'recente-kluizen.json'), 'utf8'))).toEqual([path])
})
