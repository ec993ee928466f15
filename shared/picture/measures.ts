import type { EntityKind, LinkStrength } from '../model/entity.ts'
import { textWidth, wrapText } from './textWidth.ts'

/** Measures of the network picture in picture units (1 unit = 1 CSS pixel at 100 %); window, layout and export use the same. */
export const measures = {
  /** half of the outer width and height of a shape */
  radius: { address: 17, company: 20, person: 17 } satisfies Record<EntityKind, number>,
  addressCorner: 4,
  nodeFont: 12.5,
  nodeLine: 15,
  /** widest line of a node label; longer ones break over two lines */
  nodeLabelWidth: 150,
  nodeLabelLines: 2,
  /** from the shape down to the first line of its label */
  nodeLabelGap: 4,
  linkFont: 11,
  linkLine: 13,
} as const

/** How long the strokes and gaps of a line are that is not confirmed, in units; a confirmed line is whole. */
export const strengthDash = { suspected: [8, 4], unconfirmed: [2, 4] } as const satisfies Partial<Record<LinkStrength, readonly [stroke: number, gap: number]>>

/** An upright rectangle around a centre. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** The lines a node label is drawn in. */
export function labelLines(label: string): string[] {
  return wrapText(label, measures.nodeFont, measures.nodeLabelWidth, measures.nodeLabelLines)
}

/** What a node covers together with its label: the width, and how far it reaches above and below its centre. */
export function nodeExtent(kind: EntityKind, label: string): { width: number; above: number; below: number } {
  const radius = measures.radius[kind]
  const lines = labelLines(label)
  const widest = Math.max(0, ...lines.map((line) => textWidth(line, measures.nodeFont)))
  return { width: Math.max(2 * radius, widest), above: radius, below: radius + measures.nodeLabelGap + lines.length * measures.nodeLine }
}

/** The two boxes of a placed node: its shape and its label. */
export function nodeBoxes(node: { kind: EntityKind; label: string; x: number; y: number }): [Box, Box] {
  const radius = measures.radius[node.kind]
  const { below, width } = nodeExtent(node.kind, node.label)
  const height = below - radius
  return [
    { x: node.x, y: node.y, width: 2 * radius, height: 2 * radius },
    { x: node.x, y: node.y + radius + height / 2, width, height },
  ]
}

/** The room the words on a line take. */
export function linkLabelSize(lines: readonly string[]): { width: number; height: number } {
  const width = Math.max(0, ...lines.map((line) => textWidth(line, measures.linkFont)))
  return { width, height: lines.length * measures.linkLine }
}

/** How much two boxes cover of each other, in square units. */
export function overlap(first: Box, second: Box): number {
  const width = (first.width + second.width) / 2 - Math.abs(first.x - second.x)
  const height = (first.height + second.height) / 2 - Math.abs(first.y - second.y)
  return width > 0 && height > 0 ? width * height : 0
}
