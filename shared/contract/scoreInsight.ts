import { z } from 'zod'
import { AreaPattern, Concentration, Counterfactual, GoldenNumber, GovernanceSheet, Trend } from '../model/insight.ts'
import { BaseRate, Phenomenon, ScoreLevel } from '../model/score.ts'
import { command, query } from './procedure.ts'

const reading = { roles: ['director', 'analyst', 'privacyOfficer', 'reader'], purpose: false, compartment: 'index' } as const
const working = { roles: ['director', 'analyst'], purpose: true, compartment: 'index' } as const
const Which = z.object({ level: ScoreLevel, phenomenon: Phenomenon, code: z.string().max(60) })
const Share = z.number().min(0).max(1)

/** What stands around a score: patterns of areas, concentrations of branches, what if, course over time, and accountability. */
export const scoreInsight = {
  'area.patterns': query(z.object({ phenomenon: Phenomenon }), z.array(AreaPattern), {
    ...reading,
    logs: (input) => ({ action: 'score-view', object: `${input.phenomenon} patronen` }),
    reads: ['scores'],
    isLong: true,
  }),
  /** Where a branch (`2008:56`) is concentrated, per buurt or wijk, strongest first; within one version of the SBI. */
  'branch.concentration': query(z.object({ branch: z.string().max(20), level: z.enum(['buurt', 'wijk']) }), z.array(Concentration), {
    ...working,
    logs: (input) => ({ action: 'score-view', object: `concentratie ${input.branch} ${input.level}` }),
    reads: ['scores', 'index'],
    isLong: true,
  }),
  'score.counterfactual': query(Which, Counterfactual, {
    ...working,
    logs: (input) => ({ action: 'score-view', object: `${input.phenomenon} ${input.level} ${input.code} wat als` }),
    reads: ['scores', 'index'],
    isLong: true,
  }),
  'score.trend': query(Which.extend({ indicator: z.string().max(60) }), Trend, {
    ...working,
    logs: (input) => ({ action: 'score-view', object: `${input.indicator} ${input.code} verloop` }),
    reads: ['scores', 'index'],
    isLong: true,
  }),
  /** What a flag is worth: Bayes at an entered base rate, sensitivity and specificity. */
  'score.baseRate': query(z.object({ prevalence: Share, sensitivity: Share, specificity: Share }), BaseRate, { ...reading, logs: null, reads: [] }),
  /** Published numbers, computed here and now. */
  'score.goldens': query(z.object({}), z.array(GoldenNumber), { ...reading, logs: null, reads: [] }),
  /** Indicator book, record for the Algoritmeregister, input for DPIA and IAMA, and the method, from what is really set up. */
  'score.sheets': query(z.object({}), z.array(GovernanceSheet), { ...reading, logs: null, reads: ['scores'] }),
  /** One of them as a Word document. */
  'score.saveSheet': command(z.object({ id: GovernanceSheet.shape.id, target: z.string() }), z.object({ file: z.string() }), {
    ...reading,
    logs: (input) => ({ action: 'sheet-export', object: input.id }),
    writes: [],
  }),
}
