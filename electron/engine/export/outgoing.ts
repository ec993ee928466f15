import type { SourceRef } from '#shared/model/entity.ts'
import type { NetworkPicture } from '#shared/model/network.ts'
import { maskBsn } from '../normalise/maskBsn.ts'
import type { Block, Cell, Inline, PrintDocument, Property } from './document.ts'
import type { PictureFrame } from './networkPicture.ts'
import { printable } from './printable.ts'

/**
 * The one gate through which a document leaves: whatever looks like a BSN in any of its texts is hidden, whoever typed
 * it and wherever it was delivered; what would keep it from being opened is left out.
 */
export function outgoing(document: PrintDocument): PrintDocument {
  return {
    ...document,
    title: words(document.title),
    reference: words(document.reference),
    stamp: words(document.stamp),
    cover: properties(document.cover),
    sections: document.sections.map((section) => ({ ...section, heading: words(section.heading), blocks: section.blocks.map(maskedBlock) })),
  }
}

/** The same gate for a network, with what stands around it. */
export function outgoingNetwork({ nodes, links }: NetworkPicture, frame: PictureFrame): { picture: NetworkPicture; frame: PictureFrame } {
  return {
    picture: {
      nodes: nodes.map((node) => ({ ...node, label: words(node.label), detail: words(node.detail) })),
      links: links.map((link) => ({ ...link, label: words(link.label), ground: words(link.ground), source: place(link.source) })),
    },
    frame: { ...frame, title: words(frame.title), purpose: words(frame.purpose) },
  }
}

function place(source: SourceRef): SourceRef {
  return { ...source, file: words(source.file), sheet: words(source.sheet), supplier: words(source.supplier) }
}

function maskedBlock(block: Block): Block {
  switch (block.type) {
    case 'heading':
      return { ...block, text: words(block.text) }
    case 'paragraph':
      return { ...block, text: line(block.text) }
    case 'list':
      return { ...block, items: block.items.map(line) }
    case 'numbered':
      return { ...block, items: block.items.map((item) => ({ ...item, text: line(item.text), note: words(item.note) })) }
    case 'table':
      return { ...block, rows: block.rows.map(row), ...(block.total && { total: row(block.total) }) }
    case 'picture':
      return block
    case 'properties':
      return { ...block, items: properties(block.items) }
    case 'callout':
      return { ...block, text: block.text.map(words) }
  }
}

function row(cells: readonly Cell[]): Cell[] {
  return cells.map(line)
}

function line(parts: readonly Inline[]): Inline[] {
  return parts.map((part) => (typeof part === 'string' ? words(part) : 'strong' in part ? { strong: words(part.strong) } : part))
}

function properties(items: readonly Property[]): Property[] {
  return items.map(({ label, value }) => ({ label, value: words(value) }))
}

function words(text: string): string {
  return printable(maskBsn(text))
}
