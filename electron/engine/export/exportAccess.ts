import { createHash } from 'node:crypto'
import { basename, dirname } from 'node:path'
import type { EntityKey } from '#shared/model/entity.ts'
import { readPerson } from '../catalogue/index.ts'
import type { CallContext } from '../context.ts'
import { linesNaming } from '../store/log.ts'
import { readHead } from '../store/logHead.ts'
import { accessDocument } from './accessDocument.ts'
import { toDocx } from './docxWriter.ts'
import { factsOf } from './exportCase.ts'
import { writeFiles } from './writeFiles.ts'

/**
 * Writes what the index holds about a person and who looked at it, as a Word document.
 * @param file where it goes
 * @throws ProblemError `not-found`
 */
export async function exportAccess(context: CallContext, key: EntityKey, file: string): Promise<{ file: string; logLine: number }> {
  const sheet = readPerson(context, key)
  const lines = linesNaming(context.log, key)
  const hash = createHash('sha256').update(JSON.stringify([sheet, lines])).digest('hex')
  const bytes = await toDocx(accessDocument(sheet, { lines, endedUntil: readHead(context.log)?.untilAt ?? null }, factsOf(context, 'de betrokkene, na beoordeling door de privacyfunctionaris', hash)))
  writeFiles(dirname(file), [{ format: 'docx', name: basename(file), bytes }])
  return { file: basename(file), logLine: context.logLine }
}
