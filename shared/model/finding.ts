import { z } from 'zod'
import { EntityKey, SourceDate, SourceRef } from './entity.ts'
import { Phenomenon, ShownCount } from './score.ts'

/** A named pattern as resources/findings defines it. */
export const FindingDefinition = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.number().int().min(1),
  label: z.string().min(3),
  phenomena: z.array(Phenomenon).min(1),
  pattern: z.string(),
  parameters: z.record(z.string(), z.union([z.number(), z.array(z.string())])),
  /** kinds of delivery without which nothing can be seen */
  requires: z.array(z.string()).min(1),
  definition: z.string().min(20),
  /** what is said of one subject; `{words}` are filled in from the pattern */
  sentence: z.string().min(5),
  /** what the base rate is a share of */
  population: z.string().min(5),
  /** ordinary explanations */
  innocent: z.array(z.string()).min(2),
  source: z.string().min(5),
  owner: z.string(),
  since: SourceDate,
})
export type FindingDefinition = z.infer<typeof FindingDefinition>

/** Findings are about addresses and companies; there is none about a person. */
export const FindingSubject = EntityKey.refine((key) => !key.startsWith('person:'), 'a finding is about an address or a company')

/** A pattern that was seen, with the rows that show it. Nothing in it is a score; findings are not added up. */
export const Finding = z.strictObject({
  pattern: z.string(),
  version: z.number().int(),
  label: z.string(),
  subject: z.strictObject({ key: FindingSubject, label: z.string() }),
  sentence: z.string(),
  since: SourceDate.nullable(),
  evidence: z.array(SourceRef).min(1),
  /** what is not there to show it whole: a step without its row, a row of a delivery that was withdrawn, a kind that was never delivered */
  missing: z.array(z.string()),
  /** set when somebody established that it has an ordinary explanation here */
  explained: z.strictObject({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
})
export type Finding = z.infer<typeof Finding>

/** A pattern as it can be read up: what it means, how common it is here, what else it can mean, where it comes from. */
export const FindingPattern = z.strictObject({
  ...FindingDefinition.pick({ id: true, version: true, label: true, phenomena: true, definition: true, innocent: true, source: true, since: true }).shape,
  subject: z.enum(['address', 'company']),
  /** at how many of how many it was seen in this municipality, as a sentence; few are not told apart; null before the first run */
  rate: z.strictObject({ observed: ShownCount, population: z.number().int(), sentence: z.string() }).nullable(),
  /** kinds of delivery that are missing, so that nothing can be seen */
  missing: z.array(z.string()),
})
export type FindingPattern = z.infer<typeof FindingPattern>
