import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { entered, halfLifeOptions, pointsOf, weighed } from '../../../renderer/views/WhatIf/weights.ts'
import { openWindow } from '../openWindow.tsx'
import { stubMap } from '../mapStub.ts'
import { answers, openStatus } from '../municipality.ts'
import { scoreAnswers } from '../scoreAnswers.ts'
import { book, proposal, whatIfAnswers } from '../whatIfAnswers.ts'

const all = { ...answers, ...scoreAnswers, ...whatIfAnswers }
beforeEach(stubMap)

async function openDialog(given = all) {
  const opened = openWindow(given, { route: '#/gebieden' })
  await screen.findByRole('grid', { name: 'Rangorde van buurten voor hennep' })
  await opened.user.keyboard('w')
  return { ...opened, dialog: await screen.findByRole('dialog', { name: 'Wat als: hennep, gebied' }) }
}

const inputOf = (engine: Awaited<ReturnType<typeof openDialog>>['engine'], name: string) => engine.calls.find((call) => call.name === name)?.input

describe('wat als', () => {
  it('computes with other weights, keeps it under a name, and shows it beside the official set', async () => {
    const { user, engine, dialog } = await openDialog()
    const field = await within(dialog).findByLabelText('Punten: Meldingen hennep')
    await user.clear(field)
    await user.type(field, '15')
    expect(within(dialog).getByText('Samen 85 punten')).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: 'Uitrekenen en bewaren' }))
    expect(within(dialog).getByText(/Geef de variant een naam/)).toBeTruthy()
    await user.type(within(dialog).getByLabelText('Naam van deze variant'), 'Proef')
    await user.click(within(dialog).getByRole('button', { name: 'Uitrekenen en bewaren' }))
    expect(await within(dialog).findByRole('grid', { name: /Officiële set naast/ })).toBeTruthy()
    expect(inputOf(engine, 'score.whatIf')).toEqual({ label: 'Proef', weights: { 'hennep-meldingen-gebied': 15 }, halfLives: {} })
  })

  it('computes with a half-life for what has an age, and proposes it', async () => {
    const { user, engine, dialog } = await openDialog({ ...all, 'score.proposals': () => [{ ...proposal, halfLives: { 'hennep-meldingen-gebied': 24 } }] })
    await user.click(await within(dialog).findByRole('button', { name: /Halfwaardetijd: Meldingen hennep/ }))
    await user.click(screen.getByRole('option', { name: '1 jaar' }))
    expect(within(dialog).queryByRole('button', { name: /Halfwaardetijd: Leegstand/ })).toBeNull()
    await user.type(within(dialog).getByLabelText('Naam van deze variant'), 'Half na een jaar')
    await user.click(within(dialog).getByRole('button', { name: 'Uitrekenen en bewaren' }))
    await waitFor(() => expect(inputOf(engine, 'score.whatIf')).toEqual({ label: 'Half na een jaar', weights: {}, halfLives: { 'hennep-meldingen-gebied': 12 } }))
    await user.click(within(dialog).getByRole('tab', { name: /Voorstellen/ }))
    expect(await within(dialog).findByText('Meldingen hennep: halfwaardetijd 2 jaar (nu geen)')).toBeTruthy()
  })

  it('proposes only weights that add up to 100, with a motive', async () => {
    const { user, engine, dialog } = await openDialog()
    const reports = await within(dialog).findByLabelText('Punten: Meldingen hennep')
    await user.clear(reports)
    await user.type(reports, '20')
    const propose = within(dialog).getByRole('button', { name: 'Voorstellen als officieel…' })
    expect(propose.hasAttribute('disabled')).toBe(true)
    const cleared = within(dialog).getByLabelText('Punten: Geruimde kwekerijen')
    await user.clear(cleared)
    await user.type(cleared, '50')
    await user.click(propose)
    await user.type(within(dialog).getByLabelText('Motivering'), 'Te kort')
    await user.click(within(dialog).getByRole('button', { name: 'Voorstellen' }))
    expect(within(dialog).getByText(/ten minste 20 tekens/)).toBeTruthy()
    await user.type(within(dialog).getByLabelText('Motivering'), ', nu lang genoeg voor een ander')
    await user.click(within(dialog).getByRole('button', { name: 'Voorstellen' }))
    await waitFor(() => expect(inputOf(engine, 'score.propose')).toEqual({ weights: { 'hennep-geruimd-gebied': 50, 'hennep-meldingen-gebied': 20 }, halfLives: {}, motive: 'Te kort, nu lang genoeg voor een ander' }))
    expect(await within(dialog).findByText('Voorstel 4')).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(within(dialog).getByRole('tab', { name: /Voorstellen/ })))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('shows which classes differ, and drops a variant after a second press', async () => {
    const { user, engine, dialog } = await openDialog()
    await user.click(within(dialog).getByRole('tab', { name: 'Vergelijken' }))
    const table = await within(dialog).findByRole('grid', { name: 'Officiële set naast Meldingen half' })
    await user.click(within(dialog).getByRole('radio', { name: 'Andere klasse (1)' }))
    const rows = within(table).getAllByRole('row').slice(1)
    expect(rows.map((row) => within(row).getAllByRole('gridcell').map((cell) => cell.textContent))).toEqual([['1', 'Havenkwartier', '1,32', 'hoger', '1', '0,80', 'gemiddeld', '']])
    await user.click(within(dialog).getByRole('button', { name: 'Variant verwijderen' }))
    expect(inputOf(engine, 'score.dropWhatIf')).toBeUndefined()
    await user.click(within(dialog).getByRole('button', { name: 'Definitief verwijderen' }))
    await waitFor(() => expect(inputOf(engine, 'score.dropWhatIf')).toEqual({ id: 2 }))
  })

  it('lets a second person decide, with a motive', async () => {
    const director = { ...openStatus, actor: { account: 'r', name: 'R. Regisseur', roles: ['director' as const] } }
    const { user, engine, dialog } = await openDialog({ ...all, 'vault.status': () => director })
    await user.click(within(dialog).getByRole('tab', { name: /Voorstellen/ }))
    const item = await within(dialog).findByRole('listitem', { name: 'Voorstel 4' })
    expect(within(item).getByText('Geruimde kwekerijen: van 40 naar 50 punten')).toBeTruthy()
    await user.click(within(item).getByRole('button', { name: 'Goedkeuren' }))
    expect(within(item).getByText(/Motiveer het besluit/)).toBeTruthy()
    await user.type(within(item).getByLabelText('Motivering van het besluit'), 'Akkoord na bespreking in het overleg.')
    await user.click(within(item).getByRole('button', { name: 'Goedkeuren' }))
    await waitFor(() => expect(inputOf(engine, 'score.decide')).toEqual({ id: 4, approve: true, motive: 'Akkoord na bespreking in het overleg.' }))
  })

  it('does not let whoever proposed decide', async () => {
    const { user, dialog } = await openDialog({ ...all, 'score.proposals': () => [{ ...proposal, isOwn: true }] })
    await user.click(within(dialog).getByRole('tab', { name: /Voorstellen/ }))
    expect(await within(dialog).findByText('Dit is uw eigen voorstel. Een ander besluit erover.')).toBeTruthy()
    expect(within(dialog).queryByRole('button', { name: 'Goedkeuren' })).toBeNull()
  })
})

