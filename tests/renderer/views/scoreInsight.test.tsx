import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Explanation, Phenomenon, ScoreLevel } from '#shared/model/score.ts'
import { inPremises, shareOfText, textOfShare } from '../../../renderer/views/Scores/baseRate.ts'
import { trendChartOf } from '../../../renderer/views/Scores/trendChart.ts'
import { askedFor, openWindow } from '../openWindow.tsx'
import { FakeProblem, type FakeAnswers } from '../fakeEngine.ts'
import { stubMap } from '../mapStub.ts'
import { answers, openStatus } from '../municipality.ts'
import { areaCode, explain, scoreAnswers } from '../scoreAnswers.ts'

const all = { ...answers, ...scoreAnswers }
const opened = `#/gebieden/hennep%20buurt%20${areaCode(0)}`
const withoutPurpose = { ...all, 'vault.status': () => ({ ...openStatus, purpose: null }) }

beforeEach(stubMap)

async function openTab(name: string, given: FakeAnswers = all, route = opened) {
  const { user, engine } = openWindow(given, { route })
  await user.click(await screen.findByRole('tab', { name }))
  return { user, engine, panel: await screen.findByRole('tabpanel', { name }) }
}

describe('around a score', () => {
  it('asks nothing of a tab before it is opened', async () => {
    const { engine } = openWindow(all, { route: opened })
    await screen.findByRole('tab', { name: 'Weglating' })
    expect(askedFor(engine).filter((name) => ['area.patterns', 'score.counterfactual', 'score.trend', 'score.baseRate'].includes(name))).toEqual([])
  })

  it('says how an area stands out and leads to others that do, keeping the tab', async () => {
    const { user, panel } = await openTab('Patroon')
    expect(await within(panel).findByText('Gi* 3,4, kans op toeval hooguit 0,4 %')).toBeTruthy()
    await user.click(within(panel).getByRole('link', { name: 'Onderbouwing van Zandpad' }))
    await screen.findByRole('region', { name: 'Onderbouwing Zandpad' })
    expect(await screen.findByText('5,2 controles verwacht, geen gezien, kans op toeval hooguit 2,0 %')).toBeTruthy()
    expect(screen.getByRole('tab', { name: 'Patroon' }).getAttribute('aria-selected')).toBe('true')
  })

  it('gathers what stands out in the buurten of a wijk', async () => {
    const { panel } = await openTab('Patroon', { ...all, 'area.patterns': () => [{ kind: 'hotspot', code: 'BU00340201', name: 'Zuiderpark', within: ['WK003402'], strength: 3, falseDiscovery: 0.01, why: 'Samen hoog.' }] }, '#/gebieden/hennep%20wijk%20WK003402')
    expect(await within(panel).findByRole('link', { name: 'Onderbouwing van Zuiderpark' })).toBeTruthy()
    expect(within(panel).queryByText(/Ook 1 ander gebied/)).toBeNull()
  })

  it('tells what would be otherwise without a department, without a few events, without repeated reports', async () => {
    const { panel } = await openTab('Weglating')
    const row = await within(panel).findByRole('row', { name: /VTH maatregelen/ })
    expect(within(row).getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['9', '−0,12', 'gemiddeld'])
    expect(within(panel).getByText('Zonder deze 4 voorvallen is de klasse gemiddeld:')).toBeTruthy()
    expect(within(panel).getByText('Geruimde kwekerijen: 4 van 9')).toBeTruthy()
    expect(within(panel).getByText(/5 meldingen, geteld als 3/)).toBeTruthy()
  })

  it('shows counts as they are only with a purpose', async () => {
    const { user, engine, panel } = await openTab('Verloop', withoutPurpose)
    expect(within(panel).getByText(/Daarvoor kiest u een doel/)).toBeTruthy()
    expect(askedFor(engine)).not.toContain('score.trend')
    await user.click(within(panel).getByRole('button', { name: 'Met een doel tonen' }))
    await waitFor(() => expect(askedFor(engine)).toContain('score.trend'))
  })

  it('draws the course per half year and says where it breaks', async () => {
    const { panel } = await openTab('Verloop')
    const table = await within(panel).findByRole('table', { name: 'Geruimde kwekerijen per half jaar' })
    expect(within(table).getAllByRole('row').map((row) => row.textContent)).toEqual([
      'PeriodeGeteldVerwacht', '2e helft 2024niets geleverd–', '1e helft 202521,4', '2e helft 202531,2', '1e helft 202641,5', '2e helft 2026 (deel)00,6',
    ])
    expect(within(panel).getByText('01-01-2025: Van eerdere jaren is niets geleverd; nul is hier geen telling.')).toBeTruthy()
  })

  it('opens on the heaviest indicator that has a course, and says of another why it has none', async () => {
    const ofState = (which: { level: ScoreLevel; phenomenon: Phenomenon; code: string }): Explanation => {
      const found = explain(which, 'exact')
      return { ...found, parts: found.parts.map((part) => ({ ...part, hasCourse: part.indicator !== state.indicator })) }
    }
    const state = { indicator: 'hennep-geruimd-gebied', label: 'Geruimde kwekerijen', periods: [], breaks: [], counting: null, absence: 'state' as const }
    const { user, engine, panel } = await openTab('Verloop', { ...all, 'score.explain': ofState, 'score.explainExact': ofState, 'score.trend': (which) => (which.indicator === state.indicator ? state : { ...state, absence: 'nothing' as const }) })
    expect(await within(panel).findByText('Van deze indicator zijn geen gedateerde voorvallen geleverd.')).toBeTruthy()
    expect(engine.calls.find(({ name }) => name === 'score.trend')?.input).toMatchObject({ indicator: 'hennep-meldingen-gebied' })
    await user.click(within(panel).getByRole('button', { name: /Indicator/ }))
    await user.click(await screen.findByRole('option', { name: 'Geruimde kwekerijen (geen verloop)' }))
    expect(await within(panel).findByText(/telt een stand/)).toBeTruthy()
  })

  it('tells how far a long count is, and stops it when asked', async () => {
    let isStopped = false
    const { user, panel } = await openTab('Verloop', {
      ...all,
      'score.trend': async (_which, call) => {
        call.progress({ step: 'Voorvallen per half jaar tellen', done: 1, total: 2 })
        await call.cancelled
        isStopped = true
        throw new FakeProblem('cancelled')
      },
    })
    expect(await within(panel).findByRole('progressbar', { name: 'Voorvallen per half jaar tellen' })).toBeTruthy()
    await user.click(within(panel).getByRole('button', { name: 'Afbreken' }))
    expect(await within(panel).findByText(/Afgebroken/)).toBeTruthy()
    expect(isStopped).toBe(true)
  })

  it('computes what a flag is worth again with other figures', async () => {
    const { user, panel } = await openTab('Kansrekening')
    expect(await within(panel).findByText('8,3 % raak')).toBeTruthy()
    expect(within(panel).getByText(/543: 45 terecht en 498 ten onrechte/)).toBeTruthy()
    const field = within(panel).getByLabelText('Panden in gebruik')
    await user.clear(field)
    await user.type(field, '10')
    expect(await within(panel).findByText('66,7 % raak')).toBeTruthy()
    await user.clear(field)
    expect(within(panel).getByText('Een getal van 0 tot en met 100.')).toBeTruthy()
    await user.click(within(panel).getByRole('button', { name: 'Terug naar de schatting van het WODC' }))
    expect(await within(panel).findByText('8,3 % raak')).toBeTruthy()
  })

  it('gives a reader what has no exact counts in it', async () => {
    const reader = { ...openStatus, actor: { account: 'l', name: 'L. Lezer', roles: ['reader' as const] } }
    openWindow({ ...all, 'vault.status': () => reader }, { route: opened })
    await screen.findByRole('tab', { name: 'Opbouw' })
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['Opbouw', 'Patroon', 'Kansrekening'])
  })

  it('shows where a branch is concentrated and leads there', async () => {
    const { user, panel } = await openTab('Spreiding', all, '#/branches/witwassen%20division%202008%3A56')
    const row = await within(panel).findByRole('row', { name: /Wijk 1/ })
    expect(within(row).getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['2,25', '9', '4,0'])
    await user.click(within(row).getByRole('link', { name: 'Wijk 1' }))
    await waitFor(() => expect(window.location.hash).toBe('#/gebieden/witwassen%20wijk%20WK003401'))
  })
})

