import { useMemo } from 'react'
import type { NetworkPicture, PlacedNode } from '#shared/model/network.ts'
import { bundleLinks, type LinkBundle } from '#shared/picture/bundles.ts'
import { controlPoint, placeLinkLabels, type Point } from '#shared/picture/linkLabels.ts'
import { labelLines, linkLabelSize, measures, nodeBoxes, strengthDash, type Box } from '#shared/picture/measures.ts'
import './NetworkFigure.css'

const MARGIN = 16
/** Higher than a figure is drawn by itself. */
const TALL = 440
/** units of ground beside words */
const GROUND = 3
const ARROW = { length: 9, half: 4 }

/** A stored network as a still picture, in the places in which it was left. @param label says what it shows; a table beside it holds the rest */
export function NetworkFigure({ picture, label }: { picture: NetworkPicture; label: string }) {
  const { nodes, bundles, places, byKey, view, isTall } = useMemo(() => layOut(picture), [picture])
  return (
    <svg className={isTall ? 'network-figure network-figure-tall' : 'network-figure'} viewBox={view} role="img" aria-label={label} preserveAspectRatio="xMidYMid meet">
      {bundles.map((bundle) => (
        <Line key={bundle.id} bundle={bundle} from={byKey.get(bundle.from)} to={byKey.get(bundle.to)} />
      ))}
      {nodes.map((node) => (
        <Shape key={node.key} node={node} />
      ))}
      {bundles.map((bundle) => (
        <LineWords key={bundle.id} bundle={bundle} place={places.get(bundle.id)} />
      ))}
      {nodes.map((node) => (
        <Words key={node.key} lines={labelLines(node.label)} ground={nodeBoxes(node)[1]} top={node.y + measures.radius[node.kind] + measures.nodeLabelGap + 11} line={measures.nodeLine} size={measures.nodeFont} />
      ))}
    </svg>
  )
}

function layOut({ nodes, links }: NetworkPicture) {
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const bundles = bundleLinks(links).filter(({ from, to }) => byKey.has(from) && byKey.has(to))
  const { left, top, width, height } = boxOf(nodes)
  return { nodes, bundles, byKey, places: placeLinkLabels(nodes, bundles), view: `${left} ${top} ${width} ${height}`, isTall: height > TALL }
}

function boxOf(nodes: readonly PlacedNode[]): { left: number; top: number; width: number; height: number } {
  const boxes = nodes.flatMap(nodeBoxes)
  const left = Math.min(0, ...boxes.map(({ x, width }) => x - width / 2)) - MARGIN
  const top = Math.min(0, ...boxes.map(({ y, height }) => y - height / 2)) - MARGIN
  const right = Math.max(0, ...boxes.map(({ x, width }) => x + width / 2)) + MARGIN
  const bottom = Math.max(0, ...boxes.map(({ y, height }) => y + height / 2)) + MARGIN
  return { left, top, width: right - left, height: bottom - top }
}

function Line({ bundle, from, to }: { bundle: LinkBundle; from: PlacedNode | undefined; to: PlacedNode | undefined }) {
  if (!from || !to) return null
  const control = controlPoint(from, to, bundle.bend)
  const dash = bundle.strength === 'confirmed' ? undefined : strengthDash[bundle.strength].join(' ')
  return (
    <>
      <path className="figure-line" strokeDasharray={dash} d={`M${from.x},${from.y} Q${control.x},${control.y} ${to.x},${to.y}`} />
      {bundle.isDirected && <polygon className="figure-arrow" points={arrowHead(control, to)} />}
    </>
  )
}

/** Stops at the edge of the shape it points at. */
function arrowHead(control: Point, to: PlacedNode): string {
  const [dx, dy] = [to.x - control.x, to.y - control.y]
  const length = Math.hypot(dx, dy) || 1
  const [ux, uy] = [dx / length, dy / length]
  const radius = measures.radius[to.kind]
  const reach = (to.kind === 'company' ? radius / (Math.abs(ux) + Math.abs(uy)) : radius) + 2
  const tip = { x: to.x - ux * reach, y: to.y - uy * reach }
  const base = { x: tip.x - ux * ARROW.length, y: tip.y - uy * ARROW.length }
  return [tip, { x: base.x - uy * ARROW.half, y: base.y + ux * ARROW.half }, { x: base.x + uy * ARROW.half, y: base.y - ux * ARROW.half }].map(({ x, y }) => `${x},${y}`).join(' ')
}

function Shape({ node: { kind, x, y } }: { node: PlacedNode }) {
  const radius = measures.radius[kind]
  const className = `figure-${kind}`
  if (kind === 'person') return <circle className={className} cx={x} cy={y} r={radius} />
  if (kind === 'address') return <rect className={className} x={x - radius} y={y - radius} width={2 * radius} height={2 * radius} rx={measures.addressCorner} />
  return <polygon className={className} points={`${x},${y - radius} ${x + radius},${y} ${x},${y + radius} ${x - radius},${y}`} />
}

function LineWords({ bundle, place }: { bundle: LinkBundle; place: Point | undefined }) {
  if (!place) return null
  const size = linkLabelSize(bundle.lines)
  return <Words lines={bundle.lines} ground={{ ...place, ...size }} top={place.y - size.height / 2 + 10.3} line={measures.linkLine} size={measures.linkFont} className="figure-words" />
}

/** Words on a ground of their own: a line that runs through them stops before and goes on behind. */
function Words({ lines, ground, top, line, size, className }: { lines: readonly string[]; ground: Box; top: number; line: number; size: number; className?: string }) {
  const { x, y, width, height } = ground
  return (
    <>
      <rect className="figure-ground" x={x - width / 2 - GROUND} y={y - height / 2} width={width + 2 * GROUND} height={height} />
      {lines.map((words, row) => (
        <text key={row} x={x} y={top + row * line} fontSize={size} {...(className === undefined ? {} : { className })}>
          {words}
        </text>
      ))}
    </>
  )
}
