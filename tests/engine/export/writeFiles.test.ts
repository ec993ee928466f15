import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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

test('a folder that is gone is an error of the system, which becomes a sentence', () => {
  const folder = join(temporaryFolder(), 'weg')
  expect(() => writeFiles(folder, [aFile('a.docx')])).toThrow(expect.objectContaining({ code: 'ENOENT' }))
  expect(existsSync(folder)).toBe(false)
})
