import type { GovernanceSheet } from '#shared/model/insight.ts'
import { formatMoment } from '#shared/text/format.ts'
import type { Block, PrintDocument, Section } from './document.ts'

export interface SheetFacts {
  at: string
  by: string
  logLine: number
}

/** A sheet for accountability as a document. It holds what is set up, and nothing about anybody. */
export function sheetDocument({ title, markdown }: GovernanceSheet, { at, by, logLine }: SheetFacts): PrintDocument {
  return {
    kind: 'Verantwoording van de aandachtscores',
    title,
    reference: title,
    classification: 'Intern',
    stamp: `${by}, ${formatMoment(at)}, logregel ${logLine}`,
    cover: [
      { label: 'Gemaakt op', value: formatMoment(at) },
      { label: 'Gemaakt door', value: by },
      { label: 'Logregel', value: String(logLine) },
    ],
    guide: 'Dit blad is gemaakt uit wat er in de toepassing is ingesteld op de dag die hierboven staat.',
    sections: sectionsOf(title, markdown),
  }
}

/** The sections under `##`; what comes before the first is one of its own. */
function sectionsOf(title: string, markdown: string): Section[] {
  return markdown
    .split(/^## /m)
    .map((part, place): Section => {
      const [first = '', ...rest] = part.split('\n')
      return place === 0
        ? { heading: title, tone: 'plain', blocks: blocksOf(part.replace(/^# .*$/m, '')) }
        : { heading: first.trim(), tone: 'plain', blocks: blocksOf(rest.join('\n')) }
    })
    .filter(({ blocks }) => blocks.length > 0)
}

/** Paragraphs, lists, tables and headings; the sheets hold no other Markdown. */
function blocksOf(text: string): Block[] {
  return text.split(/\n{2,}/).flatMap((chunk): Block[] => {
    const lines = chunk.split('\n').filter((line) => line.trim() !== '')
    const [first = ''] = lines
    if (first === '') return []
    if (first.startsWith('### ')) return [{ type: 'heading', text: first.slice(4) }, ...blocksOf(lines.slice(1).join('\n'))]
    if (first.startsWith('|')) return [tableOf(lines)]
    if (/^(- |\d+\. )/.test(first)) return [{ type: 'list', items: lines.map((line) => [line.replace(/^(- |\d+\. )/, '')]) }]
    return [{ type: 'paragraph', text: [lines.join(' ')] }]
  })
}

/** Two columns without headings are names with values; anything else is a table. */
function tableOf(lines: readonly string[]): Block {
  const [headings = [], , ...rows] = lines.map((line) => line.replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim()))
  if (headings.length === 2 && headings.every((heading) => heading === '')) {
    return { type: 'properties', items: rows.map(([label = '', value = '']) => ({ label, value })) }
  }
  return { type: 'table', caption: '', columns: headings.map((heading, place) => ({ heading, width: widthOf(headings.length, place) })), rows: rows.map((row) => row.map((cell) => [cell])) }
}

/** The last column of a short table holds the sentences. */
function widthOf(columns: number, place: number): number {
  if (columns > 3) return 100 / columns
  return place === columns - 1 ? 100 - 24 * (columns - 1) : 24
}