describe('weights as they are typed', () => {
  it('are whole points', () => {
    expect(['0', '100', '101', '2,5', '', '-1', ' 7 '].map(pointsOf)).toEqual([0, 100, null, null, null, null, 7])
  })

  it('differ from the official ones only where something else was typed', () => {
    const own = weighed(book, 'hennep', 'area')
    expect(own.map(({ weight }) => weight)).toEqual([40, 30, 20, 10])
    const changes = (weights: Record<string, number>, halfLives: Record<string, number | null>) => ({ weights, halfLives })
    expect(entered(own, { points: { 'leegstand-gebied': '20', 'hennep-maatregelen-gebied': '15' }, halfLives: {} })).toEqual({ changes: changes({ 'hennep-maatregelen-gebied': 15 }, {}), isChanged: true, sum: 105, isReadable: true })
    expect(entered(own, { points: { 'leegstand-gebied': '' }, halfLives: {} }).isReadable).toBe(false)
    const halved = own.map((one) => (one.id === 'hennep-geruimd-gebied' ? { ...one, halfLife: 18 } : one))
    const chosen = { 'hennep-geruimd-gebied': null, 'hennep-meldingen-gebied': 12, 'hennep-maatregelen-gebied': null }
    expect(entered(halved, { points: {}, halfLives: chosen }).changes).toEqual(changes({}, { 'hennep-geruimd-gebied': null, 'hennep-meldingen-gebied': 12 }))
    expect(entered(halved, { points: {}, halfLives: { 'hennep-geruimd-gebied': 18 } }).isChanged).toBe(false)
    expect(halfLifeOptions(18).map(({ id }) => id)).toEqual(['geen', '6', '12', '18', '24', '36', '60'])
  })
})
