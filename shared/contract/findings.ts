import { z } from 'zod'
import { SourceDate } from '../model/entity.ts'
import { Finding, FindingPattern, FindingSubject } from '../model/finding.ts'
import { command, job, query } from './procedure.ts'

const looking = { roles: ['director', 'analyst'], purpose: true, compartment: 'index' } as const

/** Findings as they stand: when they were made, for which day, and whether data or definitions changed since. */
export const FindingRun = z.object({ at: z.string(), day: SourceDate, isStale: z.boolean() })
export type FindingRun = z.infer<typeof FindingRun>

export const findings = {
  /** Looks for every pattern in the whole vault. */
  'finding.run': job(z.object({}), FindingRun, { ...looking, logs: () => ({ action: 'finding-run' }), writes: ['index'] }),
  /** The library of patterns with their base rates here, and when they were last looked for (null: never). */
  'finding.library': query(z.object({}), z.object({ run: FindingRun.nullable(), patterns: z.array(FindingPattern) }), { ...looking, logs: null, purpose: false, reads: ['index', 'sources'] }),
  /** What was found about some addresses and companies, by subject; nothing is ever found about a person. */
  'finding.of': query(z.object({ keys: z.array(FindingSubject).min(1).max(2000) }), z.array(Finding), {
    ...looking,
    logs: (input) => ({ action: 'finding-view', object: input.keys.join(' ') }),
    reads: ['index'],
  }),
  /** Where a pattern was seen (every pattern when left out), in the whole vault or in the wijk or buurt with this code, in the order of patterns and subjects. */
  'finding.list': query(
    z.object({ pattern: z.string().max(60).default(''), area: z.string().max(10).default(''), withExplained: z.boolean().default(false), offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }),
    z.object({ findings: z.array(Finding), total: z.number().int() }),
    { ...looking, logs: (input) => ({ action: 'finding-view', object: `${input.pattern === '' ? 'alle patronen' : input.pattern}${input.area === '' ? '' : ` in ${input.area}`}` }), reads: ['index'] },
  ),
  /** Establishes that a pattern has an ordinary explanation at a subject; an empty reason takes that back. */
  'finding.explain': command(z.object({ pattern: z.string().max(60), key: FindingSubject, reason: z.string().trim().max(400) }), z.object({}), {
    ...looking,
    logs: (input) => ({ action: 'finding-explain', object: `${input.pattern} ${input.key}` }),
    writes: ['index'],
  }),
}
