import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FakeProblem } from '../fakeEngine.ts'
import type { LedgerDeed } from '../../../shared/contract/review.ts'
import { answers } from '../municipality.ts'
import { openWindow } from '../openWindow.tsx'
import { reviewAnswers } from '../reviewAnswers.ts'

/** A window on an engine that says after every deed that the queue changed, as the real one does. */
function open(route = '#/beoordelen') {
  const opened = openWindow({ ...answers, ...reviewAnswers((topics) => act(() => opened.engine.announce({ type: 'changed', topics }))) }, { route })
  return opened
}
const names = () => within(screen.getByRole('list', { name: 'Wachtrij personen' })).getAllByRole('button').map((button) => button.textContent)

describe('Beoordelen', () => {
  it('counts the addresses once', async () => {
    const { engine } = open('#/beoordelen/address')
    await screen.findByRole('radio', { name: /Niet gevonden/ })
    expect(engine.calls.filter(({ name }) => name === 'addressReview.counts')).toHaveLength(1)
  })

  it('shows the pair that changes most: fields beside each other, weights, effect, and whether the BSN is the same', async () => {
    open()
    await screen.findByRole('heading', { name: 'Is dit dezelfde persoon?' })
    const row = (name: RegExp) => screen.getByRole('row', { name }).textContent
    expect(row(/^Achternaam/)).toBe('AchternaamVoorbeeldVoorbeeltlijkt+4,10')
    expect(screen.getAllByText(/^[dt]$/, { selector: 'mark' })).toHaveLength(2)
    expect(row(/^Zelfde BSN/)).toContain('onbekend')
    expect(row(/^Uitgangskans/)).toBe('Uitgangskansdat twee willekeurige dezelfde zijn−4,10')
    expect(row(/^Samen/)).toContain('82 % van de gegevens')
    expect(screen.getByText(/Geboortedatum, 12-03-1984|dag en maand verwisseld/)).toBeTruthy()
    expect(screen.getByRole('region', { name: 'Wat samenvoegen verandert' }).textContent).toContain('C-2026-0001 (alleen links)')
    expect(screen.getByText(/nog 5 paren personen/)).toBeTruthy()
    expect(within(screen.getByRole('group', { name: 'Oordeel' })).getByText(/^Samenvoegen: \d+ verbindingen? links en \d+ rechts aan één ingang · 1 casus/)).toBeTruthy()
    expect(screen.getAllByRole('status').some((one) => /Lijkt: achternaam, voornamen, geboortedatum\./.test(one.textContent ?? ''))).toBe(true)
  })

  it('asks for its pairs once, so that looking leaves one line in the log', async () => {
    const { engine } = open()
    await screen.findByRole('heading', { name: 'Is dit dezelfde persoon?' })
    expect(engine.calls.filter(({ name }) => name === 'review.queue')).toHaveLength(1)
  })

  it('is worked by keys alone: yes, no, unsure, moving, undoing', async () => {
    const { user, engine } = open()
    await screen.findByRole('heading', { name: 'Is dit dezelfde persoon?' })
    expect(names()[0]).toContain('M. van Voorbeeld')
    await user.keyboard('j')
    expect(await screen.findByText('Kies of schrijf eerst een reden; die komt bij het besluit te staan.')).toBeTruthy()
    await user.keyboard('{Escape}2j')
    await waitFor(() => expect(names()).toHaveLength(4))
    await user.keyboard('{ArrowDown}n')
    await waitFor(() => expect(names()).toHaveLength(3))
    await user.keyboard('h')
    await waitFor(() => expect(engine.calls.filter(({ name }) => name === 'review.decide').map(({ input }) => input)).toEqual([
      { party: 'person', left: 100, right: 200, verdict: 'same', reason: 'Nagezocht in de bron' },
      { party: 'person', left: 102, right: 202, verdict: 'different', reason: 'Nagezocht in de bron' },
      { party: 'person', left: 103, right: 203, verdict: 'unsure', reason: 'Nagezocht in de bron' },
    ]))
    await user.keyboard('u')
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'review.withdraw', input: { deed: 3, reason: 'direct teruggenomen' } }))
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'review.withdraw', input: { deed: 2, reason: 'direct teruggenomen' } }))
    await waitFor(() => expect(names()).toHaveLength(4))
    // what came back stands in the queue again, and is the one in hand
    const inHand = within(screen.getByRole('list', { name: 'Wachtrij personen' })).getAllByRole('button', { current: true })
    expect(inHand.map((button) => button.textContent)).toEqual([expect.stringContaining('J. de Proef')])
    expect(screen.getByText('paar 2 van 4')).toBeTruthy()
    await screen.findByText('Alle besluiten zijn in het netwerk verwerkt.')
    expect(engine.calls.some(({ name }) => name === 'review.apply')).toBe(true)
  })

  it('takes a reason with R, and keys are letters while one types', async () => {
    const { user, engine } = open()
    await screen.findByRole('heading', { name: 'Is dit dezelfde persoon?' })
    await user.keyboard('r')
    await user.keyboard('nagevraagd bij Burgerzaken{Enter}')
    await user.keyboard('y')
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'review.decide', input: { party: 'person', left: 100, right: 200, verdict: 'same', reason: 'nagevraagd bij Burgerzaken' } }))
  })

  it('puts unsure pairs aside, lists decisions, and takes any back', async () => {
    const { user, engine } = open()
    await screen.findByRole('heading', { name: 'Is dit dezelfde persoon?' })
    await user.keyboard('1o')
    await waitFor(() => expect(names()).toHaveLength(4))
    await user.click(screen.getByRole('radio', { name: 'Onzeker' }))
    await waitFor(() => expect(names()).toHaveLength(1))
    await user.click(screen.getByRole('radio', { name: 'Besluiten' }))
    await user.click(await screen.findByRole('button', { name: 'Intrekken' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'review.withdraw', input: { deed: 1, reason: 'bij nader inzien' } }))
    expect(await screen.findByText(/^vervallen/)).toBeTruthy()
  })

  it('pages through a long list of decisions', async () => {
    const { user, engine } = open()
    const deed = (number: number): LedgerDeed => ({
      deed: number, kind: 'verdict', at: '2026-11-21T09:00:00Z', by: 'A. Analist', party: 'person', verdict: 'same', reason: `reden ${number}`, left: 'een', right: 'ander', leftRecord: 1, rightRecord: 2, revoked: null, isFollowed: number !== 299,
    })
    engine.answer({ 'review.ledger': ({ before = 301, limit }) => ({ deeds: Array.from({ length: Math.min(limit, before - 1, 300) }, (_, i) => deed(Math.min(before, 301) - 1 - i)), total: 300 }) })
    await user.click(await screen.findByRole('radio', { name: 'Besluiten' }))
    expect(await screen.findByText('1–200 van 300')).toBeTruthy()
    expect(screen.getAllByText('niet gevolgd: een bron spreekt het tegen')).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Oudere besluiten' }))
    expect(await screen.findByText('201–300 van 300')).toBeTruthy()
    expect(screen.getByText('reden 100')).toBeTruthy()
    // it keeps the focus it was pressed with
    expect(screen.getByRole('button', { name: 'Oudere besluiten' }).getAttribute('aria-disabled')).toBe('true')
    await user.click(screen.getByRole('button', { name: 'Nieuwere besluiten' }))
    expect(await screen.findByText('reden 300')).toBeTruthy()
  })

  it('says when nothing is left, when it fails, and what can never be one', async () => {
    const { user, engine } = open()
    engine.answer({ 'review.decide': () => { throw new FakeProblem('merge-forbidden', { why: 'De rijen hebben elk een ander BSN.' }) } })
    await screen.findByRole('heading', { name: 'Is dit dezelfde persoon?' })
    await user.keyboard('1j')
    expect((await screen.findByRole('alert')).textContent).toContain('elk een ander BSN')
    expect(names()).toHaveLength(5)
    await user.click(screen.getByRole('tab', { name: /Bedrijven/ }))
    expect(await screen.findByText('Niets te beoordelen')).toBeTruthy()
  })
})

