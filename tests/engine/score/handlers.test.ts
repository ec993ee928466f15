import { describe, expect, it } from 'vitest'
import { openEngine } from '../../fixtures/engine.ts'

describe('scores through the contract', () => {
  it('say what is missing before anything was delivered', async () => {
    const { ask, refuse } = await openEngine()
    expect(await ask('score.set', {})).toBeNull()
    expect(await ask('area.map', { level: 'buurt' })).toEqual([])
    expect(await refuse('score.run', {})).toMatchObject({ code: 'no-areas' })
    expect(await refuse('score.ranking', { level: 'buurt', phenomenon: 'hennep' })).toMatchObject({ code: 'no-scores' })
    expect(await refuse('score.explain', { level: 'wijk', phenomenon: 'vastgoed', code: 'WK003401' })).toMatchObject({ code: 'no-scores' })
  })

  it('give the indicator book to whoever may see scores', async () => {
    const { ask } = await openEngine()
    const book = await ask('score.indicators', {})
    expect(book.indicators.length).toBeGreaterThan(25)
    expect(book.set.leftOut.map(({ catalogue }) => catalogue)).toContain('V10')
    expect(book.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('keep exact counts, rows and computing from a reader', async () => {
    const { refuse } = await openEngine(['reader'])
    const which = { level: 'buurt' as const, phenomenon: 'hennep' as const, code: 'BU00340101' }
    expect(await refuse('score.explainExact', which)).toMatchObject({ code: 'role-missing' })
    expect(await refuse('score.evidence', { ...which, indicator: 'hennep-geruimd-gebied', offset: 0, limit: 10 })).toMatchObject({ code: 'role-missing' })
    expect(await refuse('score.run', {})).toMatchObject({ code: 'role-missing' })
    expect(await refuse('score.explain', which)).toMatchObject({ code: 'no-scores' })
  })

  it('are told over time beside a job that runs, several at once, and what is refused there is refused here', async () => {
    const { ask, refuse } = await openEngine()
    const which = { level: 'buurt' as const, phenomenon: 'hennep' as const, code: 'BU00340101' }
    const [log, ...refused] = await Promise.all([
      ask('audit.verify', {}), refuse('score.trend', { ...which, indicator: 'hennep-geruimd-gebied' }), refuse('score.counterfactual', which), refuse('area.patterns', { phenomenon: 'hennep' }),
    ])
    expect(log.intact).toBe(true)
    expect(refused.map(({ code }) => code)).toEqual(['no-scores', 'no-scores', 'no-scores'])
  })

  it('have no level for a person, company or address', async () => {
    const { engine } = await openEngine()
    for (const level of ['person', 'company', 'address', 'household']) {
      expect(await engine.ask(99, 'score.ranking', { level, phenomenon: 'hennep' })).toMatchObject({ ok: false, problem: { code: 'bad-input' } })
    }
  })
})
