import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { askedFor, openWindow } from '../openWindow.tsx'
import { stubMap } from '../mapStub.ts'
import { answers, openStatus } from '../municipality.ts'
import { areaCode, rankingOf, scoreAnswers, staleSet } from '../scoreAnswers.ts'

const all = { ...answers, ...scoreAnswers }
const route = '#/gebieden'
const opened = `#/gebieden/hennep%20buurt%20${areaCode(0)}`

beforeEach(stubMap)

describe('Gebieden', () => {
  it('ranks the buurten with score, interval, counts, class, completeness and peer group', async () => {
    openWindow(all, { route })
    const table = await screen.findByRole('grid', { name: 'Rangorde van buurten voor hennep' })
    const rows = within(table).getAllByRole('row').slice(1)
    expect(rows.map((row) => within(row).getAllByRole('gridcell').map((cell) => cell.getAttribute('title')))).toContainEqual([
      '1', 'Havenkwartier', '1,32 (0,82 – 1,72)', '1,32', 'hoger', '35', '790', '100 %', 'woonbuurt',
    ])
    expect(within(table).getByText('onvoldoende')).toBeTruthy()
    expect(within(table).getByText('<5')).toBeTruthy()
    expect(screen.getByText('9 buurten · 1 hoger · 1 onvoldoende gegevens · stand 01-10-2026 · indicatorenset 3')).toBeTruthy()
    expect(screen.getByText('Kaart: © CBS 2025 (CC BY 4.0)')).toBeTruthy()
  })

  it('changes phenomenon and level, one of each at a time', async () => {
    const { user } = openWindow(all, { route })
    await screen.findByRole('grid', { name: 'Rangorde van buurten voor hennep' })
    await user.click(screen.getByRole('radio', { name: 'Vastgoed' }))
    await screen.findByRole('grid', { name: 'Rangorde van buurten voor vastgoed' })
    await user.click(screen.getByRole('radio', { name: 'Wijken' }))
    await screen.findByRole('grid', { name: 'Rangorde van wijken voor vastgoed' })
    expect(window.location.hash).toBe('#/gebieden/vastgoed%20wijk%20')
  })

  it('keeps the map as it stands, and the focus, when an area is chosen', async () => {
    const { user } = openWindow(all, { route })
    const map = await screen.findByRole('listbox', { name: /Kaart van de buurten/ })
    await user.click(await screen.findByText('Havenkwartier'))
    await screen.findByRole('region', { name: 'Onderbouwing Havenkwartier' })
    expect(screen.getByRole('listbox', { name: /Kaart van de buurten/ })).toBe(map)
    expect(document.activeElement?.closest('[role=grid]')).not.toBeNull()
  })

  it('explains a row: parts that sum to the score, context, what is missing, and what a score is worth', async () => {
    const { user } = openWindow(all, { route })
    await user.click(await screen.findByText('Havenkwartier'))
    const panel = await screen.findByRole('region', { name: 'Onderbouwing Havenkwartier' })
    await user.click(await within(panel).findByRole('button', { name: 'Exacte aantallen en rijen' }))
    expect(await within(panel).findByText('hoger · P 0,91')).toBeTruthy()
    expect(await within(panel).findByText(/9 geruimde kwekerijen op 812 adressen/)).toBeTruthy()
    expect(within(panel).getByText('+1,50')).toBeTruthy()
    expect(within(panel).getByText('−0,18')).toBeTruthy()
    expect(within(panel).getByText('Som = score').parentElement?.textContent).toBe('Som = score+1,32')
    expect(within(panel).getByText(/64 controles/)).toBeTruthy()
    expect(within(panel).getByText('Niet geleverd: personen (BRP).', { exact: false })).toBeTruthy()
    expect(within(panel).getByText(/is bij 8,3 % van de aangewezen panden raak: ongeveer 11 van de 12 zijn het niet/)).toBeTruthy()
    expect(within(panel).getByText('Aandacht, geen vermoeden')).toBeTruthy()
  })

  it('opens a part down to its figures, and its rows down to the line in the file', async () => {
    const { user } = openWindow(all, { route: opened })
    const panel = await screen.findByRole('region', { name: 'Onderbouwing Havenkwartier' })
    await user.click(await within(panel).findByRole('button', { name: 'Exacte aantallen en rijen' }))
    await within(panel).findByText(/Aantallen zijn exact/)
    const part = within(panel).getByRole('button', { name: /Geruimde kwekerijen/ })
    expect(part.getAttribute('aria-expanded')).toBe('false')
    await user.click(part)
    expect(part.getAttribute('aria-expanded')).toBe('true')
    expect(within(panel).getAllByText('95 %-interval 5,00 – 14,00', { exact: false }).length).toBeGreaterThan(0)
    await user.click(within(panel).getByRole('link', { name: /9.rijen: Geruimde kwekerijen/ }))
    const dialog = await screen.findByRole('dialog', { name: 'Geruimde kwekerijen in Havenkwartier' })
    expect(await within(dialog).findByText('Markerkant 12, 1316 AB')).toBeTruthy()
    expect(within(dialog).getByRole('link', { name: /Controles VTH.csv.*rij 390/ })).toBeTruthy()
  })

  it.each([null, openStatus.purpose])('shows what the list shows, rounded and without rows, and is exact only when asked (purpose: %s)', async (purpose) => {
    const { user, engine } = openWindow({ ...all, 'vault.status': () => ({ ...openStatus, purpose }) }, { route: opened })
    const panel = await screen.findByRole('region', { name: 'Onderbouwing Havenkwartier' })
    expect(await within(panel).findByText(/Minder dan vijf meldingen/)).toBeTruthy()
    expect(within(panel).queryByRole('link', { name: /rijen/ })).toBeNull()
    expect(askedFor(engine)).not.toContain('score.explainExact')
    await user.click(within(panel).getByRole('button', { name: 'Exacte aantallen en rijen' }))
    await waitFor(() => expect(askedFor(engine)).toContain('score.explainExact'))
  })

  it('gives a reader the rounded explanation only', async () => {
    const { engine } = openWindow({ ...all, 'vault.status': () => ({ ...openStatus, actor: { account: 'l', name: 'L. Lezer', roles: ['reader' as const] } }) }, { route: opened })
    const panel = await screen.findByRole('region', { name: 'Onderbouwing Havenkwartier' })
    expect(await within(panel).findByText(/Ongeveer 10 geruimde/)).toBeTruthy()
    expect(within(panel).queryByRole('button', { name: 'Exacte aantallen en rijen' })).toBeNull()
    expect(askedFor(engine)).not.toContain('score.explainExact')
  })

  it('says what was counted where there is no score, without contributions', async () => {
    openWindow(all, { route: `#/gebieden/hennep%20buurt%20${areaCode(8)}` })
    const panel = await screen.findByRole('region', { name: 'Onderbouwing Bosrand' })
    expect(await within(panel).findByText(/Van het gewicht was 55 % te berekenen/)).toBeTruthy()
    expect(within(panel).getByText('Wat er is geteld')).toBeTruthy()
    expect(within(panel).queryByText('Som = score')).toBeNull()
  })

  it('goes from the map to the explanation with the keyboard, and from a buurt to its wijk', async () => {
    const { user } = openWindow(all, { route })
    const map = await screen.findByRole('listbox', { name: /Kaart van de buurten/ })
    map.focus()
    await user.keyboard('{ArrowRight}')
    expect(within(map).getByRole('option').textContent).toBe('Havenkwartier\nhoger · 1,32 (0,82 – 1,72)')
    await user.keyboard('{ArrowRight}{ArrowUp}')
    expect(within(map).getByRole('option').textContent).toMatch(/^Zandpad/)
    await user.keyboard('{Enter}')
    const panel = await screen.findByRole('region', { name: 'Onderbouwing Zandpad' })
    await user.click(await within(panel).findByRole('link', { name: 'Wijk 2' }))
    expect(await screen.findByRole('region', { name: 'Onderbouwing Wijk 2' })).toBeTruthy()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('region', { name: /Onderbouwing/ })).toBeNull())
  })

  it('says when the scores are out of date and computes them again', async () => {
    const { user, engine } = openWindow({ ...all, 'score.set': () => staleSet, 'score.run': () => staleSet }, { route })
    await screen.findByText(/Sinds de berekening zijn er gegevens gewijzigd/)
    await user.click(screen.getByRole('button', { name: 'Opnieuw berekenen' }))
    await waitFor(() => expect(askedFor(engine)).toContain('score.run'))
  })

  it('says what to do when there are no scores yet', async () => {
    openWindow({ ...all, 'score.set': () => null }, { route })
    expect(await screen.findByText('Er zijn nog geen aandachtscores')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Scores berekenen' })).toBeTruthy()
  })

  it('says of an area with a wide interval that its score is uncertain, and prints the map on a sheet of its own', async () => {
    const print = vi.fn(() => expect(document.querySelector('.print-map')?.textContent).toMatch(/^Aandachtscores hennep, kaart van de buurten\d+ k?mN/))
    vi.stubGlobal('print', print)
    const wide = rankingOf('buurt', 'hennep').map((row) => (row.code === areaCode(1) ? { ...row, lower: -0.9, upper: 1.7 } : row))
    const { user } = openWindow({ ...all, 'score.ranking': () => wide }, { route })
    const map = await screen.findByRole('listbox', { name: /Kaart van de buurten/ })
    map.focus()
    await user.keyboard('{ArrowRight}{ArrowRight}')
    expect(within(map).getByRole('option').textContent).toBe('Steigerwijk\ngemiddeld · 0,41 (−0,90 – 1,70)\nonzeker: breed interval')
    await user.click(screen.getByRole('button', { name: 'Kaart afdrukken' }))
    expect(print).toHaveBeenCalledOnce()
    await waitFor(() => expect(document.querySelector('.print-map')).toBeNull())
  })

  it('lays areas of one\'s own over the wijken of the municipality, on paper too; buurten cover it themselves', async () => {
    const behind = vi.fn(() => document.querySelectorAll('.print-map-land').length)
    vi.stubGlobal('print', behind)
    const { engine, user } = openWindow(all, { route: '#/gebieden/hennep%20opsArea%20' })
    const maps = () => engine.calls.filter(({ name }) => name === 'area.map').map(({ input }) => input)
    await user.click(await screen.findByRole('button', { name: 'Kaart afdrukken' }))
    expect(maps()).toEqual(expect.arrayContaining([{ level: 'opsArea' }, { level: 'wijk' }]))
    await user.click(screen.getByRole('radio', { name: 'Buurten' }))
    await screen.findByRole('grid', { name: 'Rangorde van buurten voor hennep' })
    await user.click(await screen.findByRole('button', { name: 'Kaart afdrukken' }))
    expect(behind.mock.results.map(({ value }) => value)).toEqual([1, 0])
  })

  it('prints the whole explanation on a sheet of its own', async () => {
    const print = vi.fn()
    vi.stubGlobal('print', print)
    const { user } = openWindow(all, { route: opened })
    await screen.findByText('Som = score')
    await user.keyboard('p')
    expect(print).toHaveBeenCalledOnce()
    const sheet = document.querySelector('.print-sheet')
    expect(sheet?.textContent).toContain('Aandachtscore hennep: Havenkwartier')
    expect(sheet?.textContent).toContain('nooit over personen, huishoudens of adressen')
  })
})
