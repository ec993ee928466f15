import type { EntityKey } from '#shared/model/entity.ts'
import type { NetworkPicture, PlacedNode } from '#shared/model/network.ts'
import type { CallContext } from '../../context.ts'
import { expandNetwork } from '../../graph/index.ts'
import type { BibobRelation } from '#shared/contract/dossier.ts'
import type { Step } from '../../ownership/index.ts'

/** Distance between two layers and between two neighbours in one, in picture units. */
const LAYER = 170
const SPACING = 230
/** A layer of more than this many stands in lines, each shifted by half a place, so that names stay large enough to read. */
const MOST_IN_LINE = 5
const LINE = 110

interface Side {
  direction: BibobRelation['direction']
  paths: Step[][]
}

/**
 * The paths as a chart in layers: the applicant in the middle, who stands behind it above, what it leads below. A layer
 * is the longest number of steps, so that whoever stands at the end of a chain stands at its top; in it the order in which the
 * paths were found, so that the same data give the same chart.
 */
export function chartOf(context: CallContext, applicant: EntityKey, sides: readonly Side[]): NetworkPicture {
  const layers = layersOf(applicant, sides)
  const keys = [...layers.keys()]
  const { nodes, links } = expandNetwork(context, { keys, depth: 0, filter: {}, limit: keys.length })
  const walked = new Set(sides.flatMap(({ paths }) => paths.flat().map(({ linkId }) => linkId)))
  const places = placesOf(Map.groupBy(keys, (key) => layers.get(key) ?? 0))
  const placed = nodes.map((node): PlacedNode => ({ ...node, ...(places.get(node.key) ?? { x: 0, y: 0 }), pinned: true }))
  return { nodes: placed, links: links.filter((link) => walked.has(link.id) || link.kind === 'mortgagee' || link.kind === 'owner') }
}

/** Layer by entity: negative behind the applicant, positive below it, 0 the applicant. */
function layersOf(applicant: EntityKey, sides: readonly Side[]): Map<EntityKey, number> {
  const layers = new Map<EntityKey, number>([[applicant, 0]])
  for (const { direction, paths } of sides) {
    for (const path of paths) {
      path.forEach(({ key }, place) => {
        const layer = (place + 1) * (direction === 'behind' ? -1 : 1)
        const known = key === null ? undefined : layers.get(key)
        if (key !== null && (known === undefined || (known * layer > 0 && Math.abs(layer) > Math.abs(known)))) layers.set(key, layer)
      })
    }
  }
  return layers
}

/** Layers from the applicant upwards and downwards, each as high as its lines need. */
function placesOf(layers: ReadonlyMap<number, readonly EntityKey[]>): Map<EntityKey, { x: number; y: number }> {
  const places = new Map<EntityKey, { x: number; y: number }>()
  for (const sign of [-1, 1]) {
    let y = 0
    for (let layer = sign === 1 ? 0 : -1; layers.has(layer); layer += sign) {
      if (layer !== 0) y += sign * LAYER
      linesOf(layers.get(layer) ?? []).forEach((line, index) => {
        if (index > 0) y += sign * LINE
        const shift = index % 2 === 0 ? 0 : 0.5
        line.forEach((key, place) => places.set(key, { x: (place - (line.length - 1) / 2 + shift) * SPACING, y }))
      })
    }
  }
  return places
}

function linesOf(row: readonly EntityKey[]): EntityKey[][] {
  const lines = Math.ceil(row.length / MOST_IN_LINE)
  const length = Math.ceil(row.length / lines)
  return Array.from({ length: lines }, (_, line) => row.slice(line * length, (line + 1) * length))
}
