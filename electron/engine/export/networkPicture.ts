import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { EntityKind, LinkStrength } from '#shared/model/entity.ts'
import type { NetworkPicture } from '#shared/model/network.ts'
import type { Confidentiality } from '#shared/model/networkExport.ts'
import { bundleLinks } from '#shared/picture/bundles.ts'
import { textWidth, wrapText } from '#shared/picture/textWidth.ts'
import { dayOf, formatDate, formatNumber } from '#shared/text/format.ts'
import { confidentialityLabel } from '#shared/text/networkColumns.ts'
import { entityKindLabel, entityKindPlural, linkStrengthLabel } from '#shared/text/terms.ts'
import type { CallContext } from '../context.ts'
import { badgeAt, dashOf, drawElements, drawnBounds, figure, ink, shapeOf } from './networkDrawing.ts'
import { outgoingNetwork } from './outgoing.ts'
import { escaped } from './printable.ts'

/** What stands around the picture, so that it can be traced when it lies on a table. */
export interface PictureFrame {
  title: string
  /** the day the picture was made, ISO */
  date: string
  /** purpose and case number as they stand in the log */
  purpose: string
  /** line of the log this export left */
  logLine: number
  confidentiality: Confidentiality
}

/** Of what leaves in this call. */
export function frameOf({ purpose, now, logLine }: Pick<CallContext, 'purpose' | 'now' | 'logLine'>, title: string, confidentiality: Confidentiality): PictureFrame {
  const caseNumber = purpose.caseNumber === '' ? '' : `, zaak ${purpose.caseNumber}`
  return { title, date: dayOf(now), purpose: `${purpose.label}${caseNumber}`, logLine, confidentiality }
}

/** Under what a picture or file left, as names and values. */
export function frameFacts({ date, purpose, logLine, confidentiality }: PictureFrame): [string, string][] {
  return [
    ...(purpose === '' ? [] : [['Doel', purpose] satisfies [string, string]]),
    ['Stand op', formatDate(date)], ['Vertrouwelijkheid', confidentialityLabel[confidentiality]], ['Logregel', formatNumber(logLine)],
  ]
}

const MARGIN = 32
const HEAD = 56
const LEGEND = 44
const SMALLEST = { width: 720, height: 260 }
/** up to this width title and legend keep their size; around wider pictures they grow with it */
const PLAIN_WIDTH = 1200
/** between the lines of facts under the title, and how many there may be */
const HEAD_LINE = 16
const MOST_HEAD_LINES = 12
/** most pixels of a PNG; a larger picture is drawn smaller */
const LARGEST_AREA = 24_000_000

/**
 * The network as a self-contained SVG with title, day, purpose, log line and legend. The same picture and frame give
 * the same characters, whatever the order of nodes and links.
 */
export function pictureSvg(picture: NetworkPicture, frame: PictureFrame): string {
  return compose(picture, frame).svg
}

/** The same picture as PNG, twice the size of the SVG in pixels unless that is more than fits. */
export function picturePng(picture: NetworkPicture, frame: PictureFrame): Uint8Array {
  const { svg, width, height } = compose(picture, frame)
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: Math.min(2, Math.sqrt(LARGEST_AREA / (width * height))) },
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
  })
  return drawing.render().asPng()
}

function compose(given: NetworkPicture, around: PictureFrame): { svg: string; width: number; height: number } {
  const { picture, frame } = outgoingNetwork(given, around)
  const bounds = drawnBounds(picture)
  const legend = legendOf(picture)
  const drawn = { width: bounds.right - bounds.left, height: bounds.bottom - bounds.top }
  const scale = Math.max(1, drawn.width / PLAIN_WIDTH)
  const inner = { width: Math.max(SMALLEST.width, drawn.width, legend.width * scale), height: Math.max(SMALLEST.height, drawn.height) }
  const top = head(picture, frame, inner.width / scale)
  const [margin, headHeight] = [MARGIN * scale, (HEAD + top.more) * scale]
  const width = Math.ceil(inner.width + 2 * margin)
  const height = Math.ceil(inner.height + 2 * margin + headHeight + LEGEND * scale)
  const dx = margin + (inner.width - drawn.width) / 2 - bounds.left
  const dy = margin + headHeight + (inner.height - drawn.height) / 2 - bounds.top
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, 'Segoe UI', Arial, sans-serif" role="img" lang="nl">`,
    `<title>${escaped(frame.title)}</title>`,
    `<desc>${escaped(description(picture))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${ink.paper}"/>`,
    group(margin, margin, scale, top.drawn),
    group(dx, dy, 1, drawElements(picture)),
    group(margin, height - margin - 10 * scale, scale, legend.drawn),
    '</svg>',
    '',
  ].join('\n')
  return { svg, width, height }
}

