import { basename, dirname } from 'node:path'
import type { GovernanceSheet } from '#shared/model/insight.ts'
import type { CallContext } from '../context.ts'
import { toDocx } from './docxWriter.ts'
import { sheetDocument } from './sheetDocument.ts'
import { writeFiles } from './writeFiles.ts'

/** Writes a sheet for accountability as a Word document. @param file where it goes */
export async function exportSheet({ actor, now, logLine }: CallContext, sheet: GovernanceSheet, file: string): Promise<{ file: string }> {
  const bytes = await toDocx(sheetDocument(sheet, { at: now, by: actor.name, logLine }))
  writeFiles(dirname(file), [{ format: 'docx', name: basename(file), bytes }])
  return { file: basename(file) }
}
