import { BorderStyle, LevelFormat, LineRuleType, type IPropertiesOptions } from 'docx'
import { paper, textWidth } from './paper.ts'

/** Word measures in twentieths of a point. */
export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440)
}

/** Word measures type in half points. */
function halfPoints(points: number): number {
  return Math.round(points * 2)
}

const font = 'Calibri'
/** Calibri runs small beside the type of the printed page */
const body = halfPoints(paper.body + 1)
const small = halfPoints(paper.small + 1)

/** Headings, body and tables in one family; Dutch everywhere, so that Word checks spelling and reads aloud in Dutch. */
export const docxStyles: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: { run: { font, size: body, color: paper.ink, language: { value: 'nl-NL', eastAsia: 'nl-NL', bidirectional: 'nl-NL' } }, paragraph: { spacing: { line: 276, lineRule: LineRuleType.AUTO, after: 120 } } },
    title: { run: { font, size: halfPoints(26), bold: true, color: paper.ink }, paragraph: { spacing: { before: 40, after: 480, line: 250, lineRule: LineRuleType.AUTO } } },
    heading1: {
      run: { font, size: halfPoints(16), bold: true, color: paper.ink },
      paragraph: { spacing: { before: 480, after: 140 }, keepNext: true, indent: { left: twips(9), hanging: twips(9) } },
    },
    heading2: { run: { font, size: halfPoints(12), bold: true, color: paper.ink }, paragraph: { spacing: { before: 300, after: 60 }, keepNext: true } },
    caption: { run: { font, size: small, color: paper.soft, italics: false, bold: false }, paragraph: { spacing: { before: 80, after: 60 } } },
  },
  paragraphStyles: [
    { id: 'Running', name: 'Lopende regel', basedOn: 'Normal', run: { size: small, color: paper.soft } },
    {
      id: 'Classification', name: 'Rubricering', basedOn: 'Normal',
      run: { bold: true, color: paper.accent, size: halfPoints(11) },
      paragraph: { spacing: { before: 900, after: 700 } },
    },
    { id: 'Kind', name: 'Documentsoort', basedOn: 'Normal', run: { bold: true, color: paper.accent, size: halfPoints(12.5) }, paragraph: { spacing: { after: 0 } } },
    {
      id: 'Guide', name: 'Leeswijzer', basedOn: 'Normal',
      paragraph: { spacing: { before: 200, after: 300 }, indent: { left: twips(4) }, border: { left: { style: BorderStyle.SINGLE, size: 18, color: paper.accent, space: 10 } } },
    },
    { id: 'Contents', name: 'Inhoudsregel', basedOn: 'Normal', paragraph: { spacing: { after: 20 }, indent: { left: twips(9), hanging: twips(9) } } },
    { id: 'Note', name: 'Toelichting', basedOn: 'Normal', run: { size: small, color: paper.soft } },
    { id: 'Gap', name: 'Witregel', basedOn: 'Normal', run: { size: 4 }, paragraph: { spacing: { before: 0, after: 120, line: 120, lineRule: LineRuleType.AUTO } } },
    {
      id: 'Statement', name: 'Uitspraak', basedOn: 'Normal',
      paragraph: { spacing: { before: 80, after: 0 }, indent: { left: twips(10), hanging: twips(10) } },
    },
    { id: 'Maker', name: 'Opsteller', basedOn: 'Normal', run: { size: small, color: paper.soft }, paragraph: { spacing: { after: 140 }, indent: { left: twips(10) } } },
    { id: 'Cell', name: 'Tabelcel', basedOn: 'Normal', run: { size: small }, paragraph: { spacing: { line: 250, lineRule: LineRuleType.AUTO, before: 30, after: 30 } } },
  ],
}

/** Bullets, and nothing else: sections and statements carry their numbers as words, so that they can be quoted. */
export const docxNumbering: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    {
      reference: 'bullets',
      levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', style: { paragraph: { indent: { left: twips(6), hanging: twips(4) } } } }],
    },
  ],
}

/** Width of the text in twips. */
export const textTwips = twips(textWidth)
