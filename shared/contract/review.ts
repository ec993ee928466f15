import { z } from 'zod'
import { EntityKey, EntityKind, SourceRef } from '../model/entity.ts'
import { command, job, query } from './procedure.ts'

const reviewing = { roles: ['director', 'analyst'], purpose: true, compartment: 'index' } as const

/** The kinds of entity that are put together from rows, and so can be put together wrongly. */
export const Party = z.enum(['person', 'company'])
export type Party = z.infer<typeof Party>

/** What a human says of two rows. `unsure` changes nothing: it puts the pair aside. */
export const Verdict = z.enum(['same', 'different', 'unsure'])
export type Verdict = z.infer<typeof Verdict>

/** How alike two rows are; exact stands above normalised, normalised above fuzzy. */
export const PairTier = z.enum(['exact', 'normalised', 'fuzzy'])
export type PairTier = z.infer<typeof PairTier>

/** One row of the pair, and the entity it now belongs to. */
export const PairSide = z.object({
  recordId: z.number().int(),
  entity: EntityKey,
  label: z.string(),
  /** birth date, or KVK number and legal form */
  detail: z.string(),
})
export type PairSide = z.infer<typeof PairSide>

/** A pair in the queue, with what deciding it would change. */
export const QueuedPair = z.object({
  party: Party,
  left: PairSide,
  right: PairSide,
  /** log2 of the odds that both are the same */
  weight: z.number(),
  /** share of the evidence that stands on both sides, 0 to 1 */
  completeness: z.number(),
  tier: PairTier,
  /** links that would come together: those of the entity with the fewest */
  links: z.number().int(),
  cases: z.number().int(),
})
export type QueuedPair = z.infer<typeof QueuedPair>

/**
 * One thing compared. Where it was weighed it shows the values that carried the weight, also when those stand in another row of the
 * same entity; weights are in bits and sum to that of the pair; null where this was not weighed.
 */
export const ComparedField = z.object({
  label: z.string(),
  left: z.string(),
  right: z.string(),
  /** `free`: circumstances that may well differ between two rows about one and the same; `prior`: the chance beforehand, of no field */
  outcome: z.enum(['equal', 'alike', 'different', 'missing', 'free', 'prior']),
  /** the outcome in words: `dag en maand verwisseld` */
  words: z.string(),
  weight: z.number().nullable(),
})
export type ComparedField = z.infer<typeof ComparedField>

/** Something the entity of one side, or of both, is linked to. */
export const Neighbour = z.object({
  key: EntityKey,
  kind: EntityKind,
  label: z.string(),
  /** kinds of the links in words: `bestuurder van, vennoot van` */
  words: z.string(),
  side: z.enum(['left', 'right', 'both']),
})
export type Neighbour = z.infer<typeof Neighbour>

/** What comes together when two entities become one. */
export const MergeEffect = z.object({
  leftLinks: z.number().int(),
  rightLinks: z.number().int(),
  /** those of both first; at most 60 */
  neighbours: z.array(Neighbour),
  neighbourCount: z.number().int(),
  /** departments that know an address or company linked to one side or the other */
  departments: z.array(z.object({ department: z.string(), left: z.number().int(), right: z.number().int() })),
  /** numbers of the cases that name one of them */
  cases: z.array(z.object({ number: z.string(), side: z.enum(['left', 'right', 'both']) })),
  /** neighbourhoods and branches whose counts can change */
  areas: z.array(z.string()),
  branches: z.array(z.string()),
})
export type MergeEffect = z.infer<typeof MergeEffect>

/** A deed in the ledger: a verdict, a merge or split by hand, or the taking back of one. Nothing is ever removed from it. */
export const LedgerDeed = z.object({
  deed: z.number().int(),
  kind: z.enum(['verdict', 'merge', 'split', 'withdrawal']),
  at: z.string(),
  by: z.string(),
  party: Party,
  verdict: Verdict.nullable(),
  reason: z.string(),
  left: z.string(),
  right: z.string(),
  leftRecord: z.number().int(),
  rightRecord: z.number().int(),
  /** who took it back or replaced it, and when */
  revoked: z.object({ at: z.string(), by: z.string() }).nullable(),
  /** false when it holds but a later delivery contradicts it, so that the network does not follow it */
  isFollowed: z.boolean(),
})
export type LedgerDeed = z.infer<typeof LedgerDeed>

/** Two rows side by side. */
export const ReviewPair = z.object({
  party: Party,
  left: PairSide.extend({ source: SourceRef, records: z.number().int() }),
  right: PairSide.extend({ source: SourceRef, records: z.number().int() }),
  /** null when nothing weighed this pair: it was chosen by hand */
  weighed: z.object({ weight: z.number(), completeness: z.number(), tier: PairTier, modelVersion: z.number().int() }).nullable(),
  fields: z.array(ComparedField),
  /** whether both rows carry the same BSN; the number itself is never shown. Null for companies */
  sameBsn: z.enum(['yes', 'no', 'unknown']).nullable(),
  isOneEntity: z.boolean(),
  /** why they can never be one, in Dutch: two BSNs, two KVK numbers, an earlier decision; null when they can */
  forbidden: z.string().nullable(),
  effect: MergeEffect,
  /** the deed that holds for this pair now */
  decided: LedgerDeed.nullable(),
})
export type ReviewPair = z.infer<typeof ReviewPair>

