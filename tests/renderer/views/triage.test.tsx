import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { TriagedSignal, TriageFile } from '#shared/contract/triage.ts'
import { FakeProblem } from '../fakeEngine.ts'
import { addressSheet, answers, openStatus } from '../municipality.ts'
import { openWindow } from '../openWindow.tsx'

const waiting: TriagedSignal = {
  id: null, number: '', recordId: 12, state: 'received', since: '', destination: '', reviewOn: null, signalNumber: 'S-118', department: 'Meldpunt', kind: 'hennepgeur', phenomenon: 'hennep',
  date: '2026-10-02', subject: 'Markerkant 12', isThere: true,
}
const file: TriageFile = {
  ...waiting, id: 3, number: 'W-2026-0003', state: 'weighing', since: '2026-11-20T10:00:00.000Z', content: 'Geur in de nacht.', weighings: [], openWeighings: ['undermining'], ways: [], departments: null, clock: null,
  steps: [{ at: '2026-11-20T10:00:00.000Z', by: 'A. Analist', motive: 'Tweede melding in een maand.', weighing: null, move: { from: 'received', to: 'weighing', destination: '', reviewOn: null } }],
}
const asDirector = { ...openStatus, actor: { account: 'r', name: 'R. Regisseur', roles: ['director' as const] } }
const motive = 'De wijkagent bevestigt wat de melding zegt.'

