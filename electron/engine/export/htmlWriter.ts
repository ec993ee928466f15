import { isShort, typeset, type Block, type Cell, type Column, type Inline, type PrintDocument, type Section } from './document.ts'
import { htmlStyle } from './htmlStyle.ts'
import { escaped } from './printable.ts'

/**
 * The document as one self-contained HTML page to print: strict, without scripts, with its style, font and pictures
 * inside. Chromium makes a tagged PDF of it.
 */
export function toHtml(document: PrintDocument): string {
  return [
    '<!doctype html>',
    '<html lang="nl">',
    '<head>',
    '<meta charset="utf-8">',
    `<title>${set(`${document.kind} ${document.reference} – ${document.classification}`)}</title>`,
    `<meta name="stamp" content="${set([document.reference, document.stamp].filter((part) => part !== '').join(' · '))}">`,
    `<style>${htmlStyle(document)}</style>`,
    '</head>',
    '<body>',
    coverPage(document),
    '<main>',
    ...document.sections.map(toSection),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** Text or attribute as it is set. */
function set(text: string): string {
  return escaped(typeset(text))
}

function coverPage({ kind, title, classification, cover, guide, sections }: PrintDocument): string {
  const items = cover.map(({ label, value }) => `<div><dt>${set(label)}</dt><dd>${set(value)}</dd></div>`)
  const contents = sections.map(({ heading }, place) => `<li><a href="#deel-${place + 1}">${set(heading)}</a></li>`)
  return [
    '<header class="cover">',
    `<p class="classification">${set(classification)}</p>`,
    `<p class="kind">${set(kind)}</p>`,
    `<h1>${set(title)}</h1>`,
    `<dl class="properties">${items.join('')}</dl>`,
    `<p class="guide">${set(guide)}</p>`,
    `<nav aria-label="Inhoud"><p class="contents">Inhoud</p><ol>${contents.join('')}</ol></nav>`,
    '</header>',
  ].join('\n')
}

function toSection({ heading, tone, blocks }: Section, place: number): string {
  const title = `<h2 id="deel-${place + 1}"><span class="number">${place + 1}</span> ${set(heading)}</h2>`
  return [`<section class="${tone}">`, title, ...blocks.map(toBlock), '</section>'].join('\n')
}

function toBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `<h3>${set(block.text)}</h3>`
    case 'paragraph':
      return `<p${block.role === undefined ? '' : ` class="${block.role}"`}>${line(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${line(item)}</li>`).join('')}</ul>`
    case 'numbered':
      return `<ol class="numbered">${block.items.map(({ label, text, note }) => `<li><span class="label">${label}</span><div><p>${line(text)}</p><p class="maker">${set(note)}</p></div></li>`).join('\n')}</ol>`
    case 'table':
      return toTable(block)
    case 'picture':
      return `<figure>${inlineSvg(block.svg, block.alt)}<figcaption>${set(block.caption)}</figcaption></figure>`
    case 'properties':
      return `<dl class="properties">${block.items.map(({ label, value }) => `<div><dt>${set(label)}</dt><dd>${set(value)}</dd></div>`).join('')}</dl>`
    case 'callout':
      return `<aside class="callout"><p class="callout-title">${set(block.title)}</p>${block.text.map((text) => `<p>${set(text)}</p>`).join('')}</aside>`
  }
}

/** Drawn in place, so that it uses the fonts of the page; its own accessible name is replaced by the text of the document. */
function inlineSvg(svg: string, alt: string): string {
  return svg.trim().replace(/^<svg /, `<svg aria-label="${set(alt)}" `)
}

function toTable({ caption, columns, rows, total, anchor }: Extract<Block, { type: 'table' }>): string {
  const head = columns.map((column) => `<th scope="col"${alignment(column)}>${set(column.heading)}</th>`).join('')
  const body = rows.map((cells, place) => `<tr${anchor === 'source' ? ` id="bron-${place + 1}"` : ''}>${toCells(cells, columns)}</tr>`)
  return [
    isShort(rows) ? '<table class="short">' : '<table>',
    `<caption>${set(caption)}</caption>`,
    `<colgroup>${columns.map(({ width }) => `<col style="width:${width}%">`).join('')}</colgroup>`,
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>${body.join('\n')}</tbody>`,
    total ? `<tfoot><tr>${toCells(total, columns)}</tr></tfoot>` : '',
    '</table>',
  ].join('\n')
}

function toCells(cells: readonly Cell[], columns: readonly Column[]): string {
  return columns.map((column, place) => `<td${alignment(column)}>${line(cells[place] ?? [])}</td>`).join('')
}

function alignment({ align }: Column): string {
  return align === undefined ? '' : ' class="right"'
}

function line(parts: readonly Inline[]): string {
  return parts.map(toInline).join('')
}

function toInline(part: Inline): string {
  if (typeof part === 'string') return unbroken(set(part).replaceAll('\n', '<br>'))
  if ('strong' in part) return `<strong>${set(part.strong)}</strong>`
  const links = part.sources.map((number) => `<a href="#bron-${number}">${number}</a>`)
  return links.length === 0 ? '' : `<span class="source">[bron ${links.join(', ')}]</span>`
}

/** Dates stay on one line. */
function unbroken(html: string): string {
  return html.replace(/\b(?:\d{2}-)?\d{2}-\d{4}\b/g, '<span class="nowrap">$&</span>')
}
