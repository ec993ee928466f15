import { z } from 'zod'
import { AttentionScore, EvidenceRow, Phenomenon, ScoreLevel, ScorePart } from '../model/score.ts'
import { job, query } from './procedure.ts'

const reading = { roles: ['director', 'analyst', 'privacyOfficer', 'reader'], purpose: false, compartment: 'index' } as const

export const ScoreSet = z.object({
  id: z.number().int(),
  at: z.string(),
  /** hash over definitions, data and seed; equal hash, equal numbers */
  hash: z.string(),
  seed: z.number().int(),
  isStale: z.boolean(),
  counts: z.array(z.object({ phenomenon: Phenomenon, level: ScoreLevel, lower: z.number(), average: z.number(), higher: z.number(), insufficient: z.number() })),
})
export type ScoreSet = z.infer<typeof ScoreSet>

const Which = z.object({ level: ScoreLevel, phenomenon: Phenomenon, code: z.string() })

export const score = {
  'score.run': job(z.object({}), ScoreSet, {
    roles: ['director', 'analyst'],
    purpose: true,
    compartment: 'index',
    logs: () => ({ action: 'score-run' }),
    writes: ['scores'],
  }),
  'score.set': query(z.object({}), ScoreSet.nullable(), { ...reading, logs: null, reads: ['scores', 'index'] }),
  'score.ranking': query(z.object({ level: ScoreLevel, phenomenon: Phenomenon }), z.array(AttentionScore), {
    ...reading,
    logs: (input) => ({ action: 'score-view', object: `${input.phenomenon} ${input.level}` }),
    reads: ['scores'],
  }),
  'score.explain': query(Which, z.object({ score: AttentionScore, parts: z.array(ScorePart), missing: z.array(z.object({ label: z.string(), reason: z.string() })) }), {
    ...reading,
    logs: (input) => ({ action: 'score-view', object: `${input.phenomenon} ${input.level} ${input.code}` }),
    reads: ['scores'],
  }),
  /** The rows behind one part. */
  'score.evidence': query(
    Which.extend({ indicator: z.string(), offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) }),
    z.object({ rows: z.array(EvidenceRow), total: z.number().int() }),
    {
      ...reading,
      roles: ['director', 'analyst'],
      purpose: true,
      logs: (input) => ({ action: 'evidence-view', object: `${input.indicator} ${input.code}` }),
      reads: ['scores', 'index'],
    },
  ),
  /** Outlines in RD metres, one flat ring per number list: x0,y0,x1,y1,… */
  'area.map': query(
    z.object({ level: z.enum(['buurt', 'wijk']) }),
    z.array(z.object({ code: z.string(), name: z.string(), rings: z.array(z.array(z.number())) })),
    { ...reading, logs: null, reads: ['sources'] },
  ),
}
