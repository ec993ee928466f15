import { maskBsn } from '../normalise/maskBsn.ts'
import type { Block, Cell, Inline, PrintDocument, Property } from './document.ts'

/**
 * The one gate through which a document leaves: whatever looks like a BSN in any of its texts is hidden, whoever typed
 * it and wherever it was delivered.
 */
export function withoutBsn(document: PrintDocument): PrintDocument {
  return {
    ...document,
    title: maskBsn(document.title),
    cover: properties(document.cover),
    sections: document.sections.map((section) => ({ ...section, heading: maskBsn(section.heading), blocks: section.blocks.map(maskedBlock) })),
  }
}

function maskedBlock(block: Block): Block {
  switch (block.type) {
    case 'heading':
      return { ...block, text: maskBsn(block.text) }
    case 'paragraph':
      return { ...block, text: line(block.text) }
    case 'list':
      return { ...block, items: block.items.map(line) }
    case 'numbered':
      return { ...block, items: block.items.map((item) => ({ ...item, text: line(item.text) })) }
    case 'table':
      return { ...block, rows: block.rows.map(row), ...(block.total && { total: row(block.total) }) }
    case 'picture':
      return block
    case 'properties':
      return { ...block, items: properties(block.items) }
    case 'callout':
      return { ...block, text: block.text.map(maskBsn) }
  }
}

function row(cells: readonly Cell[]): Cell[] {
  return cells.map(line)
}

function line(parts: readonly Inline[]): Inline[] {
  return parts.map((part) => (typeof part === 'string' ? maskBsn(part) : 'strong' in part ? { strong: maskBsn(part.strong) } : part))
}

function properties(items: readonly Property[]): Property[] {
  return items.map(({ label, value }) => ({ label, value: maskBsn(value) }))
}
