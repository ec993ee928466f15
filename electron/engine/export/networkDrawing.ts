import type { EntityKind, LinkStrength } from '#shared/model/entity.ts'
import type { NetworkPicture, PlacedNode } from '#shared/model/network.ts'
import { bundleLinks, type LinkBundle } from '#shared/picture/bundles.ts'
import { controlPoint, placeLinkLabels, pointOnLine, type Point } from '#shared/picture/linkLabels.ts'
import { labelLines, linkLabelSize, measures, strengthDash } from '#shared/picture/measures.ts'
import { textWidth } from '#shared/picture/textWidth.ts'
import { escaped } from './printable.ts'

/** Colours on paper: the light ones of the window. */
export const ink = { strong: '#17222b', soft: '#4a5964', line: '#93a6b1', paper: '#ffffff', badge: '#4a5964' } as const
export const kindColours: Record<EntityKind, { stroke: string; fill: string }> = {
  address: { stroke: '#0d5c63', fill: '#e3f0f0' },
  company: { stroke: '#4a5fa5', fill: '#eaeef8' },
  person: { stroke: '#846731', fill: '#f4efe6' },
}
const ARROW = { length: 9, half: 4 }

/** One decimal at most, without a negative zero, so that the same place always gives the same characters. */
export function figure(value: number): string {
  const rounded = Math.round(value * 10) / 10
  return String(rounded === 0 ? 0 : rounded)
}

/** The shape of a kind around a point; `scale` 1 is the size in the picture. */
export function shapeOf(kind: EntityKind, x: number, y: number, scale = 1): string {
  const { stroke, fill } = kindColours[kind]
  const paint = `fill="${fill}" stroke="${stroke}" stroke-width="${figure(1.6 * Math.max(scale, 0.75))}"`
  const radius = measures.radius[kind] * scale
  if (kind === 'person') return `<circle cx="${figure(x)}" cy="${figure(y)}" r="${figure(radius)}" ${paint}/>`
  if (kind === 'address') {
    const side = figure(2 * radius)
    return `<rect x="${figure(x - radius)}" y="${figure(y - radius)}" width="${side}" height="${side}" rx="${figure(measures.addressCorner * scale)}" ${paint}/>`
  }
  const corners = [[0, -radius], [radius, 0], [0, radius], [-radius, 0]] as const
  return `<polygon points="${corners.map(([dx, dy]) => `${figure(x + dx)},${figure(y + dy)}`).join(' ')}" stroke-linejoin="round" ${paint}/>`
}

/** Lines, their words, shapes, names: a shape is never covered. In order of key: the same picture, the same characters. */
export function drawElements(picture: NetworkPicture): string {
  const nodes = [...picture.nodes].sort((first, second) => (first.key < second.key ? -1 : 1))
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const bundles = bundleLinks(picture.links).filter(({ from, to }) => byKey.has(from) && byKey.has(to))
  const places = placeLinkLabels(nodes, bundles)
  const lines = bundles.map((bundle) => drawLine(bundle, byKey.get(bundle.from), byKey.get(bundle.to)))
  const linkLabels = bundles.map((bundle) => drawLinkLabel(bundle, places.get(bundle.id)))
  return [...lines, ...linkLabels, ...nodes.map((node) => shapeOf(node.kind, node.x, node.y)), ...nodes.map(drawNodeLabel), ...nodes.map(drawBadge)]
    .filter((part) => part !== '')
    .join('\n')
}

/** The pattern of a line of this strength, as an attribute; a confirmed one has none. */
export function dashOf(strength: LinkStrength): string {
  return strength === 'confirmed' ? '' : ` stroke-dasharray="${strengthDash[strength].join(' ')}"`
}

function drawLine(bundle: LinkBundle, from: PlacedNode | undefined, to: PlacedNode | undefined): string {
  if (!from || !to) return ''
  const dash = dashOf(bundle.strength)
  const paint = `fill="none" stroke="${ink.line}" stroke-width="1.4"${dash}`
  if (from === to) return `<path d="${loop(from)}" ${paint}/>`
  const control = controlPoint(from, to, bundle.bend)
  const curve = bundle.bend === 0 ? `L${at(to)}` : `Q${at(control)} ${at(to)}`
  const line = `<path d="M${at(from)} ${curve}" ${paint}/>`
  return bundle.isDirected ? `${line}\n${arrow(control, to)}` : line
}

function at(point: Point): string {
  return `${figure(point.x)},${figure(point.y)}`
}

function loop(node: PlacedNode): string {
  const top = node.y - measures.radius[node.kind]
  return `M${figure(node.x - 6)},${figure(top)} C${figure(node.x - 34)},${figure(top - 40)} ${figure(node.x + 34)},${figure(top - 40)} ${figure(node.x + 6)},${figure(top)}`
}

