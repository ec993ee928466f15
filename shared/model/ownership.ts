import { z } from 'zod'
import { EntityKey } from './entity.ts'
import { Network } from './network.ts'

/** An exact fraction; numerator and denominator in decimal digits, because they outgrow a number. */
export const Fraction = z.object({ numerator: z.string(), denominator: z.string() })
export type Fraction = z.infer<typeof Fraction>

/** Where the ownership of an address or company ends. */
export const OwnershipEnd = z.object({
  key: EntityKey,
  /**
   * `person`; `entity`: a legal person without shareholders (foundation, STAK, association); `unknown`: a company of which no
   * holder is known; `rest`: what of this company or address nobody is known to hold
   */
  end: z.enum(['person', 'entity', 'unknown', 'rest']),
  /** all ways together, circles looked through; null when no size is known */
  share: Fraction.nullable(),
  /** there is also a way of which the size is not known: the share is at least this */
  isLeast: z.boolean(),
  /** every way from the subject, as the keys of its nodes and the ids of its links, with its own share */
  paths: z.array(z.object({ keys: z.array(EntityKey), links: z.array(z.number().int()), share: Fraction.nullable() })),
  /** for `entity`: the natural persons who lead it */
  leaders: z.array(EntityKey),
})
export type OwnershipEnd = z.infer<typeof OwnershipEnd>

/** The ownership of an address or company up to its ends, with everything between; ends in order of name, never of size. */
export const Ownership = Network.extend({ ends: z.array(OwnershipEnd), remarks: z.array(z.string()) })
export type Ownership = z.infer<typeof Ownership>