describe('an entity sheet', () => {
  const sheet = '#/persoon/person%3A1'
  const openSheet = () => openWindow({ ...answers, ...reviewAnswers() }, { route: sheet })

  it('names who may be the same, with the way to the pair', async () => {
    const { user, engine } = openSheet()
    const card = within(await screen.findByRole('region', { name: 'Mogelijk dezelfde' }))
    await user.click(await card.findByRole('button', { name: 'Vergelijken' }))
    await screen.findByRole('heading', { name: 'Is dit dezelfde persoon?' })
    expect(engine.calls).toContainEqual({ name: 'review.pair', input: { party: 'person', left: 100, right: 200 } })
  })

  it('lets a row go after showing what goes along, and undoes it', async () => {
    const { user, engine } = openSheet()
    const [first] = await screen.findAllByRole('button', { name: /^Losmaken: / })
    if (!first) throw new Error('no row to let go')
    await user.click(first)
    const dialog = within(await screen.findByRole('dialog', { name: 'Bronrij losmaken' }))
    expect(await dialog.findByText(/2 andere bronrijen blijven bij elkaar/)).toBeTruthy()
    expect(dialog.getByText('bestuurder van Polderglas B.V.')).toBeTruthy()
    await user.type(dialog.getByRole('textbox', { name: /Reden/ }), 'andere persoon')
    await user.click(dialog.getByRole('button', { name: 'Losmaken' }))
    await waitFor(() => expect(engine.calls.some(({ name, input }) => name === 'review.split' && JSON.stringify(input).includes('andere persoon'))).toBe(true))
    await user.click(await screen.findByRole('button', { name: 'Ongedaan maken' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'review.withdraw', input: { deed: 1, reason: 'direct teruggenomen' } }))
  })

  it('lays another entity beside it to merge by hand', async () => {
    const { user, engine } = openSheet()
    engine.answer({ 'search.suggest': () => ({ hits: [{ key: 'person:99', kind: 'person', title: 'S. Testveld', subtitle: '', tier: 'exact' }] }) })
    await user.click(await screen.findByRole('button', { name: 'Samenvoegen met…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Met welke ingang samenvoegen?' }))
    await user.type(dialog.getByRole('textbox', { name: 'Naam of nummer' }), 'voorbeeld')
    await user.click(await dialog.findByRole('button', { name: 'Vergelijken' }))
    await waitFor(() => expect(engine.calls.some(({ name }) => name === 'review.pair')).toBe(true))
  })
})