/** The head of an arrow that comes from `control` and stops at the edge of a shape. */
function arrow(control: Point, to: PlacedNode): string {
  const [dx, dy] = [to.x - control.x, to.y - control.y]
  const length = Math.hypot(dx, dy) || 1
  const [ux, uy] = [dx / length, dy / length]
  const reach = edgeDistance(to.kind, ux, uy) + 2
  const tip = { x: to.x - ux * reach, y: to.y - uy * reach }
  const base = { x: tip.x - ux * ARROW.length, y: tip.y - uy * ARROW.length }
  const sides = [-1, 1].map((sign) => at({ x: base.x - sign * uy * ARROW.half, y: base.y + sign * ux * ARROW.half }))
  return `<polygon points="${at(tip)} ${sides.join(' ')}" fill="${ink.line}"/>`
}

/** How far the edge of a shape lies from its centre in a direction of length 1. */
function edgeDistance(kind: EntityKind, ux: number, uy: number): number {
  const radius = measures.radius[kind]
  if (kind === 'person') return radius
  return kind === 'company' ? radius / (Math.abs(ux) + Math.abs(uy)) : radius / Math.max(Math.abs(ux), Math.abs(uy))
}

function drawLinkLabel(bundle: LinkBundle, place: Point | undefined): string {
  if (!place) return ''
  const { width, height } = linkLabelSize(bundle.lines)
  const top = place.y - height / 2
  const ground = `<rect x="${figure(place.x - width / 2 - 2)}" y="${figure(top)}" width="${figure(width + 4)}" height="${figure(height)}" rx="2" fill="${ink.paper}" fill-opacity="0.9"/>`
  const words = bundle.lines.map((line, row) => textAt(line, place.x, top + 10.3 + row * measures.linkLine, measures.linkFont, ink.soft))
  return [ground, ...words].join('\n')
}

function drawNodeLabel(node: PlacedNode): string {
  const top = node.y + measures.radius[node.kind] + measures.nodeLabelGap + 11
  return labelLines(node.label)
    .map((line, row) => textAt(line, node.x, top + row * measures.nodeLine, measures.nodeFont, ink.strong))
    .join('\n')
}

function textAt(text: string, x: number, y: number, size: number, colour: string): string {
  return `<text x="${figure(x)}" y="${figure(y)}" font-size="${size}" fill="${colour}" text-anchor="middle" stroke="${ink.paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${escaped(text)}</text>`
}

/** How many departments hold a live reference, at the upper right of the shape. */
function drawBadge(node: PlacedNode): string {
  if (node.references === 0) return ''
  const radius = measures.radius[node.kind]
  return badgeAt(node.x + radius, node.y - radius, String(node.references))
}

/** A round mark with a number. */
export function badgeAt(x: number, y: number, text: string): string {
  const width = Math.max(16, textWidth(text, 10) + 9)
  return [
    `<rect x="${figure(x - width / 2)}" y="${figure(y - 8)}" width="${figure(width)}" height="16" rx="8" fill="${ink.badge}" stroke="${ink.paper}" stroke-width="1.5"/>`,
    `<text x="${figure(x)}" y="${figure(y + 3.6)}" font-size="10" font-weight="600" fill="${ink.paper}" text-anchor="middle">${escaped(text)}</text>`,
  ].join('\n')
}

/** What the drawn picture covers: shapes, node labels, link labels. */
export function drawnBounds(picture: NetworkPicture): { left: number; top: number; right: number; bottom: number } {
  const bounds = { left: 0, top: 0, right: 0, bottom: 0 }
  const boxes = picture.nodes.map((node) => {
    const widest = Math.max(2 * measures.radius[node.kind] + 16, ...labelLines(node.label).map((line) => textWidth(line, measures.nodeFont)))
    const reach = measures.radius[node.kind]
    const labelHeight = measures.nodeLabelGap + labelLines(node.label).length * measures.nodeLine
    return { left: node.x - widest / 2, right: node.x + widest / 2, top: node.y - reach - 12, bottom: node.y + reach + labelHeight }
  })
  const byKey = new Map(picture.nodes.map((node) => [node.key, node]))
  for (const bundle of bundleLinks(picture.links)) {
    const [from, to] = [byKey.get(bundle.from), byKey.get(bundle.to)]
    if (!from || !to) continue
    const middle = pointOnLine(from, to, bundle.bend, 0.5)
    const { width, height } = linkLabelSize(bundle.lines)
    boxes.push({ left: middle.x - width / 2, right: middle.x + width / 2, top: middle.y - height / 2, bottom: middle.y + height / 2 })
  }
  const [first] = boxes
  if (!first) return bounds
  return boxes.reduce(
    (all, box) => ({
      left: Math.min(all.left, box.left),
      right: Math.max(all.right, box.right),
      top: Math.min(all.top, box.top),
      bottom: Math.max(all.bottom, box.bottom),
    }),
    first,
  )
}
