import { createHash } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CaseExport } from '#shared/contract/dossier.ts'
import { clearUnfinished, unfinishedOf } from '../../disk/wholeFile.ts'

export type ExportFormat = CaseExport['files'][number]['format']

/** A file that is still only in memory. */
export interface MadeFile {
  format: ExportFormat
  name: string
  bytes: Uint8Array
}

/**
 * Writes files into a folder, readable for their maker alone: first all of them under a temporary name, then each gets its own. A full disk or a locked
 * file leaves nothing of this run behind.
 */
export function writeFiles(folder: string, files: readonly MadeFile[]): CaseExport['files'] {
  const done: string[] = []
  clearUnfinished(folder)
  try {
    for (const { name, bytes } of files) {
      const path = unfinishedOf(join(folder, name))
      // what stands there is a link that would lead the bytes elsewhere
      rmSync(path, { force: true })
      done.push(path)
      writeFileSync(path, bytes, { mode: 0o600, flag: 'wx' })
    }
    for (const { name } of files) {
      renameSync(unfinishedOf(join(folder, name)), join(folder, name))
      done.push(join(folder, name))
    }
  } catch (error) {
    for (const path of done) rmSync(path, { force: true })
    throw error
  }
  return files.map(({ format, name, bytes }) => ({ format, name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }))
}
