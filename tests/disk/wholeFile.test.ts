import { spawnSync } from 'node:child_process'
import { lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeWholeFile, unfinishedOf } from '../../electron/disk/wholeFile.ts'
import { temporaryFolder } from '../fixtures/vault.ts'

test('a file is made as a whole, for its maker alone, in the place of what was there', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'terug.csv')
  writeFileSync(path, 'oud', { mode: 0o644 })
  const value = makeWholeFile(path, (put) => {
    put('kop\n')
    put(Buffer.from('rij\n'))
    return 1
  })
  expect([value, readFileSync(path, 'utf8'), lstatSync(path).mode & 0o777, readdirSync(folder)]).toEqual([1, 'kop\nrij\n', 0o600, ['terug.csv']])
})

test('what goes wrong on the way leaves what was there, and nothing beside it', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'terug.csv')
  writeFileSync(path, 'oud')
  const fault = new Error('afgebroken')
  expect(() => makeWholeFile(path, (put) => {
    put('half')
    throw fault
  })).toThrow(fault)
  expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['oud', ['terug.csv']])
})

test('a link laid in its way does not lead the bytes elsewhere', () => {
  const folder = temporaryFolder()
  const elsewhere = join(temporaryFolder(), 'van een ander.txt')
  writeFileSync(elsewhere, 'niet aankomen')
  symlinkSync(elsewhere, unfinishedOf(join(folder, 'terug.csv')))
  symlinkSync(elsewhere, join(folder, 'terug.csv'))
  makeWholeFile(join(folder, 'terug.csv'), (put) => put('geheim'))
  expect([readFileSync(elsewhere, 'utf8'), readFileSync(join(folder, 'terug.csv'), 'utf8'), lstatSync(join(folder, 'terug.csv')).isSymbolicLink()]).toEqual(['niet aankomen', 'geheim', false])
})

test('what a process left that was killed goes with the next file that comes there', () => {
  const folder = temporaryFolder()
  const { pid } = spawnSync(process.execPath, ['--version'])
  for (const maker of [`${hostname()}-${pid}`, `elders-${pid}`]) writeFileSync(join(folder, `ander.pdf.${maker}.deel`), 'half')
  makeWholeFile(join(folder, 'terug.csv'), (put) => put('heel'))
  expect(readdirSync(folder).toSorted()).toEqual([`ander.pdf.elders-${pid}.deel`, 'terug.csv'])
})
