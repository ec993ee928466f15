/**
 * A document before it is DOCX, HTML or PDF: sections of blocks. Both writers take all of it, so that they cannot say
 * different things.
 */
export interface PrintDocument {
  /** what it is: `Casusdossier`, `Bibob-relatieonderzoek` */
  kind: string
  title: string
  /** `C-2026-0001`; stands on every page */
  reference: string
  classification: string
  /** who made it and when; on every page, so that a copy can be traced */
  stamp: string
  /** the lines of the title page */
  cover: Property[]
  /** how to read it; on the title page */
  guide: string
  sections: Section[]
}

export interface Property {
  label: string
  value: string
}

export interface Section {
  heading: string
  /** interpretation is set apart by its looks as well as by its place */
  tone: 'plain' | 'interpretation'
  blocks: Block[]
}

/** Words in a line: plain, strong, or the numbers of sources, set as `[bron 3, 7]`. */
export type Inline = string | { strong: string } | { sources: number[] }

export interface Column {
  heading: string
  /** share of the width; those of a table add up to 100 */
  width: number
  align?: 'right'
}

export type Cell = Inline[]

export type Block =
  | { type: 'heading'; text: string }
  | { type: 'paragraph'; text: Inline[]; role?: 'note' }
  | { type: 'list'; items: Inline[][] }
  /** statements with a number of their own (`F1`) and a line on who made them */
  | { type: 'numbered'; items: { label: string; text: Inline[]; note: string }[] }
  | { type: 'table'; caption: string; columns: Column[]; rows: Cell[][]; total?: Cell[]; anchor?: 'source' }
  | { type: 'picture'; svg: string; png: Uint8Array; alt: string; caption: string }
  | { type: 'properties'; items: Property[] }
  | { type: 'callout'; title: string; text: string[] }

/** `[bron 3]`, `[bron 3, 7]`; nothing for no sources. */
export function citation(sources: readonly number[]): string {
  return sources.length === 0 ? '' : `[bron ${sources.join(', ')}]`
}

/** A table this short stays on one page. */
export function isShort(rows: readonly unknown[]): boolean {
  return rows.length <= 8
}

/** Width and height of a PNG in pixels, from its header. */
export function pngSize(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** Keeps a number with its sign or name on one line: `8,3 %`, `€ 450.000`, `KVK 01234567`, `art. 13b`. */
export function typeset(text: string): string {
  return text.replace(/(\d) %/g, '$1\u00a0%').replace(/(€|\bKVK|\bart\.|\blid) (?=\d)/g, '$1\u00a0')
}
