import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { reasons } from '#shared/text/reasons.ts'
import { ProblemError } from '../../problem.ts'
import type { RowVisitor, Workbook } from '../workbook.ts'
import { kvkHeadings, kvkRows, type KvkRow } from './rows.ts'
import { readKvkAnswer } from './shapes.ts'

/** Answers of the KVK API are pages of at most a hundred results. */
const LARGEST = 50_000_000

/**
 * Answers of the KVK API, one or an array of them, as a sheet with one row per establishment.
 * @throws ProblemError `file-too-large`, `file-damaged`, `file-format-unsupported`
 */
export async function openKvk(path: string, bytes: number): Promise<Workbook> {
  if (bytes > LARGEST) throw new ProblemError('file-too-large', { limit: `${LARGEST / 1_000_000} MB` })
  const json = parseJson(await readFile(path, 'utf8'))
  const rows = (Array.isArray(json) ? json : [json]).flatMap((one) => kvkRows(readKvkAnswer(one)))
  return {
    readAs: 'KVK API (JSON)',
    sheets: [{ name: basename(path).replace(/\.[^.]*$/, ''), isHidden: false, rows: rows.length + 1, kind: 'company' }],
    remarks: [],
    layout: { format: 'csv', separator: ';' },
    slowPart: null,
    text: null,
    read: async (_, visitor) => showRows(rows, visitor),
    close: async () => undefined,
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ProblemError('file-damaged')
  }
}

function showRows(rows: readonly KvkRow[], visitor: RowVisitor): void {
  if (!visitor.row(1, kvkHeadings)) return
  for (const [i, row] of rows.entries()) {
    if (row.contradiction !== null) visitor.bad(i + 2, reasons.kvkContradiction(row.contradiction), row.cells)
    else if (!visitor.row(i + 2, row.cells)) return
  }
}
