import { z } from 'zod'
import { EntityKey, EntityKind, LinkKind, LinkStrength, SourceDate, SourceRef } from './entity.ts'

/** A node as the picture and its table show it. A person carries a name and nothing that ranks him. */
export const NetworkNode = z.object({
  key: EntityKey,
  kind: EntityKind,
  label: z.string(),
  /** one line of facts: postcode and use, legal form and KVK number, year of birth */
  detail: z.string(),
  /** how many links the vault knows, shown or not */
  degree: z.number().int(),
  /** departments with a live reference on this address; 0 for other kinds */
  references: z.number().int(),
})
export type NetworkNode = z.infer<typeof NetworkNode>

/** A typed, dated, sourced link. `from` → `to` reads as the sentence of its kind ("X is bestuurder van Y"). */
export const NetworkLink = z.object({
  id: z.number().int(),
  from: EntityKey,
  to: EntityKey,
  kind: LinkKind,
  /** the office, right or share in words: `bestuurder`, `eigendom 1/2` */
  label: z.string(),
  start: SourceDate.nullable(),
  end: SourceDate.nullable(),
  strength: LinkStrength,
  ground: z.string(),
  source: SourceRef,
})
export type NetworkLink = z.infer<typeof NetworkLink>

export const Network = z.object({ nodes: z.array(NetworkNode), links: z.array(NetworkLink) })
export type Network = z.infer<typeof Network>

/** Which links to follow. Dates are inclusive; a link without dates always passes. */
export const LinkFilter = z.object({
  kinds: z.array(LinkKind).optional(),
  from: SourceDate.nullable().optional(),
  to: SourceDate.nullable().optional(),
})
export type LinkFilter = z.infer<typeof LinkFilter>

/** A node with its place in the picture, in picture units (1 unit = 1 CSS pixel at 100 %). */
export const PlacedNode = NetworkNode.extend({ x: z.number(), y: z.number(), pinned: z.boolean() })
export type PlacedNode = z.infer<typeof PlacedNode>

/** What is on the table: placed nodes and links. Stored with a case, drawn by picture export. */
export const NetworkPicture = z.object({ nodes: z.array(PlacedNode), links: z.array(NetworkLink) })
export type NetworkPicture = z.infer<typeof NetworkPicture>
