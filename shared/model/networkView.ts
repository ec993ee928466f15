import { z } from 'zod'
import { EntityKey, EntityKind, LinkKind, SourceDate } from './entity.ts'
import { Coordinate, LinkFilter, NetworkPicture } from './network.ts'

const Id = z.string().max(60)
const Key = z.array(EntityKey)

/** A number of nodes drawn as one, or opened again. */
export const NodeGroup = z.object({ id: Id, label: z.string().max(200), members: Key.min(1).max(5000), x: Coordinate, y: Coordinate, isPinned: z.boolean(), isOpen: z.boolean() })

/** What of the picture is looked at: kinds that are off, a period, or two days of which the difference is shown. */
export const ViewFilter = z.object({
  offKinds: z.array(EntityKind),
  offLinks: z.array(LinkKind),
  from: SourceDate.nullable(),
  to: SourceDate.nullable(),
  compare: z.object({ before: SourceDate, after: SourceDate }).nullable(),
  showsLayer: z.boolean(),
})

/** Paths that were found, one of them marked, with what was asked. */
export const FoundPath = z.object({
  keys: Key,
  all: z.array(Key),
  question: z.object({ filter: LinkFilter, exclude: Key, count: z.number().int(), inTimeOrder: z.boolean(), hubs: z.enum(['pass', 'avoid']) }),
})

/**
 * Everything that lay on the table when a view was saved. Notes and hypotheses are the analyst's own layer: what is thought, not
 * what a source says; never exported, never counted.
 */
export const NetworkViewContent = z.object({
  title: z.string().max(120),
  picture: NetworkPicture,
  hidden: Key.max(5000),
  filter: ViewFilter,
  path: FoundPath.nullable(),
  groups: z.array(NodeGroup).max(500),
  notes: z.array(z.object({ about: EntityKey, text: z.string().max(4000) })).max(500),
  hypotheses: z.array(z.object({ id: Id, from: EntityKey, to: EntityKey, text: z.string().max(4000) })).max(500),
})
export type NetworkViewContent = z.infer<typeof NetworkViewContent>

/** A picture as a view in which nothing is hidden, grouped, filtered or written. */
export function plainView(title: string, picture: NetworkPicture): NetworkViewContent {
  return {
    title, picture, hidden: [], path: null, groups: [], notes: [], hypotheses: [],
    filter: { offKinds: [], offLinks: [], from: null, to: null, compare: null, showsLayer: true },
  }
}

/** A saved view with its history, newest version first; a removed one can be brought back. */
export const NetworkView = z.object({
  id: z.number().int(),
  name: z.string(),
  isRemoved: z.boolean(),
  versions: z.array(z.object({ version: z.number().int(), at: z.string(), by: z.string() })),
})
export type NetworkView = z.infer<typeof NetworkView>
