import { z } from 'zod'
import { EntityKey, EntityKind, LinkKind, SourceDate } from '../model/entity.ts'
import { Coordinate, LinkFilter, Network, NetworkMeasures, NetworkPicture } from '../model/network.ts'
import { Confidentiality, LinkColumn, NetworkFormat, NodeColumn } from '../model/networkExport.ts'
import { Ownership } from '../model/ownership.ts'
import { Succession } from '../model/succession.ts'
import { formatCount } from '../text/format.ts'
import { ifPerson } from './persons.ts'
import { command, job, query } from './procedure.ts'

/** nodes that may lie on the table; beyond it the window gathers them in groups */
export const MOST_SHOWN = 5000

const looking = { roles: ['director', 'analyst', 'bibobOfficer'], purpose: true, compartment: 'index' } as const

/** Whether a way may go through nodes that connect everything with everything: more than 500 links. */
const Hubs = z.enum(['pass', 'avoid']).default('pass')

const LayoutQuestion = z.object({
  nodes: z
    .array(z.object({ key: EntityKey, label: z.string(), x: Coordinate.nullable(), y: Coordinate.nullable(), pinned: z.boolean() }))
    .max(MOST_SHOWN),
  /** `room`: width of the words on the line, in picture units */
  links: z.array(z.object({ from: EntityKey, to: EntityKey, room: z.number().min(0) })).max(8 * MOST_SHOWN),
})
const LayoutPlaces = z.array(z.object({ key: EntityKey, x: z.number(), y: z.number() }))

