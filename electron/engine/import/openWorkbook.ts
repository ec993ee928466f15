import { readFile } from 'node:fs/promises'
import type { TextReading } from '#shared/model/source.ts'
import { ProblemError } from '../problem.ts'
import { extractLimits, openArchive, workbookLimits, type Archive } from './archive.ts'
import { openBagArchive, openBagXml } from './bag/openBag.ts'
import { isExtract } from './bag/parts.ts'
import { openCsv } from './csv/openCsv.ts'
import { claimsWorkbook, formatOf, hasOle2Macros, isMacroPart, MACROS_IGNORED, ole2Content } from './format.ts'
import type { HiddenParts } from './hiddenParts.ts'
import { readOdsHidden } from './legacy/odsHidden.ts'
import { openLegacy, LARGEST_LEGACY } from './legacy/openLegacy.ts'
import { openGeoJson } from './openGeoJson.ts'
import { openKvk } from './kvk/openKvk.ts'
import { isKvkAnswer } from './kvk/shapes.ts'
import type { Survey } from './survey.ts'
import type { Workbook } from './workbook.ts'
import { openXlsx } from './xlsx/openXlsx.ts'
import { findWorkbookPart } from './xlsx/parts.ts'

/** Parts that make a zip a document of an office program; without them it is but something packed. */
const documentParts = ['[Content_Types].xml', 'mimetype']
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.spreadsheet'
const BAG_2 = /<(?:\w[\w-]*:)?bagStand[\s>]/
const BAG_1 = /BAG-(Extract|Mutaties)-Deelbestand-LVC|BAG-Extract-Levering/

/**
 * Opens a delivered file by what its bytes say it is; where the name promises something else, that is said.
 * @param text how to cut a text file into cells, when somebody said so
 * @throws ProblemError `file-not-a-workbook`, `file-packed`, `file-format-unsupported`, `file-encrypted`, `file-damaged`, `file-hostile`, `file-too-large`
 */
export async function openWorkbook(path: string, survey: Survey, text?: TextReading): Promise<Workbook> {
  const format = formatOf(survey)
  if (format === 'zip') return openZip(path, survey)
  if (format === 'ole2') return openOle2(path, survey)
  if (format === 'packed') throw new ProblemError('file-packed')
  if (format === 'binary') throw new ProblemError('file-not-a-workbook')
  if (format === 'html') throw new ProblemError('file-format-unsupported', { format: 'webpagina' })
  if (format === 'xml') return openXml(path, survey)
  if (format === 'json') return openJson(path, survey)
  return openCsv(path, survey, text, claimsWorkbook(path) ? ['De naam belooft een werkmap, maar het bestand is tekst; het is gelezen als CSV.'] : [])
}

async function openZip(path: string, survey: Survey): Promise<Workbook> {
  const wide = await openArchive(path, extractLimits)
  if (isExtract(wide)) return openBagArchive(path, wide)
  wide.close()
  const archive = await openArchive(path, workbookLimits)
  try {
    return await openOffice(path, survey, archive)
  } catch (error) {
    archive.close()
    throw error
  }
}

async function openOffice(path: string, survey: Survey, archive: Archive): Promise<Workbook> {
  const part = await findWorkbookPart(archive)
  if (part?.endsWith('.bin') === true) return asLegacy(path, survey, archive, 'Excel, binair (XLSB)', async () => null)
  if (part !== null) return openXlsx(archive, part)
  if (archive.has('mimetype') && (await readStart(archive, 'mimetype')).startsWith(OPEN_DOCUMENT)) {
    return asLegacy(path, survey, archive, 'OpenDocument-werkblad (ODS)', () => readOdsHidden(archive))
  }
  throw new ProblemError(documentParts.some((name) => archive.has(name)) ? 'file-not-a-workbook' : 'file-packed')
}

/** These are unpacked whole, so what they say they unpack to must fit as well. */
async function asLegacy(path: string, survey: Survey, archive: Archive, label: string, readHidden: () => Promise<HiddenParts[] | null>): Promise<Workbook> {
  const unpacked = archive.names.reduce((sum, name) => sum + archive.size(name), 0)
  if (survey.bytes > LARGEST_LEGACY || unpacked > LARGEST_LEGACY * 5) throw new ProblemError('file-too-large', { limit: `${LARGEST_LEGACY / 1_000_000} MB` })
  const remarks = archive.names.some(isMacroPart) ? [MACROS_IGNORED] : []
  const hidden = await readHidden()
  archive.close()
  return openLegacy(path, label, remarks, hidden)
}

async function readStart(archive: Archive, name: string): Promise<string> {
  const stream = await archive.stream(name)
  for await (const chunk of stream) return Buffer.isBuffer(chunk) ? chunk.toString('latin1') : ''
  return ''
}

async function openOle2(path: string, survey: Survey): Promise<Workbook> {
  if (survey.bytes > LARGEST_LEGACY) throw new ProblemError('file-too-large', { limit: `${LARGEST_LEGACY / 1_000_000} MB` })
  const bytes = await readFile(path)
  const content = ole2Content(bytes)
  if (content === 'encrypted') throw new ProblemError('file-encrypted')
  if (content === 'other') throw new ProblemError('file-not-a-workbook')
  return openLegacy(path, 'Excel 97-2003 (XLS)', hasOle2Macros(bytes) ? [MACROS_IGNORED] : [], null)
}

function openXml(path: string, survey: Survey): Workbook {
  const head = survey.head.toString('utf8')
  if (BAG_2.test(head)) return openBagXml(path, head)
  throw new ProblemError('file-format-unsupported', { format: BAG_1.test(head) ? 'BAG 1.0' : 'XML' })
}

async function openJson(path: string, survey: Survey): Promise<Workbook> {
  const head = survey.head.toString('utf8')
  if (/"FeatureCollection"/.test(head)) return openGeoJson(path)
  if (isKvkAnswer(head)) return openKvk(path, survey.bytes)
  throw new ProblemError('file-format-unsupported', { format: 'JSON' })
}
