import { ProblemError } from '../../problem.ts'
import { chunksOf, type Archive } from '../archive.ts'
import { isMacroPart, MACROS_IGNORED } from '../format.ts'
import type { SheetInfo, Workbook } from '../workbook.ts'
import { readWorkbookPart, type WorkbookPart } from './parts.ts'
import { readDateStyles } from './styles.ts'
import { readSharedStrings } from './strings.ts'
import { readSheet } from './sheet.ts'

/**
 * A workbook in Office Open XML (transitional or strict), read as a stream. Macros, links and drawings are never touched.
 * @param part the workbook part, see `findWorkbookPart`
 */
export async function openXlsx(archive: Archive, part: string): Promise<Workbook> {
  const book = await readWorkbookPart(archive, part)
  const sheets: SheetInfo[] = []
  for (const sheet of book.sheets) sheets.push(await describe(archive, sheet))
  const hasMacros = archive.names.some(isMacroPart)
  let strings: Promise<string[]> | null = null
  let styles: Promise<boolean[]> | null = null
  return {
    readAs: hasMacros ? 'Excel-werkmap met macro’s (XLSM)' : 'Excel-werkmap (XLSX)',
    sheets,
    remarks: hasMacros ? [MACROS_IGNORED] : [],
    layout: { format: 'xlsx' },
    slowPart: part,
    text: null,
    read: async (name, visitor) => {
      const sheet = book.sheets.find((one) => one.name === name)
      if (!sheet) throw new ProblemError('not-found', { what: `Blad ‘${name}’` })
      strings ??= readSharedStrings(archive, book.strings)
      styles ??= readDateStyles(archive, book.styles)
      const context = { sheet: name, strings: await strings, dateStyles: await styles, from1904: book.from1904 }
      await readSheet(await archive.stream(sheet.part), context, visitor)
    },
    close: async () => archive.close(),
  }
}

const DIMENSION = /<(?:\w+:)?dimension[^>]*\bref="(?:[A-Z]+\d+:)?[A-Z]+(\d+)"/

/** Name, visibility, and the last row as the head of the part declares it; tools that stream leave `A1` there. */
async function describe(archive: Archive, sheet: WorkbookPart['sheets'][number]): Promise<SheetInfo> {
  let rows: number | null = null
  for await (const head of chunksOf(await archive.stream(sheet.part))) {
    const found = DIMENSION.exec(head.subarray(0, 4096).toString('latin1'))
    if (found && Number(found[1]) > 1) rows = Number(found[1])
    break
  }
  return { name: sheet.name, isHidden: sheet.isHidden, rows, kind: null }
}