describe('the base rate', () => {
  it('reads percentages as people write them', () => {
    expect(['0,5', '0.5 %', ' 90', '100', '101', '-1', 'x', ''].map(shareOfText)).toEqual([0.005, 0.005, 0.9, 1, null, null, null, null])
    expect([0.005, 0.9, 0.287, 1].map(textOfShare)).toEqual(['0,5', '90', '28,7', '100'])
  })

  it('counts whole premises', () => {
    expect(inPremises({ prevalence: 0.005, sensitivity: 0.9, specificity: 0.95 })).toEqual({ used: 50, found: 45, wrong: 498, missed: 5 })
  })
})

describe('the course over time', () => {
  it('has no bar where nothing was counted anywhere, and a break at its day', () => {
    const { bars, breaks, most } = trendChartOf({
      indicator: 'x', label: 'x',
      periods: [{ from: '2025-01-01', to: '2025-06-30', observed: 0, expected: 0, unplaced: 0 }, { from: '2025-07-01', to: '2025-12-31', observed: 2, expected: 4, unplaced: 0 }],
      breaks: [{ date: '2025-10-01', reason: 'Overgang.' }, { date: '2030-01-01', reason: 'Later.' }], counting: null, absence: null,
    })
    expect(bars.map(({ isEmpty, observed, expected }) => [isEmpty, observed, expected])).toEqual([[true, 0, 0], [false, 0.5, 1]])
    expect(breaks.map(({ at }) => Math.round(at * 100) / 100)).toEqual([0.75])
    expect(most).toBe(4)
  })

  it('has no bar either where codes are of another version of the SBI, and no such count sets its height', () => {
    const { bars, most } = trendChartOf({
      indicator: 'x', label: 'x', breaks: [], counting: null, absence: null,
      periods: [{ from: '2025-01-01', to: '2025-06-30', observed: 0, expected: 90, unplaced: 12 }, { from: '2025-07-01', to: '2025-12-31', observed: 2, expected: 4, unplaced: 0 }],
    })
    expect(bars.map(({ isEmpty, isApart }) => [isEmpty, isApart])).toEqual([[false, true], [false, false]])
    expect(most).toBe(4)
  })
})