export const network = {
  /** What one step from a node would bring: the preview before expanding. */
  'network.preview': query(
    z.object({ key: EntityKey, filter: LinkFilter, shown: z.array(EntityKey).max(MOST_SHOWN).default([]) }),
    z.object({
      groups: z.array(
        z.object({
          kind: LinkKind,
          direction: z.enum(['out', 'in']),
          /** what stands at the other end */
          entity: EntityKind,
          links: z.number().int(),
          neighbours: z.number().int(),
          /** neighbours that are not among `shown` */
          fresh: z.number().int(),
        }),
      ),
      neighbours: z.number().int(),
      fresh: z.number().int(),
    }),
    { ...looking, also: ({ key }) => ifPerson([key]), logs: (input) => ({ action: 'network-expand', object: input.key }), reads: ['index'] },
  ),
  /**
   * The nodes themselves and all that is linked to them within `depth` steps, at most `limit` nodes, with the links among
   * them and between them and what is `shown` already.
   */
  'network.expand': query(
    z.object({
      keys: z.array(EntityKey).min(1).max(MOST_SHOWN),
      depth: z.number().int().min(0).max(4),
      filter: LinkFilter,
      /** kinds of entity to bring in */
      entities: z.array(EntityKind).min(1).optional(),
      shown: z.array(EntityKey).max(MOST_SHOWN).default([]),
      limit: z.number().int().min(1).max(MOST_SHOWN),
    }),
    /** `hubs`: nodes with so many links that the search did not go through them */
    Network.extend({ truncated: z.boolean(), hubs: z.array(EntityKey) }),
    { ...looking, also: ({ keys, depth }) => (depth === 0 ? null : ifPerson(keys)), logs: (input) => ({ action: 'network-expand', object: input.keys.join(' ') }), reads: ['index'] },
  ),
  /**
   * The shortest paths between two nodes, shortest first, with the links among all their nodes; `no-path` when there is none
   * within the filter. In time order the dates along a path, read from `from`, never go back.
   */
  'network.path': query(
    z.object({
      from: EntityKey,
      to: EntityKey,
      filter: LinkFilter,
      exclude: z.array(EntityKey).max(200),
      count: z.number().int().min(1).max(20).default(1),
      inTimeOrder: z.boolean().default(false),
      hubs: Hubs,
    }),
    Network.extend({ paths: z.array(z.array(EntityKey)) }),
    { ...looking, also: ({ from, to }) => ifPerson([from, to]), logs: (input) => ({ action: 'network-path', object: `${input.from} ${input.to}` }), reads: ['index'] },
  ),
  /**
   * A small network that joins the given nodes (at most twice as many links as the smallest there could be). `groups`: which
   * of them hang together; one group when all do.
   */
  'network.connect': query(
    z.object({
      keys: z.array(EntityKey).min(2).max(50),
      filter: LinkFilter,
      exclude: z.array(EntityKey).max(200),
      hubs: Hubs,
      limit: z.number().int().min(2).max(MOST_SHOWN),
    }),
    Network.extend({ groups: z.array(z.array(EntityKey)) }),
    { ...looking, also: ({ keys }) => ifPerson(keys), logs: (input) => ({ action: 'network-path', object: input.keys.join(' ') }), reads: ['index'] },
  ),
  /** Measures of the network the given nodes form among themselves; of companies and addresses, never of persons. */
  'network.measures': query(z.object({ keys: z.array(EntityKey).min(1).max(MOST_SHOWN), filter: LinkFilter }), NetworkMeasures, {
    ...looking,
    logs: (input) => ({ action: 'network-measure', object: formatCount(input.keys.length, 'knoop', 'knopen') }),
    reads: ['index'],
  }),
  /** What followed what at an address: owners, companies, residents, permits, signals, measures; and the gaps between them. */
  'address.succession': query(z.object({ key: EntityKey }), Succession, { ...looking, logs: (input) => ({ action: 'address-view', object: input.key }), reads: ['index'] }),
  /** Who owns an address or company in the end, on a day: natural persons, foundations, and what is not known. */
  'ownership.ends': query(z.object({ key: EntityKey, day: SourceDate.nullable().default(null) }), Ownership, {
    ...looking,
    also: ({ key }) => ifPerson([key]),
    logs: (input) => ({ action: 'ownership-view', object: input.key }),
    reads: ['index'],
  }),
  /** Where addresses that are on the table lie, in RD metres, for the map. */
  'network.places': query(z.object({ keys: z.array(EntityKey).max(MOST_SHOWN) }), z.array(z.object({ key: EntityKey, x: z.number(), y: z.number() })), {
    ...looking,
    logs: (input) => ({ action: 'network-expand', object: `kaart met ${formatCount(input.keys.length, 'adres', 'adressen')}` }),
    reads: ['index'],
  }),
  /**
   * Deterministic places for nodes; those with `pinned` stay where they are, those already placed move little.
   * Of more than `WHOLE_AT_ONCE` nodes it is a draft.
   */
  'network.layout': query(LayoutQuestion, LayoutPlaces, { ...looking, purpose: false, logs: null, reads: [] }),
  /** The same in full, in a worker. */
  'network.refine': job(LayoutQuestion, LayoutPlaces, { ...looking, purpose: false, logs: null, writes: [] }),
  /** Writes the picture as SVG, PNG or PDF with legend, date, purpose, confidentiality and log number. */
  'network.picture': command(
    z.object({
      picture: NetworkPicture,
      title: z.string().max(120),
      format: z.enum(['svg', 'png', 'pdf']),
      confidentiality: Confidentiality.default('confidential'),
      target: z.string(),
    }),
    z.object({ file: z.string(), logLine: z.number().int() }),
    { ...looking, logs: (input) => ({ action: 'picture-export', object: input.title }), writes: [] },
  ),
  /** Writes what is shown for other programs: GraphML, GEXF, ANX (i2), or as tables with chosen columns. */
  'network.export': command(
    z.object({
      picture: NetworkPicture,
      title: z.string().max(120),
      format: NetworkFormat,
      /** for `csv`: which of the two tables */
      table: z.enum(['nodes', 'links']).default('links'),
      columns: z.object({ nodes: z.array(NodeColumn), links: z.array(LinkColumn) }).default({ nodes: NodeColumn.options, links: LinkColumn.options }),
      confidentiality: Confidentiality.default('confidential'),
      target: z.string(),
    }),
    z.object({ file: z.string(), logLine: z.number().int() }),
    { ...looking, logs: (input) => ({ action: 'network-export', object: `${input.title} (${input.format})` }), writes: [] },
  ),
}
