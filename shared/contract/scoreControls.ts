import { z } from 'zod'
import { Backtest, ControlItem, ControlList, ControlOutcome, Scoreboard } from '../model/control.ts'
import { SourceDate } from '../model/entity.ts'
import { Phenomenon } from '../model/score.ts'
import { command, job, query } from './procedure.ts'

const reading = { roles: ['director', 'analyst', 'privacyOfficer', 'reader'], purpose: false, compartment: 'index' } as const
const working = { roles: ['director', 'analyst'], purpose: true, compartment: 'index' } as const
/** Exact outcomes, for whoever works with scores or answers for them. */
const accounting = { roles: ['director', 'analyst', 'privacyOfficer'], purpose: true, compartment: 'index' } as const

/** Against the loop: controls drawn at random beside those chosen by score, and what came of both. */
export const scoreControls = {
  /** `half` addresses out of areas of class hoger (or those on top), and as many out of all areas, mixed. */
  'control.make': command(z.object({ phenomenon: Phenomenon, half: z.number().int().min(1).max(200), seed: z.string().trim().max(40) }), ControlList, {
    ...working,
    logs: (input) => ({ action: 'control-make', object: `${input.phenomenon} ${2 * input.half}` }),
    writes: ['scores'],
  }),
  'control.lists': query(z.object({}), z.array(ControlList), { ...reading, logs: null, reads: ['scores'] }),
  'control.list': query(z.object({ id: z.number().int() }), z.array(ControlItem), {
    ...working,
    logs: (input) => ({ action: 'control-view', object: `lijst ${input.id}` }),
    reads: ['scores', 'index'],
  }),
  'control.record': command(z.object({ id: z.number().int(), position: z.number().int(), outcome: ControlOutcome }), z.null(), {
    ...working,
    logs: (input) => ({ action: 'control-record', object: `lijst ${input.id}, nummer ${input.position}` }),
    writes: ['scores'],
  }),
  /** Only of lists of which every outcome is in: before that it would tell why an address is on a list. */
  'control.board': query(z.object({}), Scoreboard, { ...accounting, logs: () => ({ action: 'control-view', object: 'scorebord' }), reads: ['scores'] }),
  'score.backtest': job(z.object({ phenomenon: Phenomenon, day: SourceDate, months: z.number().int().min(1).max(60) }), Backtest, {
    ...accounting,
    logs: (input) => ({ action: 'score-verify', object: `terugblik ${input.phenomenon} ${input.day}` }),
    writes: [],
  }),
}