describe('Wegen', () => {
  it('goes from list to list without drawing the rows of one in the columns of another', async () => {
    const { user } = openWindow({ ...answers, 'triage.list': ({ shown }) => (shown === 'received' ? { signals: [waiting], total: 240 } : { signals: [{ ...file, state: 'notHandled' }], total: 1 }) }, { route: '#/wegen' })
    expect(await screen.findByText('240 signalen ontvangen; de eerste 1 staan hier, zoek om de rest te zien.')).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: 'Afgehandeld' }))
    expect((await screen.findByRole('row', { name: /W-2026-0003/ })).textContent).toContain('niet in behandeling')
  })

  it('says it when a signal is not there, and leads back', async () => {
    const { user } = openWindow({ ...answers, 'triage.get': () => { throw new FakeProblem('not-found', { what: 'Het signaal' }) }, 'triage.list': () => ({ signals: [waiting], total: 1 }) }, { route: '#/wegen/9' })
    expect((await screen.findByRole('alert')).textContent).toContain('Het signaal is niet gevonden')
    await user.click(screen.getByRole('button', { name: 'Alle signalen' }))
    expect(await screen.findByRole('row', { name: /S-118/ })).toBeTruthy()
  })

  it('offers to ask for destruction only once it is known that nobody did', async () => {
    const aside: TriageFile = { ...file, state: 'notHandled', clock: { since: '2025-11-01', listedFrom: '2026-11-01', destroyFrom: '2026-11-02', isListed: true, isDue: true } }
    openWindow({ ...answers, 'triage.get': () => aside, 'triage.destructions': () => { throw new FakeProblem('internal', { id: '7' }) } }, { route: '#/wegen/3' })
    const card = within(await screen.findByRole('region', { name: 'Bewaartermijn' }))
    expect(await card.findByRole('alert')).toBeTruthy()
    expect(card.queryByRole('button', { name: /vragen/i })).toBeNull()
  })

  it('takes up a signal with a reason, and opens it', async () => {
    const { user, engine } = openWindow(
      { ...answers, 'triage.list': () => ({ signals: [waiting], total: 1 }), 'triage.take': () => ({ id: 3 }), 'triage.get': () => file },
      { route: '#/wegen' },
    )
    await user.click(await screen.findByRole('row', { name: /S-118/ }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Signaal in weging nemen' }))
    await user.click(dialog.getByRole('button', { name: 'In weging nemen' }))
    expect(dialog.getByText('Schrijf ten minste 20 tekens.')).toBeTruthy()
    await user.type(dialog.getByLabelText('Waarom pakt u dit signaal op?'), motive)
    await user.click(dialog.getByRole('button', { name: 'In weging nemen' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Hennepgeur' })).toBeTruthy()
    expect(engine.calls).toContainEqual({ name: 'triage.take', input: { recordId: 12, motive } })
    expect(screen.getByText('Geur in de nacht.')).toBeTruthy()
    expect(screen.queryByText('Verwijzindex')).toBeNull()
  })

  it('a judgement is never filled in, and a yes asks for something of each group', async () => {
    const { user, engine } = openWindow({ ...answers, 'triage.get': () => file, 'triage.weigh': () => null }, { route: '#/wegen/3' })
    await user.click(await screen.findByRole('button', { name: 'Wegen: 1. Gaat het over ondermijning?' }))
    const dialog = within(await screen.findByRole('dialog', { name: '1. Gaat het over ondermijning?' }))
    await user.click(dialog.getByRole('button', { name: 'Vastleggen' }))
    expect(dialog.getByText('Kies ja of nee.')).toBeTruthy()
    await user.click(dialog.getByRole('radio', { name: 'Ja' }))
    await user.click(dialog.getByRole('checkbox', { name: 'Zakelijk-economisch verankerd' }))
    expect(dialog.getByText(/uit elke groep ten minste één/)).toBeTruthy()
    await user.click(dialog.getByRole('checkbox', { name: 'Systematisch en structureel' }))
    await user.type(dialog.getByLabelText('Motivering'), motive)
    await user.click(dialog.getByRole('button', { name: 'Vastleggen' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'triage.weigh', input: { id: 3, weighing: 'undermining', isPositive: true, criteria: ['business', 'structural'], motive } }))
  })

  it('shows the ways that are open, asks where to, and what the index knows once the sources may be asked', async () => {
    const confirmed: TriageFile = {
      ...file, state: 'confirmed', departments: addressSheet.departments,
      ways: [{ to: 'inCase', isBack: false, needsDestination: true }, { to: 'sourceResearch', isBack: true, needsDestination: true }],
    }
    const { user, engine } = openWindow({ ...answers, 'triage.get': () => confirmed, 'triage.move': () => null }, { route: '#/wegen/3' })
    expect(await screen.findByRole('region', { name: 'Verwijzindex' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Terug: in bronnenonderzoek…' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'In casus…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Signaal: in casus' }))
    await user.type(dialog.getByLabelText('Motivering'), motive)
    await user.type(dialog.getByLabelText('Opnieuw bekijken op'), '15-1-2027')
    await user.click(dialog.getByRole('button', { name: 'Vastleggen' }))
    expect(dialog.getByText('Vul in waarheen het signaal gaat.')).toBeTruthy()
    await user.type(dialog.getByLabelText('In welke casus?'), 'C-2026-0001')
    await user.click(dialog.getByRole('button', { name: 'Vastleggen' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'triage.move', input: { id: 3, to: 'inCase', destination: 'C-2026-0001', reviewOn: '2027-01-15', motive } }))
  })

  it('at the end of its year a signal can be asked for, and a director decides', async () => {
    const aside: TriageFile = { ...file, state: 'notHandled', ways: [{ to: 'weighing', isBack: true, needsDestination: false }], openWeighings: [], clock: { since: '2025-11-20', listedFrom: '2026-11-20', destroyFrom: '2026-11-21', isListed: true, isDue: true } }
    const asked = { subjectId: 3, number: 'W-2026-0003', ground: 'term' as const, motive: 'De termijn van een jaar is om.', askedBy: 'A. Analist', askedAt: '2026-11-20T10:00:00.000Z', destroyedBy: '', destroyedAt: '', contentHash: '', held: {} }
    const { user, engine } = openWindow(
      { ...answers, 'vault.status': () => asDirector, 'triage.get': () => aside, 'triage.destructions': () => [asked], 'triage.decideDestruction': () => null, 'triage.list': () => ({ signals: [], total: 0 }) },
      { route: '#/wegen/3' },
    )
    expect(await screen.findByText(/Niet in behandeling sinds 20-11-2025; te vernietigen vanaf 21-11-2026/)).toBeTruthy()
    await user.click(await screen.findByRole('button', { name: 'Signaal vernietigen…' }))
    const sure = within(await screen.findByRole('alertdialog', { name: 'W-2026-0003 vernietigen?' }))
    await user.click(sure.getByRole('button', { name: 'Vernietigen' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'triage.decideDestruction', input: { id: 3, approve: true } }))
    expect(await screen.findByRole('heading', { name: 'Geen signalen om op te pakken' })).toBeTruthy()
  })
})