function group(x: number, y: number, scale: number, content: string): string {
  const scaled = scale === 1 ? '' : ` scale(${scale.toFixed(3)})`
  return `<g transform="translate(${figure(x)} ${figure(y)})${scaled}">\n${content}\n</g>`
}

/** The fonts lie in a package, both beside the source and beside the bundle. */
function fontFiles(): string[] {
  const require = createRequire(join(import.meta.dirname, 'networkPicture.js'))
  return ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'].map((file) => require.resolve(`@expo-google-fonts/inter/${file}`))
}

/** Title and facts, on as many lines as they need: how confidential it is and its line in the log are never cut off. */
function head(picture: NetworkPicture, frame: PictureFrame, width: number): { drawn: string; more: number } {
  const [title = ''] = wrapText(frame.title, 20, width / 1.06, 1)
  const facts = [
    `Stand op ${formatDate(frame.date)}`,
    counted(picture.nodes.length, 'knoop', 'knopen'),
    counted(picture.links.length, 'verbinding', 'verbindingen'),
    confidentialityLabel[frame.confidentiality],
    `logregel ${formatNumber(frame.logLine)}`,
    ...(frame.purpose === '' ? [] : [`doel: ${frame.purpose}`]),
  ]
  const lines = packed(facts, width)
  const drawn = [
    `<text x="0" y="16" font-size="20" font-weight="600" fill="${ink.strong}">${escaped(title)}</text>`,
    ...lines.map((line, at) => `<text x="0" y="${38 + at * HEAD_LINE}" font-size="12" fill="${ink.soft}">${escaped(line)}</text>`),
  ].join('\n')
  return { drawn, more: (lines.length - 1) * HEAD_LINE }
}

/** Facts on lines, broken between two facts; one that is wider than a line is broken itself. */
function packed(facts: readonly string[], width: number): string[] {
  const lines: string[] = []
  for (const fact of facts) {
    const longer = `${lines.at(-1) ?? ''} · ${fact}`
    if (lines.length > 0 && textWidth(longer, 12) <= width) lines[lines.length - 1] = longer
    else lines.push(...wrapText(fact, 12, width, MOST_HEAD_LINES))
  }
  return lines
}

function counted(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`
}

function description(picture: NetworkPicture): string {
  return EntityKind.options.map((kind) => `${kindCount(picture, kind)} ${entityKindPlural[kind]}`).join(', ')
}

function kindCount(picture: NetworkPicture, kind: EntityKind): number {
  return picture.nodes.filter((node) => node.kind === kind).length
}

/** One row of samples with words, from left to right; only what occurs in the picture. */
function legendOf(picture: NetworkPicture): { drawn: string; width: number } {
  const bundles = bundleLinks(picture.links)
  const strengths = [...new Set(bundles.map((bundle) => bundle.strength))]
  const samples: { draw: (x: number) => string; room: number; words: string }[] = EntityKind.options
    .map((kind) => ({ kind, count: kindCount(picture, kind) }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => ({ draw: (x) => shapeOf(kind, x + 8, 0, 0.45), room: 24, words: `${entityKindLabel[kind]} (${formatNumber(count)})` }))
  for (const strength of LinkStrength.options.filter((one) => strengths.includes(one))) samples.push({ draw: (x) => sampleLine(x, strength), room: 34, words: linkStrengthLabel[strength] })
  if (picture.nodes.some((node) => node.references > 0)) samples.push({ draw: (x) => badgeAt(x + 8, 0, 'n'), room: 24, words: 'bekend bij n afdelingen' })
  let x = 0
  const drawn: string[] = []
  for (const { draw, room, words } of samples) {
    drawn.push(draw(x), `<text x="${figure(x + room)}" y="4.2" font-size="12" fill="${ink.soft}">${escaped(words)}</text>`)
    x += room + textWidth(words, 12) + 24
  }
  return { drawn: drawn.join('\n'), width: x }
}

function sampleLine(x: number, strength: LinkStrength): string {
  const dash = dashOf(strength)
  return `<path d="M${figure(x)},0 L${figure(x + 26)},0" stroke="${ink.line}" stroke-width="1.4"${dash}/>`
}
