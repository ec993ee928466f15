import { z } from 'zod'
import { EntityKey, LinkKind } from '../model/entity.ts'
import { LinkFilter, Network, NetworkPicture } from '../model/network.ts'
import { command, query } from './procedure.ts'

const looking = { roles: ['director', 'analyst', 'bibobOfficer'], purpose: true, compartment: 'index' } as const

export const network = {
  /** How many links of each kind a node has: the preview before expanding. */
  'network.counts': query(
    z.object({ key: EntityKey, filter: LinkFilter }),
    z.array(z.object({ kind: LinkKind, direction: z.enum(['out', 'in']), count: z.number().int() })),
    { ...looking, logs: (input) => ({ action: 'network-expand', object: input.key }), reads: ['index'] },
  ),
  /**
   * The nodes themselves and all that is linked to them within `depth` steps, at most `limit` nodes, with the links among
   * them and between them and what is `shown` already.
   */
  'network.expand': query(
    z.object({
      keys: z.array(EntityKey).min(1).max(2000),
      depth: z.number().int().min(0).max(4),
      filter: LinkFilter,
      shown: z.array(EntityKey).max(2000).default([]),
      limit: z.number().int().min(1).max(2000),
    }),
    /** `hubs`: nodes with so many links that the search did not go through them */
    Network.extend({ truncated: z.boolean(), hubs: z.array(EntityKey) }),
    { ...looking, logs: (input) => ({ action: 'network-expand', object: input.keys.join(' ') }), reads: ['index'] },
  ),
  /** A shortest path between two nodes; `no-path` when there is none within the filter. */
  'network.path': query(
    z.object({ from: EntityKey, to: EntityKey, filter: LinkFilter, exclude: z.array(EntityKey).max(200) }),
    Network.extend({ path: z.array(EntityKey) }),
    { ...looking, logs: (input) => ({ action: 'network-path', object: `${input.from} ${input.to}` }), reads: ['index'] },
  ),
  /** Deterministic places for nodes; those with `pinned` stay where they are, those already placed move little. */
  'network.layout': query(
    z.object({
      nodes: z
        .array(z.object({ key: EntityKey, label: z.string(), x: z.number().nullable(), y: z.number().nullable(), pinned: z.boolean() }))
        .max(2000),
      /** `room`: width of the words on the line, in picture units */
      links: z.array(z.object({ from: EntityKey, to: EntityKey, room: z.number().min(0) })).max(8000),
    }),
    z.array(z.object({ key: EntityKey, x: z.number(), y: z.number() })),
    { ...looking, purpose: false, logs: null, reads: [] },
  ),
  /** Writes the picture as SVG or PNG with legend, date, purpose and log number. */
  'network.picture': command(
    z.object({ picture: NetworkPicture, title: z.string().max(120), format: z.enum(['svg', 'png']), target: z.string() }),
    z.object({ file: z.string(), logLine: z.number().int() }),
    { ...looking, logs: (input) => ({ action: 'picture-export', object: input.title }), writes: [] },
  ),
}
