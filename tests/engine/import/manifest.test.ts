import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { describeProblem } from '../../../shared/text/problems.ts'
import type { WorkbookView } from '../../../shared/model/source.ts'
import { openEngine, type TestEngine } from '../../fixtures/engine.ts'
import { hasSharedData, sharedData, whySkipped } from '../../fixtures/sharedData.ts'

const Columns = { file: 'file', what: 'what', expected: 'expected behaviour (proposal)' } as const
type Row = Record<(typeof Columns)[keyof typeof Columns], string>
const manifest: Row[] = hasSharedData ? parse(readFileSync(sharedData('xlsx_robustness', 'MANIFEST.csv')), { columns: true }) : []

/** What came of a file: what the window would show, or the code of the problem. */
type Outcome = WorkbookView | string
const MACROS = 'De macro’s in deze werkmap zijn genegeerd.'
const REFUSALS = ['file-damaged', 'file-not-a-workbook', 'file-encrypted', 'file-hostile', 'file-too-large']
const isView = (outcome: Outcome): outcome is WorkbookView => typeof outcome !== 'string'
const isRead = (outcome: Outcome): boolean => isView(outcome) && outcome.sheets.length > 0
const cells = (outcome: Outcome): string[] => (isView(outcome) ? outcome.sheets.flatMap(({ sample }) => sample.flat()) : [])
const isTold = (outcome: Outcome, remark: string): boolean => isView(outcome) && outcome.sheets.every(({ remarks }) => remarks.includes(remark))

/** The words of the manifest as a judgement. */
const judgements: Record<string, (outcome: Outcome) => boolean> = {
  import: isRead,
  'dates as dates': (outcome) => cells(outcome).some((text) => /^\d{4}-\d{2}-\d{2}/.test(text)),
  dates: (outcome) => cells(outcome).some((text) => /^\d{4}-\d{2}-\d{2}/.test(text)),
  'import data, never run': (outcome) => isRead(outcome) && isTold(outcome, MACROS),
  'show sheet list incl. hidden': (outcome) => isView(outcome) && outcome.sheets.length === 2 && outcome.sheets.some(({ isHidden }) => isHidden),
  'list all': (outcome) => isView(outcome) && outcome.sheets.map(({ isHidden }) => isHidden).join() === 'false,true,true',
  'no crash, no hang; message or partial import': (outcome) => isView(outcome) || REFUSALS.includes(outcome),
  'refuse quickly, no memory growth': (outcome) => outcome === 'file-hostile',
  'clear message "beveiligd met wachtwoord"': (outcome) =>
    outcome === 'file-encrypted' && describeProblem({ code: 'file-encrypted', params: {} }).what === 'Het bestand is met een wachtwoord beveiligd.',
  'do not follow': isRead,
  'header fill-down': isRead,
  'no truncation or message': isRead,
  // the file has no zeros in front: a number as text and the number itself
  'keep leading zeros': (outcome) => cells(outcome).filter((text) => text === '1337').length === 2,
  'report as error/empty': (outcome) => cells(outcome).some((text) => text.startsWith('#')),
  'cached values': (outcome) => cells(outcome).some((text) => /^\d+$/.test(text)) && !cells(outcome).some((text) => text.startsWith('=')),
  'plain text': (outcome) => isRead(outcome) && !cells(outcome).some((text) => text.includes('<r>')),
}
/** Where the manifest asks for a message or a reading and the file itself decides which. */
const exceptions: Record<string, (outcome: Outcome) => boolean> = {
  // only miscounts its strings: everything in it can be read
  'MalformedSSTCount.xlsx': isRead,
  'duplicate-filename-case-insensitive.xlsx': (outcome) => outcome === 'file-damaged',
  // durations of more than a day are numbers
  'ElapsedFormatTests.xlsx': isRead,
}

async function look({ engine, ask }: TestEngine, file: string): Promise<Outcome> {
  engine.grant('bron', sharedData('xlsx_robustness', ...file.split('/')))
  try {
    return await ask('sources.inspect', { file: 'bron' })
  } catch (error) {
    return /sources\.inspect: (\S+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? 'internal'
  }
}

describe.skipIf(!hasSharedData)(`the manifest of hostile, malformed and odd workbooks${whySkipped}`, () => {
  test('every row behaves as it asks, one after the other in the same engine, without a word on the console', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const printed = vi.spyOn(console, 'error').mockReturnValue(undefined)
    onTestFinished(() => void vi.restoreAllMocks())
    const started = await openEngine()
    const wrong: string[] = []
    for (const row of manifest) {
      const expected = row[Columns.expected]
      const judge = exceptions[basename(row.file)] ?? judgements[expected]
      const outcome = await look(started, row.file)
      if (!judge?.(outcome)) wrong.push(`${row.file}: ${expected}: ${isView(outcome) ? JSON.stringify(cells(outcome).slice(0, 20)) : outcome}`)
    }
    expect(wrong).toEqual([])
    expect(manifest.length).toBeGreaterThan(60)
    expect([said.mock.calls, printed.mock.calls, started.bugs]).toEqual([[], [], []])
  })
})
