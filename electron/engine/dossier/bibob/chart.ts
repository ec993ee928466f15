import type { EntityKey } from '#shared/model/entity.ts'
import type { NetworkPicture, PlacedNode } from '#shared/model/network.ts'
import type { CallContext } from '../../context.ts'
import { expandNetwork } from '../../graph/index.ts'
import type { BibobRelation } from '#shared/contract/dossier.ts'
import type { Step } from './steps.ts'

/** Distance between two layers and between two neighbours in one, in picture units. */
const LAYER = 170
const SPACING = 230

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
  const columns = Map.groupBy(keys, (key) => layers.get(key) ?? 0)
  const placed = nodes.map((node): PlacedNode => {
    const layer = layers.get(node.key) ?? 0
    const row = columns.get(layer) ?? []
    return { ...node, x: (row.indexOf(node.key) - (row.length - 1) / 2) * SPACING, y: layer * LAYER, pinned: true }
  })
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
