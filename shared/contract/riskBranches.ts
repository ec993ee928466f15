import { z } from 'zod'
import { RiskBranch, RiskBranchChange } from '../model/indicator.ts'
import { command, query } from './procedure.ts'

const Motive = z.string().trim().min(20).max(2000)

/** The list of risk branches and its changes: by two persons, as weights. The list itself stands in the indicator book. */
export const riskBranches = {
  'branch.riskChanges': query(z.object({}), z.array(RiskBranchChange), {
    roles: ['director', 'analyst', 'privacyOfficer', 'reader'], purpose: false, compartment: 'index', logs: null, reads: ['scores'],
  }),
  /** `entry` null takes the branch off the list. */
  'branch.proposeRisk': command(
    z.object({ label: z.string().trim().min(3).max(80), entry: RiskBranch.nullable(), motive: Motive }).refine(({ label, entry }) => entry === null || entry.label === label, { path: ['label'] }),
    RiskBranchChange,
    {
      roles: ['director', 'analyst'], purpose: false, compartment: 'index',
      logs: ({ label, entry }) => ({ action: 'risk-branches-propose', object: entry === null ? `${label} van de lijst` : label }), writes: ['scores'],
    },
  ),
  /** By somebody else than who proposed it. */
  'branch.decideRisk': command(z.object({ id: z.number().int(), approve: z.boolean(), motive: Motive }), RiskBranchChange, {
    roles: ['director', 'privacyOfficer'], purpose: false, compartment: 'index',
    logs: (input) => ({ action: 'risk-branches-decide', object: `${input.id} ${input.approve ? 'goedgekeurd' : 'afgewezen'}` }), writes: ['scores'],
  }),
}
