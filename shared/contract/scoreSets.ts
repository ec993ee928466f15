import { z } from 'zod'
import { Phenomenon, ScoreLevel } from '../model/score.ts'
import { ComparedScore, IndicatorChanges, SetCheck, SetSummary, setMark, WeightProposal } from '../model/scoreSet.ts'
import { command, job, query } from './procedure.ts'

const reading = { roles: ['director', 'analyst', 'privacyOfficer', 'reader'], purpose: false, compartment: 'index' } as const
const Motive = z.string().trim().min(20).max(2000)

/** Sets of scores beside the official one, and who may change what weighs how much. */
export const scoreSets = {
  /** Official, what-if and past sets, newest first. */
  'score.sets': query(z.object({}), z.array(SetSummary), { ...reading, logs: null, reads: ['scores'] }),
  /** The data of the newest official set with other weights or half-lives; kept beside it, never over it. */
  'score.whatIf': job(IndicatorChanges.extend({ label: z.string().trim().min(1).max(80) }), SetSummary, {
    roles: ['director', 'analyst'],
    purpose: false,
    compartment: 'index',
    logs: (input) => ({ action: 'score-what-if', object: input.label }),
    outcome: setMark,
    writes: ['scores'],
  }),
  'score.dropWhatIf': command(z.object({ id: z.number().int() }), z.null(), {
    roles: ['director', 'analyst'],
    purpose: false,
    compartment: 'index',
    logs: (input) => ({ action: 'score-what-if', object: `${input.id} verwijderd` }),
    writes: ['scores'],
  }),
  /** The official set beside another, in the order of the official one. */
  'score.compare': query(z.object({ id: z.number().int(), level: ScoreLevel, phenomenon: Phenomenon }), z.array(ComparedScore), {
    ...reading,
    logs: (input) => ({ action: 'score-view', object: `${input.phenomenon} ${input.level} set ${input.id}` }),
    reads: ['scores'],
  }),
  /** Computes every stored set again from what it was made of. */
  'score.verify': job(z.object({}), z.array(SetCheck), { ...reading, logs: () => ({ action: 'score-verify' }), writes: [] }),
  'score.proposals': query(z.object({}), z.array(WeightProposal), { ...reading, logs: null, reads: ['scores'] }),
  'score.propose': command(IndicatorChanges.extend({ motive: Motive }), WeightProposal, {
    roles: ['director', 'analyst'],
    purpose: false,
    compartment: 'index',
    logs: (input) => ({ action: 'weights-propose', object: [...new Set([...Object.keys(input.weights), ...Object.keys(input.halfLives)])].join(' ').slice(0, 200) }),
    writes: ['scores'],
  }),
  /** By somebody else than who proposed it. */
  'score.decide': command(z.object({ id: z.number().int(), approve: z.boolean(), motive: Motive }), WeightProposal, {
    roles: ['director', 'privacyOfficer'],
    purpose: false,
    compartment: 'index',
    logs: (input) => ({ action: 'weights-decide', object: `${input.id} ${input.approve ? 'goedgekeurd' : 'afgewezen'}` }),
    writes: ['scores'],
  }),
}
