import { createHash } from 'node:crypto'
import type { SavedApplication } from '#shared/contract/bibobApplication.ts'
import type { CaseExport } from '#shared/contract/dossier.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import type { ScoreRole } from '#shared/model/scoreRole.ts'
import type { CallContext } from '../context.ts'
import { bibobRelations, establishedPartners, identitiesOf, readApplication } from '../dossier/bibob/index.ts'
import { bibobDocument } from './bibobDocument.ts'
import { factsOf, stepper } from './exportCase.ts'
import { toDocx } from './docxWriter.ts'
import { toHtml } from './htmlWriter.ts'
import { frameOf, picturePng, pictureSvg } from './networkPicture.ts'
import { printed } from './print.ts'
import { writeFiles, type MadeFile } from './writeFiles.ts'

/**
 * Writes the findings of the own investigation: as Word document, in which the officer writes what the vault does not hold, and as a page to print: HTML, and PDF where something can print.
 * @param order `folder` is a path; `role` what a score of an area or branch did, null when nobody was asked
 */
export async function exportBibob(context: CallContext, { applicant, folder, role }: { applicant: EntityKey; folder: string; role: ScoreRole | null }): Promise<CaseExport> {
  const { logLine } = context
  const step = stepper(context, 5)
  step('Relaties volgen')
  const found = bibobRelations(context, applicant)
  const partners = establishedPartners(context, applicant)
  const hash = createHash('sha256').update(JSON.stringify([found, partners])).digest('hex')
  step('Schema tekenen')
  const frame = frameOf(context, `Relaties van ${found.applicant.label}`, 'secret')
  const drawn = { svg: pictureSvg(found.picture, frame), png: picturePng(found.picture, frame) }
  const identities = identitiesOf(context, [applicant, ...found.relations.flatMap(({ key }) => key ?? [])])
  const document = bibobDocument({ found, saved: ownApplication(context, applicant), partners, role, identities }, drawn, factsOf(context, '', hash))
  step('Word-document schrijven')
  const docx = await toDocx(document)
  const html = toHtml(document)
  step('PDF afdrukken')
  const paper = await printed(context, html, 'Druk het Word-document of de HTML-pagina af.')
  const name = (extension: string) => `bibob-relaties-regel${logLine}.${extension}`
  const made: MadeFile[] = [{ format: 'html', name: name('html'), bytes: new TextEncoder().encode(html) }, { format: 'docx', name: name('docx'), bytes: docx }]
  if ('pdf' in paper) made.push({ format: 'pdf', name: name('pdf'), bytes: paper.pdf })
  step('Bestanden opslaan')
  return { files: writeFiles(folder, made), skipped: 'skipped' in paper ? [paper.skipped] : [], logLine }
}

/** What was noted under this case number, if it is about this applicant. */
function ownApplication(context: CallContext, applicant: EntityKey): SavedApplication | null {
  const saved = readApplication(context)
  return saved?.application.applicant === applicant ? saved : null
}
