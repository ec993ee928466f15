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
  /** how firmly a link must stand; all of them when left out */
  strengths: z.array(LinkStrength).optional(),
  /** `open`: only links that rest on a row of a public register (resources/network/open-sources.json) */
  sources: z.enum(['all', 'open']).optional(),
})
export type LinkFilter = z.infer<typeof LinkFilter>

/** Nothing lies further from the middle of a picture than this: what is drawn has to fit a sheet. */
const FURTHEST = 1_000_000

/** A place along one side of the picture, in picture units (1 unit = 1 CSS pixel at 100 %). */
export const Coordinate = z.number().min(-FURTHEST).max(FURTHEST)

/** A node with its place in the picture. */
export const PlacedNode = NetworkNode.extend({ x: Coordinate, y: Coordinate, pinned: z.boolean() })
export type PlacedNode = z.infer<typeof PlacedNode>

/** What is on the table: placed nodes and links. Stored with a case, drawn by picture export. */
export const NetworkPicture = z.object({ nodes: z.array(PlacedNode), links: z.array(NetworkLink) })
export type NetworkPicture = z.infer<typeof NetworkPicture>

/**
 * What can be said of the network some entities form. There are measures of companies and addresses only: a person stands in
 * a part and a community, and is not measured or ranked.
 */
export const NetworkMeasures = z.object({
  nodes: z.array(
    z.object({
      key: EntityKey.refine((key) => !key.startsWith('person:')),
      /** with how many others it is linked */
      degree: z.number().int(),
      /** share of the shortest paths between two others that pass it, 0…1 */
      betweenness: z.number(),
      /** share of the steps of somebody who keeps following random links, 0…1 */
      passing: z.number(),
      /** without it, what is connected falls apart */
      isCutPoint: z.boolean(),
    }),
  ),
  /** connected parts and communities, largest first */
  parts: z.array(z.array(EntityKey)),
  communities: z.array(z.array(EntityKey)),
  /** how much more the communities hold together than chance would have it; below 0.3 the division says little */
  modularity: z.number(),
  /** relations that are the only way between two groups of at least two; the largest group first */
  bridges: z.array(z.object({ from: EntityKey, to: EntityKey, smallerSide: z.number().int() })),
})
export type NetworkMeasures = z.infer<typeof NetworkMeasures>
