import { workshop } from '../workshop.ts'
import { cellsOf, headings } from './signals.ts'
import { writeZip } from './zipStream.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const AT_ONCE = 1000

/** A workbook of so many signals, with its texts as shared strings behind the sheet, as Excel writes them. */
export async function writeWorkbook(rows: number): Promise<string> {
  const path = workshop(`signalen-${rows}.xlsx`)
  const strings = new Map<string, number>()
  const cell = (value: string | number, at: string): string => {
    if (value === '') return ''
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
    const known = strings.get(value) ?? strings.size
    strings.set(value, known)
    return `<c r="${at}" t="s"><v>${known}</v></c>`
  }
  const row = (number: number, cells: readonly (string | number)[]): string =>
    `<row r="${number}">${cells.map((value, i) => cell(value, `${String.fromCharCode(65 + i)}${number}`)).join('')}</row>`
  function* sheet(): Iterable<string> {
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}"><dimension ref="A1:L${rows + 1}"/><sheetData>${row(1, headings)}`
    for (let i = 0; i < rows; i += AT_ONCE) yield Array.from({ length: Math.min(AT_ONCE, rows - i) }, (_, j) => row(i + j + 2, cellsOf(i + j))).join('')
    yield '</sheetData></worksheet>'
  }
  function* shared(): Iterable<string> {
    yield `<sst xmlns="${MAIN}" uniqueCount="${strings.size}">`
    for (const text of strings.keys()) yield `<si><t>${text}</t></si>`
    yield '</sst>'
  }
  const one = (xml: string) => () => [xml]
  await writeZip(path, [
    { name: '[Content_Types].xml', pieces: one('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>') },
    { name: '_rels/.rels', pieces: one(`<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`) },
    { name: 'xl/workbook.xml', pieces: one(`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Signalen" sheetId="1" r:id="rId1"/></sheets></workbook>`) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      pieces: one(`<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`),
    },
    { name: 'xl/worksheets/sheet1.xml', pieces: sheet },
    { name: 'xl/sharedStrings.xml', pieces: shared },
  ])
  return path
}
