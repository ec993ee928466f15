import { createHash } from 'node:crypto'
import type { CaseExport, CaseFile } from '#shared/contract/dossier.ts'
import type { ScoreRole } from '#shared/model/scoreRole.ts'
import type { CallContext } from '../context.ts'
import { readCase, sayScoreRole } from '../dossier/index.ts'
import { insertExport } from '../store/cases.ts'
import type { ExportFacts } from './account.ts'
import { requireCriminalGrounds } from './criminalGrounds.ts'
import { dossierDocument } from './dossierDocument.ts'
import { toDocx } from './docxWriter.ts'
import { factsWorkbook } from './factsWorkbook.ts'
import { toHtml } from './htmlWriter.ts'
import { frameOf, picturePng, pictureSvg } from './networkPicture.ts'
import { printed } from './print.ts'
import { withoutFiu } from './withoutFiu.ts'
import { writeFiles, type MadeFile } from './writeFiles.ts'

export interface CaseExportOrder {
  id: number
  /** path of the folder */
  folder: string
  recipients: string
  /** what a score did in it; null leaves what was said before */
  scoreRole: ScoreRole | null
}

/**
 * Writes the dossier of a case as DOCX and PDF, its facts as XLSX and its network as PNG and SVG, and notes in the case
 * what went to whom under which line of the log. The names carry that line, so that no earlier export is overwritten.
 * @throws ProblemError `not-found`, `export-fiu`, `report-ground`, `cancelled`; disk-full and file-locked when the folder refuses
 */
export async function exportCase(context: CallContext, order: CaseExportOrder): Promise<CaseExport> {
  const { store, actor, now, logLine } = context
  const step = stepper(context, 6)
  step('Casus lezen')
  if (order.scoreRole) sayScoreRole(context, order.id, order.scoreRole)
  const file = withoutFiu(readCase(context, order.id))
  requireCriminalGrounds(file)
  const facts = factsOf(context, order.recipients, contentHash(file))
  step('Netwerk tekenen')
  const frame = frameOf(context, `${file.number} ${file.title}`, 'confidential')
  const drawn = { svg: pictureSvg(file.picture, frame), png: picturePng(file.picture, frame) }
  const document = dossierDocument(file, drawn, facts)
  const name = (what: string, extension: string) => `${file.number}-${what}-regel${logLine}.${extension}`
  step('Word-document schrijven')
  const made: MadeFile[] = [{ format: 'docx', name: name('dossier', 'docx'), bytes: await toDocx(document) }]
  step('PDF afdrukken')
  const paper = await printed(context, toHtml(document), 'Druk het Word-document af.')
  if ('pdf' in paper) made.push({ format: 'pdf', name: name('dossier', 'pdf'), bytes: paper.pdf })
  step('Werkmap met feiten schrijven')
  made.push({ format: 'xlsx', name: name('feiten', 'xlsx'), bytes: factsWorkbook(file) })
  made.push({ format: 'png', name: name('netwerk', 'png'), bytes: drawn.png })
  made.push({ format: 'svg', name: name('netwerk', 'svg'), bytes: new TextEncoder().encode(drawn.svg) })
  step('Bestanden opslaan')
  const files = writeFiles(order.folder, made)
  const ledger = { at: now, by: actor.name, recipients: order.recipients, files: JSON.stringify(files.map(({ name: written, sha256 }) => ({ name: written, sha256 }))), contentHash: facts.contentHash, logLine }
  store.write((writer) => insertExport(writer, file.id, ledger))
  return { files, skipped: 'skipped' in paper ? [paper.skipped] : [], logLine }
}

/** Reports each step and stops between two of them when the user cancels. */
export function stepper(context: CallContext, total: number): (step: string) => void {
  let done = 0
  return (step) => {
    context.checkCancelled()
    context.report({ step, done, total })
    done += 1
  }
}

export function factsOf({ now, actor, purpose, logLine }: CallContext, recipients: string, hash: string): ExportFacts {
  return { at: now, by: actor.name, recipients, purpose, logLine, contentHash: hash }
}

/** SHA-256 over what the case holds; earlier exports are no part of it, so that the same case has the same hash. */
function contentHash({ exports: _earlier, ...content }: CaseFile): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}
