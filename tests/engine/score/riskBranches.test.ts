import { describe, expect, it } from 'vitest'
import type { RiskBranch } from '#shared/model/indicator.ts'
import { currentDefinitions, currentSet, decideRisk, explain, proposeRisk, riskChanges, runScores } from '../../../electron/engine/score/index.ts'
import { isBranchStart } from '../../../electron/engine/score/branches.ts'
import { plantedTown } from '../../fixtures/scoreTown.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const motive = 'Uit de controles van dit jaar blijkt dat dit hoort.'
const entry: RiskBranch = { label: 'Adviesbureaus', codes: { 2008: ['7022'], 2025: ['7020'] }, phenomena: ['witwassen'], motive: 'Facturen zonder prestatie.', source: 'Eigen oordeel' }

function vault() {
  const store = emptyStore()
  const context = contextOn(store)
  return { store, context, other: { ...context, actor: { account: 'ander', name: 'Ander', roles: ['director' as const] } } }
}

describe('the list of risk branches', () => {
  it('changes by two people, makes a version with date and names, and the indicators count by it', () => {
    const { store, context, other } = vault()
    plantedTown(store)
    runScores(context)
    const risky = () => explain(context, { level: 'wijk', phenomenon: 'witwassen', code: 'WK003401' }).parts.find(({ indicator }) => indicator === 'risicobranche-gebied')?.observed
    const before = Number(risky())
    const base = currentDefinitions(store)
    const { id } = proposeRisk(context, { label: entry.label, entry, motive })
    expect(currentDefinitions(store).hash).toBe(base.hash)
    expect(() => decideRisk(context, { id, approve: true, motive })).toThrow('second-person')
    expect(decideRisk(other, { id, approve: true, motive })).toMatchObject({ decision: 'approved', version: base.riskBranches.version + 1, decidedBy: 'Ander' })
    const { riskBranches, indicators } = currentDefinitions(store)
    expect(riskBranches.entries.at(-1)).toEqual(entry)
    expect(riskBranches).toMatchObject({ version: base.riskBranches.version + 1, since: context.now.slice(0, 10), owner: `${context.actor.name} (voorstel), Ander (besluit)` })
    expect(indicators).toEqual(base.indicators)
    expect(currentSet(context)?.isStale).toBe(true)
    runScores(context)
    expect(Number(risky())).toBeGreaterThan(before)
    expect(riskChanges(context)).toHaveLength(1)
  })

  it('keeps a branch in its place when it is changed, and leaves it out when it is taken off', () => {
    const { store, context, other } = vault()
    const [first] = currentDefinitions(store).riskBranches.entries
    if (!first) throw new Error('the list is empty')
    const settle = (changed: RiskBranch | null) => decideRisk(other, { id: proposeRisk(context, { label: first.label, entry: changed, motive }).id, approve: true, motive })
    settle({ ...first, motive: 'Een andere reden.' })
    expect(currentDefinitions(store).riskBranches.entries[0]).toEqual({ ...first, motive: 'Een andere reden.' })
    settle(null)
    expect(currentDefinitions(store).riskBranches.entries.some(({ label }) => label === first.label)).toBe(false)
    expect(() => proposeRisk(context, { label: first.label, entry: null, motive })).toThrow('risk-branch-unfit')
  })

  it('takes no code that its version does not have, and none at all is none', () => {
    const { context } = vault()
    const propose = (codes: RiskBranch['codes']) => () => proposeRisk(context, { label: entry.label, entry: { ...entry, codes }, motive })
    expect(propose({ 2008: ['7022', '0099'] })).toThrow('risk-branch-unfit')
    expect(propose({ 2031: ['7022'] })).toThrow('risk-branch-unfit')
    expect(propose({})).toThrow('risk-branch-unfit')
    expect([isBranchStart('2008', '56'), isBranchStart('2008', '56101'), isBranchStart('2025', '96210'), isBranchStart('2008', '00')]).toEqual([true, true, true, false])
  })

  it('that is rejected stays as it was', () => {
    const { store, context, other } = vault()
    const base = currentDefinitions(store)
    decideRisk(other, { id: proposeRisk(context, { label: entry.label, entry, motive }).id, approve: false, motive })
    expect(currentDefinitions(store)).toEqual(base)
    expect(() => store.write((writer) => writer.run('UPDATE risk_branch_change SET decided_account = account'))).toThrow(/CHECK/)
  })
})
