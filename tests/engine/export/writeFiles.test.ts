import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unfinishedOf } from '../../../electron/disk/wholeFile.ts'
import { writeFiles, type MadeFile } from '../../../electron/engine/export/writeFiles.ts'
import { temporaryFolder } from '../../fixtures/vault.ts'

function aFile(name: string): MadeFile {
  return { format: 'docx', name, bytes: new TextEncoder().encode(`inhoud van ${name}`) }
}

test('writes all, with their size and hash', () => {
  const folder = temporaryFolder()
  const hash = (name: string) => createHash('sha256').update(`inhoud van ${name}`).digest('hex')
  expect(writeFiles(folder, [aFile('a.docx'), aFile('b.docx')])).toEqual([
    { format: 'docx', name: 'a.docx', bytes: 17, sha256: hash('a.docx') },
    { format: 'docx', name: 'b.docx', bytes: 17, sha256: hash('b.docx') },
  ])
  expect(readdirSync(folder)).toEqual(['a.docx', 'b.docx'])
  expect(readFileSync(join(folder, 'b.docx'), 'utf8')).toBe('inhoud van b.docx')
})

test('leaves nothing of a run behind when one file cannot be put in its place', () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'b.docx'))
  expect(() => writeFiles(folder, [aFile('a.docx'), aFile('b.docx')])).toThrow()
  expect(readdirSync(folder)).toEqual(['b.docx'])
})

test.skipIf(process.platform === 'win32')('only their maker may read them, and a link in the way is not followed', () => {
  const [folder, other] = [temporaryFolder(), join(temporaryFolder(), 'van een ander')]
  writeFileSync(other, 'blijft')
  symlinkSync(other, unfinishedOf(join(folder, 'a.docx')))
  writeFiles(folder, [aFile('a.docx')])
  const made = lstatSync(join(folder, 'a.docx'))
  expect([made.isFile(), made.mode & 0o777]).toEqual([true, 0o600])
  expect(readFileSync(other, 'utf8')).toBe('blijft')
})

test('a folder that is gone is an error of the system, which becomes a sentence', () => {
  const folder = join(temporaryFolder(), 'weg')
  expect(() => writeFiles(folder, [aFile('a.docx')])).toThrow(expect.objectContaining({ code: 'ENOENT' }))
  expect(existsSync(folder)).toBe(false)
})

test('what a run left that was killed goes with the next, and nothing of another', () => {
  const folder = temporaryFolder()
  const { pid } = spawnSync(process.execPath, ['--version'])
  const [killed, alive, elsewhere] = [`oud.docx.${hostname()}-${pid}.deel`, `straks.docx.${hostname()}-${process.ppid}.deel`, `oud.docx.een-andere-pc-${pid}.deel`]
  for (const name of [killed, alive, elsewhere, 'van een ander.deel', 'C-2026-0001-dossier-regel7.docx']) writeFileSync(join(folder, name), 'oud')
  writeFiles(folder, [aFile('C-2026-0001-dossier-regel12.docx')])
  expect(readdirSync(folder).toSorted()).toEqual(['C-2026-0001-dossier-regel12.docx', 'C-2026-0001-dossier-regel7.docx', elsewhere, alive, 'van een ander.deel'].toSorted())
})
