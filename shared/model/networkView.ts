import { z } from 'zod'
import { EntityKey, SourceDate } from './entity.ts'
import { LinkFilter, NetworkPicture } from './network.ts'

/** A number of nodes drawn as one, or within one outline. */
export const NodeGroup = z.object({
  id: z.string().max(60),
  label: z.string().trim().min(1).max(120),
  /** what holds it together */
  basis: z.enum(['address', 'holding', 'family', 'community', 'own']),
  keys: z.array(EntityKey).min(1).max(2000),
  isClosed: z.boolean(),
})
export type NodeGroup = z.infer<typeof NodeGroup>

/** The analyst's own layer over a picture: what is thought, not what a source says. Never exported, never counted. */
export const OwnLayer = z.object({
  notes: z.array(z.object({ id: z.string().max(60), text: z.string().trim().min(1).max(2000), keys: z.array(EntityKey).max(50), x: z.number(), y: z.number() })).max(200),
  /** suspected relations, drawn apart from those of a source */
  suspicions: z.array(z.object({ id: z.string().max(60), from: EntityKey, to: EntityKey, text: z.string().trim().min(1).max(200), reason: z.string().trim().min(1).max(2000) })).max(200),
})
export type OwnLayer = z.infer<typeof OwnLayer>

export const NetworkViewContent = z.object({
  picture: NetworkPicture,
  layout: z.string().max(40),
  filter: LinkFilter,
  /** the day the picture stands for; null: all of time */
  day: SourceDate.nullable(),
  hidden: z.array(EntityKey).max(2000),
  groups: z.array(NodeGroup).max(200),
  layer: OwnLayer,
})
export type NetworkViewContent = z.infer<typeof NetworkViewContent>

/** A saved view with its history, newest version first. */
export const NetworkView = z.object({
  id: z.number().int(),
  name: z.string(),
  versions: z.array(z.object({ version: z.number().int(), at: z.string(), by: z.string() })),
})
export type NetworkView = z.infer<typeof NetworkView>
