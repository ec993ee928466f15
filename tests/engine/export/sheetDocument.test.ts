import { describe, expect, it } from 'vitest'
import { toDocx } from '../../../electron/engine/export/docxWriter.ts'
import { sheetDocument } from '../../../electron/engine/export/sheetDocument.ts'
import { toHtml } from '../../../electron/engine/export/htmlWriter.ts'
import { unpack } from '../../fixtures/unpack.ts'

const markdown = [
  '# Indicatorenboek', 'Versie 3.', '## Hennep, gebieden', '### H1 Geruimde kwekerijen', '| | |\n| --- | --- |\n| Teller | kwekerijen |\n| Noemer | panden |',
  '## Niet opgenomen', '| Nummer | Indicator | Reden |\n| --- | --- | --- |\n| V10 | Overbewoning | hangt samen met afkomst |', '- een\n- twee', '1. eerst\n2. dan',
].join('\n\n')
const facts = { at: '2026-11-20T10:00:00Z', by: 'A. Analist', logLine: 42 }

describe('a sheet for accountability as a document', () => {
  const document = sheetDocument({ id: 'indicatorenboek', title: 'Indicatorenboek', markdown }, facts)

  it('keeps headings, names with values, tables and lists', () => {
    expect(document.sections).toEqual([
      { heading: 'Indicatorenboek', tone: 'plain', blocks: [{ type: 'paragraph', text: ['Versie 3.'] }] },
      {
        heading: 'Hennep, gebieden', tone: 'plain',
        blocks: [
          { type: 'heading', text: 'H1 Geruimde kwekerijen' },
          { type: 'properties', items: [{ label: 'Teller', value: 'kwekerijen' }, { label: 'Noemer', value: 'panden' }] },
        ],
      },
      {
        heading: 'Niet opgenomen', tone: 'plain',
        blocks: [
          {
            type: 'table', caption: '', columns: [{ heading: 'Nummer', width: 24 }, { heading: 'Indicator', width: 24 }, { heading: 'Reden', width: 52 }],
            rows: [[['V10'], ['Overbewoning'], ['hangt samen met afkomst']]],
          },
          { type: 'list', items: [['een'], ['twee']] },
          { type: 'list', items: [['eerst'], ['dan']] },
        ],
      },
    ])
  })

  it('can be written', async () => {
    const files = await unpack(await toDocx(document))
    expect(files.get('word/document.xml')).toContain('hangt samen met afkomst')
    expect(toHtml(document)).toContain('<h2')
  })
})
