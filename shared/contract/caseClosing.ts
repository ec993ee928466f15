import { z } from 'zod'
import { CaseClosing } from '../model/caseClosing.ts'
import { ScoreRole } from '../model/scoreRole.ts'
import { scoreRoleWords } from '../text/scoreRole.ts'
import { command } from './procedure.ts'

/** A closing with what follows from it. */
export const ClosedCase = CaseClosing.extend({
  closedAt: z.string(),
  closedBy: z.string(),
  /** how long its class is kept after the end of monitoring; null for good */
  years: z.number().int().nullable(),
  /** last day; null for good */
  keptUntil: z.iso.date().nullable(),
})
export type ClosedCase = z.infer<typeof ClosedCase>

export const caseClosing = {
  /** The one way to close a case. */
  'case.close': command(z.object({ id: z.number().int(), closing: CaseClosing, scoreRole: ScoreRole }), z.null(), {
    roles: ['director', 'analyst'],
    purpose: true,
    compartment: 'case',
    logs: ({ id, scoreRole }) => ({ action: 'case-change', object: `casus ${id} afgesloten${scoreRoleWords(scoreRole)}` }),
    writes: ['cases'],
  }),
}
