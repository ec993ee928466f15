import {
  AlignmentType, Document, Footer, Header, HeadingLevel, ImageRun, InternalHyperlink, Packer, PageNumber, Paragraph, Tab, TabStopType, TextRun,
  type ParagraphChild, type Table,
} from 'docx'
import { pngSize, typeset, type Block, type Inline, type PrintDocument, type Property, type Section } from './document.ts'
import { docxNumbering, docxStyles, twips } from './docxStyles.ts'
import { box, propertyTable, sourceAnchor, toTable } from './docxTable.ts'
import { paper, pictureHeight, textWidth } from './paper.ts'

type Flow = Paragraph | Table

/** The document as DOCX: real headings, tables with repeated heads, alternative text, Dutch as its language. */
export async function toDocx(document: PrintDocument): Promise<Uint8Array> {
  const { margin } = paper.page
  const page = {
    size: { width: twips(paper.page.width), height: twips(paper.page.height) },
    margin: { top: twips(margin.top), bottom: twips(margin.bottom), left: twips(margin.side), right: twips(margin.side), header: twips(11), footer: twips(10) },
  }
  const made = new Document({
    title: `${document.kind} ${document.reference}`,
    subject: document.title,
    description: document.classification,
    creator: 'Signaleringstool Ondermijning',
    lastModifiedBy: 'Signaleringstool Ondermijning',
    styles: docxStyles,
    numbering: docxNumbering,
    sections: [
      {
        properties: { titlePage: true, page },
        headers: { default: runningHead(document), first: new Header({ children: [new Paragraph({})] }) },
        footers: { default: runningFoot(document), first: new Footer({ children: [new Paragraph({})] }) },
        children: [...coverPage(document), ...document.sections.flatMap(toSection)],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(made))
}

const rightEdge = [{ type: TabStopType.RIGHT, position: twips(textWidth) }]

function runningHead({ classification, reference, stamp }: PrintDocument): Header {
  const children = [new TextRun({ text: classification, bold: true, color: paper.accent }), new TextRun({ children: [new Tab(), `${reference} · ${stamp}`] })]
  return new Header({ children: [new Paragraph({ style: 'Running', tabStops: rightEdge, children })] })
}

function runningFoot({ kind, reference }: PrintDocument): Footer {
  const numbers = new TextRun({ children: [new Tab(), 'Pagina ', PageNumber.CURRENT, ' van ', PageNumber.TOTAL_PAGES] })
  return new Footer({ children: [new Paragraph({ style: 'Running', tabStops: rightEdge, children: [new TextRun(`${kind} ${reference}`), numbers] })] })
}

function coverPage({ kind, title, classification, cover, guide, sections }: PrintDocument): Flow[] {
  return [
    new Paragraph({ style: 'Classification', children: [new TextRun(classification)] }),
    new Paragraph({ style: 'Kind', children: [new TextRun(kind)] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
    ...properties(cover),
    new Paragraph({ style: 'Guide', children: [new TextRun(guide)] }),
    new Paragraph({ style: 'Contents', children: [new TextRun({ text: 'Inhoud', bold: true })] }),
    ...sections.map(({ heading }, place) => new Paragraph({ style: 'Contents', children: [new TextRun({ children: [String(place + 1), new Tab(), heading] })] })),
  ]
}

/** Interpretation stands in a box of its own; the heading stays outside, so that Word lists it. */
function toSection({ heading, tone, blocks }: Section, place: number): Flow[] {
  const title = new TextRun({ children: [String(place + 1), new Tab(), heading] })
  const head = new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: place === 0, children: [title] })
  const body = blocks.flatMap(toFlow)
  return [head, ...(tone === 'plain' ? body : [box(body, { fill: paper.noteFill, line: paper.noteLine }), new Paragraph({ style: 'Gap' })])]
}

function toFlow(block: Block): Flow[] {
  switch (block.type) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(block.text)] })]
    case 'paragraph':
      return [new Paragraph({ ...(block.role === 'note' && { style: 'Note' }), children: runs(block.text) })]
    case 'list':
      return block.items.map((item) => new Paragraph({ numbering: { reference: 'bullets', level: 0 }, children: runs(item) }))
    case 'numbered':
      return block.items.flatMap(({ label, text, note }) => [
        new Paragraph({ style: 'Statement', keepNext: true, children: [new TextRun({ text: label, bold: true, color: paper.accent }), new TextRun({ children: [new Tab()] }), ...runs(text)] }),
        new Paragraph({ style: 'Maker', children: [new TextRun(note)] }),
      ])
    case 'table':
      return [new Paragraph({ style: 'Caption', keepNext: true, children: [new TextRun(block.caption)] }), toTable(block, runs), new Paragraph({ style: 'Gap' })]
    case 'picture':
      return picture(block)
    case 'properties':
      return properties(block.items)
    case 'callout':
      return callout(block.title, block.text)
  }
}

function properties(items: readonly Property[]): Flow[] {
  return [propertyTable(items), new Paragraph({ style: 'Gap' })]
}

function callout(title: string, text: readonly string[]): Flow[] {
  const head = new Paragraph({ keepNext: true, children: [new TextRun({ text: title, bold: true })] })
  return [box([head, ...text.map((part) => new Paragraph({ children: [new TextRun(typeset(part))] }))], { fill: paper.accentSoft, line: paper.accentSoft }), new Paragraph({ style: 'Gap' })]
}

/** @returns the picture as wide as the text, or as high as a page allows */
function picture({ png, alt, caption }: Extract<Block, { type: 'picture' }>): Flow[] {
  const { width, height } = pngSize(png)
  const scale = Math.min(textWidth / width, pictureHeight / height)
  const pixels = (size: number) => Math.round((size * scale * 96) / 25.4)
  const image = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: pixels(width), height: pixels(height) },
    altText: { id: '1', name: 'Netwerkbeeld', title: 'Netwerkbeeld', description: alt },
  })
  return [
    new Paragraph({ keepNext: true, alignment: AlignmentType.CENTER, children: [image] }),
    new Paragraph({ style: 'Caption', children: [new TextRun(caption)] }),
  ]
}

/** Words of a line; source numbers lead to their row in the list. */
function runs(parts: readonly Inline[]): ParagraphChild[] {
  return parts.flatMap((part): ParagraphChild[] => {
    if (typeof part === 'string') return lines(part)
    if ('strong' in part) return [new TextRun({ text: typeset(part.strong), bold: true })]
    if (part.sources.length === 0) return []
    const links = part.sources.flatMap((number, place): ParagraphChild[] => [
      ...(place === 0 ? [] : [source(', ')]),
      new InternalHyperlink({ anchor: sourceAnchor(number), children: [source(String(number))] }),
    ])
    return [source('[bron\u00a0'), ...links, source(']')]
  })
}

function source(text: string): TextRun {
  return new TextRun({ text, color: paper.accent })
}

function lines(text: string): TextRun[] {
  return typeset(text).split('\n').map((part, place) => new TextRun({ text: part, ...(place > 0 && { break: 1 }) }))
}