const Pair = z.object({ party: Party, left: z.number().int(), right: z.number().int() })
/** Why: nobody decides about others without saying so. */
const Reason = z.string().trim().min(3).max(400)

/** How many are left, and how many decisions the network does not show yet. */
export const ReviewCount = z.object({ open: z.number().int(), unsure: z.number().int(), decided: z.number().int(), pending: z.number().int() })
export type ReviewCount = z.infer<typeof ReviewCount>

export const review = {
  /** Pairs to decide, first those whose decision touches most cases, then most links. */
  'review.queue': query(
    z.object({ party: Party, show: z.enum(['open', 'unsure']), limit: z.number().int().min(1).max(500) }),
    z.object({ pairs: z.array(QueuedPair), count: ReviewCount }),
    { ...reviewing, logs: (input) => ({ action: 'review-view', object: `wachtrij ${partyWords[input.party]}` }), reads: ['review', 'index'] },
  ),
  /** Two rows side by side, and what joining their entities would bring together. */
  'review.pair': query(Pair, ReviewPair, { ...reviewing, logs: (input) => ({ action: 'review-view', object: pairWords(input) }), reads: ['review', 'index'] }),
  /** Pairs still to decide in which one of these entities takes part. */
  'review.near': query(z.object({ keys: z.array(EntityKey).min(1).max(2000) }), z.object({ pairs: z.array(QueuedPair) }), {
    ...reviewing,
    logs: (input) => ({ action: 'review-view', object: `mogelijk dezelfde bij ${input.keys.length === 1 ? (input.keys[0] ?? '') : `${input.keys.length} ingangen`}` }),
    reads: ['review', 'index'],
  }),
  /** Writes a verdict in the ledger; an earlier one on the same rows is replaced, not removed. Follow with `review.apply`. */
  'review.decide': command(Pair.extend({ verdict: Verdict, reason: Reason }), z.object({ deed: z.number().int() }), {
    ...reviewing,
    logs: (input) => ({ action: 'review-decide', object: `${pairWords(input)}: ${verdictWords[input.verdict]}` }),
    writes: ['review'],
  }),
  /** What would go along with a row that is let go of its entity: its label, and the links that rest on it. */
  'review.splitEffect': query(
    z.object({ party: Party, record: z.number().int() }),
    z.object({ label: z.string(), entity: EntityKey, others: z.number().int(), links: z.array(Neighbour) }),
    { ...reviewing, logs: (input) => ({ action: 'review-view', object: `losmaken van bronrij ${input.record}` }), reads: ['review', 'index'] },
  ),
  /** Lets a row go of its entity: it is from now on never one with the other rows of it. */
  'review.split': command(z.object({ party: Party, record: z.number().int(), reason: Reason }), z.object({ deed: z.number().int() }), {
    ...reviewing,
    logs: (input) => ({ action: 'review-decide', object: `bronrij ${input.record} losgemaakt` }),
    writes: ['review'],
  }),
  /** Takes a deed back; what it did is undone by the next `review.apply`. */
  'review.withdraw': command(z.object({ deed: z.number().int(), reason: Reason }), z.object({ deed: z.number().int() }), {
    ...reviewing,
    logs: (input) => ({ action: 'review-decide', object: `besluit ${input.deed} ingetrokken` }),
    writes: ['review'],
  }),
  'review.ledger': query(
    z.object({ before: z.number().int().optional(), limit: z.number().int().min(1).max(200) }),
    z.object({ deeds: z.array(LedgerDeed), total: z.number().int() }),
    { ...reviewing, logs: () => ({ action: 'review-view', object: 'besluitenlijst' }), reads: ['review', 'index'] },
  ),
  /** Joins entities anew by the ledger and rebuilds network and search. Exact: the same as linking everything again. */
  'review.apply': job(z.object({}), z.object({ decisions: z.number().int() }), {
    ...reviewing,
    logs: () => ({ action: 'review-apply' }),
    writes: ['review', 'index', 'scores', 'cases'],
  }),
}

const partyWords: Record<Party, string> = { person: 'personen', company: 'bedrijven' }
const verdictWords: Record<Verdict, string> = { same: 'dezelfde', different: 'niet dezelfde', unsure: 'onzeker' }

function pairWords({ party, left, right }: z.output<typeof Pair>): string {
  return `${partyWords[party]} in bronrij ${left} en ${right}`
}
