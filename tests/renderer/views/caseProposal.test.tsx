import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aCaseFile } from '../../fixtures/caseFile.ts'
import { answers } from '../municipality.ts'
import { openWindow } from '../openWindow.tsx'

const route = '#/casussen/1'
const saved = { changedAt: '2026-11-21T09:00:00.000Z', changedBy: 'Toetser' }
const request = { partner: 'tax-authority' as const, reason: 'De omzet past niet.', information: 'Aangiften over 2025.', ground: 'Wgs', ...saved }
const { changedAt: _at, changedBy: _by, ...asked } = request

describe('the proposal of a case', () => {
  it('asks a partner on the ground the case was opened on, and takes nothing without a reason', async () => {
    const { user, engine } = openWindow({ ...answers, 'case.get': () => aCaseFile(), 'case.savePartnerRequest': () => null }, { route })
    await user.click(await screen.findByRole('tab', { name: /Voorstel/ }))
    expect(screen.getByText('Nog geen partners')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Partner toevoegen' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Partner toevoegen' }))
    await user.click(dialog.getByRole('button', { name: 'Opslaan' }))
    expect(dialog.getByText('Kies een partner.')).toBeTruthy()
    expect(dialog.getByText('Schrijf wat u deze partner vraagt.')).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: /^Partner|Partner$/ }))
    await user.click(await screen.findByRole('option', { name: 'Belastingdienst' }))
    await user.type(dialog.getByLabelText('Waarom nodig'), 'De omzet past niet.')
    await user.type(dialog.getByLabelText('Wat u vraagt'), 'Aangiften over 2025.')
    await user.click(dialog.getByRole('button', { name: 'Opslaan' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'case.savePartnerRequest', input: { id: 1, request: { ...asked, ground: 'art. 172 Gemeentewet' } } }))
  })

  it('counts what is said as it is typed, and saves the words', async () => {
    const { user, engine } = openWindow({ ...answers, 'case.get': () => aCaseFile(), 'case.saveProposal': () => null }, { route })
    await user.click(await screen.findByRole('tab', { name: /Voorstel/ }))
    expect(screen.getByText('4 van 10 onderdelen ingevuld')).toBeTruthy()
    await user.type(screen.getByLabelText('Regiehouder'), 'Regisseur')
    expect(screen.getByText('5 van 10 onderdelen ingevuld')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Voorstel opslaan' }))
    const proposal = { processStep: '', urgency: null, urgencyReason: '', proportionality: '', subsidiarity: '', lead: 'Regisseur' }
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'case.saveProposal', input: { id: 1, proposal } }))
  })

  it('takes a request back with undo, names the partners as recipients, and is read only in a closed case', async () => {
    const { user, engine } = openWindow({ ...answers, 'case.get': () => aCaseFile({ partnerRequests: [request] }), 'case.removePartnerRequest': () => null, 'case.savePartnerRequest': () => null }, { route })
    await user.click(await screen.findByRole('tab', { name: 'Export' }))
    expect(screen.getByLabelText('Bestemd voor').getAttribute('value')).toBe('Belastingdienst')
    await user.click(screen.getByRole('tab', { name: /Voorstel/ }))
    await user.click(await screen.findByText('Belastingdienst'))
    await user.click(within(await screen.findByRole('dialog', { name: 'Verzoek wijzigen' })).getByRole('button', { name: 'Verwijderen' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'case.removePartnerRequest', input: { id: 1, partner: 'tax-authority' } }))
    await user.click(await screen.findByRole('button', { name: 'Ongedaan maken' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'case.savePartnerRequest', input: { id: 1, request: asked } }))
    cleanup()
    openWindow({ ...answers, 'case.get': () => aCaseFile({ status: 'closed', partnerRequests: [request] }) }, { route })
    expect(await screen.findByText('Belastingdienst')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Partner toevoegen' })).toBeNull()
  })
})
