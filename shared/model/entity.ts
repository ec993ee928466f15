import { z } from 'zod'

/** The three kinds of node. There is no other subject in the graph. */
export const EntityKind = z.enum(['address', 'company', 'person'])
export type EntityKind = z.infer<typeof EntityKind>

/**
 * The stable name of an entity across sessions, cases and exports:
 * `address:<BAG nummeraanduiding, 16 digits>`, `company:<number in the vault>`, `person:<number in the vault>`.
 */
export const EntityKey = z.string().regex(/^(address:\d{16}|company:\d+|person:\d+)$/)
export type EntityKey = z.infer<typeof EntityKey>

/** A day as the sources know it: `2024-05-01`, or incomplete `2024-05` / `2024`. */
export const SourceDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
export type SourceDate = z.infer<typeof SourceDate>

/** Where a fact comes from, down to the line in the delivered file. */
export const SourceRef = z.object({
  recordId: z.number().int(),
  deliveryId: z.number().int(),
  file: z.string(),
  sheet: z.string(),
  row: z.number().int(),
  supplier: z.string(),
  referenceDate: SourceDate.nullable(),
})
export type SourceRef = z.infer<typeof SourceRef>

/** How firmly a link stands. Only `confirmed` counts in scores and exports by default. */
export const LinkStrength = z.enum(['confirmed', 'suspected', 'unconfirmed'])
export type LinkStrength = z.infer<typeof LinkStrength>

/** The kinds of link; the Dutch labels stand in `shared/text/terms.ts`. */
export const LinkKind = z.enum([
  'established-at', // company → address (vestiging)
  'lives-at', // person → address (BRP)
  'director', // person or company → company (bestuurder and the like)
  'supervisor', // → company (commissaris and the like)
  'shareholder', // → company (aandeelhouder, with share)
  'partner', // → company (vennoot, maat, eigenaar eenmanszaak)
  'proxy', // → company (gevolmachtigde)
  'insolvency', // → company (curator, bewindvoerder)
  'owner', // person or company → address (zakelijk recht)
  'mortgagee', // company → address (hypotheekhouder)
  'applicant', // person or company → address of the permit
])
export type LinkKind = z.infer<typeof LinkKind>

/** Splits a key in its kind and the number behind it. */
export function splitKey(key: EntityKey): { kind: EntityKind; id: number } {
  const [kind, id] = key.split(':')
  return { kind: EntityKind.parse(kind), id: Number(id) }
}

/** Builds the key of an entity; BAG ids keep their leading zeros. */
export function entityKey(kind: EntityKind, id: number): EntityKey {
  return kind === 'address' ? `address:${String(id).padStart(16, '0')}` : `${kind}:${id}`
}
