import { utils, write } from 'xlsx'
import type { NetworkLink, NetworkNode, NetworkPicture } from '#shared/model/network.ts'
import type { LinkColumn, NodeColumn } from '#shared/model/networkExport.ts'
import { formatDate } from '#shared/text/format.ts'
import { linkColumnLabel, nodeColumnLabel } from '#shared/text/networkColumns.ts'
import { linkForward } from '#shared/text/links.ts'
import { entityKindLabel, linkStrengthLabel } from '#shared/text/terms.ts'
import { neutral } from '../normalise/neutral.ts'
import { frameFacts, type PictureFrame } from './networkPicture.ts'
import { toSheet, type Sheet, type Value } from './workbookSheet.ts'

/** The columns of both tables, in the order in which they are to stand. */
export interface TableColumns {
  nodes: readonly NodeColumn[]
  links: readonly LinkColumn[]
}

const wide = new Set<string>(['label', 'detail', 'from', 'to', 'ground', 'file'])

const nodeCell: Record<NodeColumn, (node: NetworkNode) => Value> = {
  kind: ({ kind }) => entityKindLabel[kind],
  label: ({ label }) => label,
  detail: ({ detail }) => detail,
  references: ({ kind, references }) => (kind === 'address' ? references : ''),
  key: ({ key }) => key,
}

type Names = ReadonlyMap<string, string>

const linkCell: Record<LinkColumn, (link: NetworkLink, names: Names) => Value> = {
  from: ({ from }, names) => names.get(from) ?? '',
  relation: linkForward,
  label: ({ label }) => label,
  to: ({ to }, names) => names.get(to) ?? '',
  start: ({ start }) => ({ date: start }),
  end: ({ end }) => ({ date: end }),
  strength: ({ strength }) => linkStrengthLabel[strength],
  ground: ({ ground }) => ground,
  file: ({ source }) => source.file,
  sheet: ({ source }) => source.sheet,
  row: ({ source }) => source.row,
  supplier: ({ source }) => source.supplier,
  referenceDate: ({ source }) => ({ date: source.referenceDate }),
  fromKey: ({ from }) => from,
  toKey: ({ to }) => to,
}

/** The entities shown, one per row. */
export function nodeSheet(picture: NetworkPicture, columns: readonly NodeColumn[]): Sheet {
  return { name: 'Knopen', columns: columns.map((column) => [nodeColumnLabel[column], wide.has(column) ? 36 : 14]), rows: picture.nodes.map((node) => columns.map((column) => nodeCell[column](node))) }
}

/** The relations shown, one per row, each with the row it rests on. */
export function linkSheet(picture: NetworkPicture, columns: readonly LinkColumn[]): Sheet {
  const names = new Map(picture.nodes.map(({ key, label }) => [key, label]))
  return { name: 'Relaties', columns: columns.map((column) => [linkColumnLabel[column], wide.has(column) ? 36 : 14]), rows: picture.links.map((link) => columns.map((column) => linkCell[column](link, names))) }
}

/** Under what a table left, a name and a value a row. */
export function accountRows(frame: PictureFrame): [string, string][] {
  return [['Titel', frame.title], ...frameFacts(frame)]
}

/** What is shown as a workbook: entities, relations, and under what this left. */
export function networkWorkbook(picture: NetworkPicture, columns: TableColumns, frame: PictureFrame): Uint8Array {
  const account: Sheet = { name: 'Verantwoording', columns: [['Wat', 24], ['Waarde', 80]], rows: accountRows(frame) }
  const book = utils.book_new()
  for (const sheet of [nodeSheet(picture, columns.nodes), linkSheet(picture, columns.links), account]) {
    if (sheet.columns.length > 0) utils.book_append_sheet(book, toSheet(sheet), sheet.name)
  }
  book.Props = { Title: frame.title, Author: 'Signaleringstool Ondermijning' }
  const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx', compression: true })
  return new Uint8Array(bytes)
}

/**
 * A table as CSV that spreadsheets here open as it is: UTF-8 with a mark, semicolons, lines ended by CRLF. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it. Above the headings stands under what the table left, and
 * an empty line.
 */
export function csvOf({ columns, rows }: Sheet, account: readonly [string, string][]): Uint8Array {
  const lines = [...account.map((row) => row.map(csvText)), [], columns.map(([heading]) => heading), ...rows.map((row) => row.map(csvText))]
  return new TextEncoder().encode(`\uFEFF${lines.map((line) => line.map(quoted).join(';')).join('\r\n')}\r\n`)
}

function csvText(value: Value): string {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return value.date === null ? '' : formatDate(value.date)
  return neutral(value)
}

function quoted(text: string): string {
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
