import { z } from 'zod'
import { IndicatorBookView } from '../model/indicator.ts'
import { AreaLevel, AttentionScore, EvidenceRow, Explanation, Phenomenon, ScoreLevel } from '../model/score.ts'
import { ScoreSet, setMark } from '../model/scoreSet.ts'
import { job, query } from './procedure.ts'
import { scoreControls } from './scoreControls.ts'
import { scoreInsight } from './scoreInsight.ts'
import { scoreSets } from './scoreSets.ts'

const reading = { roles: ['director', 'analyst', 'privacyOfficer', 'reader'], purpose: false, compartment: 'index' } as const
/** Exact counts and the rows behind them: for whoever works a case. */
const working = { roles: ['director', 'analyst'], purpose: true, compartment: 'index' } as const

const Which = z.object({ level: ScoreLevel, phenomenon: Phenomenon, code: z.string().max(60) })

export const score = {
  ...scoreSets,
  ...scoreControls,
  ...scoreInsight,
  'score.run': job(z.object({}), ScoreSet, {
    ...working,
    logs: () => ({ action: 'score-run' }),
    outcome: setMark,
    writes: ['scores'],
  }),
  'score.set': query(z.object({}), ScoreSet.nullable(), { ...reading, logs: null, reads: ['scores', 'index', 'sources'] }),
  /** All areas or branches of a level, highest score first; counts are rounded. */
  'score.ranking': query(z.object({ level: ScoreLevel, phenomenon: Phenomenon }), z.array(AttentionScore), {
    ...reading,
    logs: (input) => ({ action: 'score-view', object: `${input.phenomenon} ${input.level}` }),
    reads: ['scores'],
  }),
  /** What a score is made of; counts are rounded and the rates that would give them away left out. */
  'score.explain': query(Which, Explanation, {
    ...reading,
    logs: (input) => ({ action: 'score-view', object: `${input.phenomenon} ${input.level} ${input.code}` }),
    reads: ['scores'],
  }),
  /** The same with every count as it is. */
  'score.explainExact': query(Which, Explanation, {
    ...working,
    logs: (input) => ({ action: 'score-view', object: `${input.phenomenon} ${input.level} ${input.code} exact` }),
    reads: ['scores'],
  }),
  /** The rows behind one part: the same rows the count was made of. */
  'score.evidence': query(
    Which.extend({ indicator: z.string(), offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) }),
    z.object({ rows: z.array(EvidenceRow), total: z.number().int() }),
    {
      ...working,
      logs: (input) => ({ action: 'evidence-view', object: `${input.indicator} ${input.code}` }),
      reads: ['scores', 'index'],
      isLong: true,
    },
  ),
  /** What counts and why, what does not, and what may never count. */
  'score.indicators': query(z.object({}), IndicatorBookView, { ...reading, logs: null, reads: [] }),
  /** Outlines in RD metres, one flat ring per number list: x0,y0,x1,y1,… */
  'area.map': query(
    z.object({ level: AreaLevel }),
    z.array(z.object({ code: z.string(), name: z.string(), rings: z.array(z.array(z.number())) })),
    { ...reading, logs: null, reads: ['sources'] },
  ),
  /** What an area of one's own consists of; `unknown` are codes of its list that no buurt or wijk has. */
  'area.parts': query(z.object({ code: z.string().max(60) }), z.object({ buurten: z.array(z.string()), unknown: z.array(z.string()) }), { ...reading, logs: null, reads: ['sources'] }),
}
