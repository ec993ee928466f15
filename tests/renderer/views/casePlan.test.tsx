import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aCaseFile } from '../../fixtures/caseFile.ts'
import { answers } from '../municipality.ts'
import { openWindow } from '../openWindow.tsx'

const withCase = { ...answers, 'case.get': () => aCaseFile() }
const route = '#/casussen/1'

describe('the plan of a case', () => {
  it('takes an intervention with its ground proposed, and asks for a result once it is done', async () => {
    const { user, engine } = openWindow({ ...withCase, 'case.saveIntervention': () => ({ interventionId: 1 }) }, { route })
    await user.click(await screen.findByRole('tab', { name: /Aanpak/ }))
    expect(screen.getByText('Nog geen interventies')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Interventie toevoegen' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Interventie toevoegen' }))
    // in one go: drawing the dialog for every key takes longest of all
    const fill = async (label: string, words: string) => {
      await user.click(dialog.getByLabelText(label))
      await user.paste(words)
    }
    await user.click(dialog.getByRole('button', { name: 'Opslaan' }))
    expect(dialog.getByText('Kies een interventie.')).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: /^Soort|Soort$/ }))
    await user.click(await screen.findByRole('option', { name: 'Sluiting (art. 13b)' }))
    expect(dialog.getByLabelText('Grondslag').getAttribute('value')).toBe('art. 13b Opiumwet')
    await fill('Doel', 'De kwekerij weg.')
    await fill('Uitvoerder', 'Burgemeester')
    await user.click(dialog.getByRole('button', { name: /^Stand|Stand$/ }))
    await user.click(await screen.findByRole('option', { name: 'uitgevoerd' }))
    await user.click(dialog.getByRole('button', { name: 'Opslaan' }))
    expect(dialog.getByText('Wat is uitgevoerd of vervallen, heeft een resultaat.')).toBeTruthy()
    await fill('Resultaat', 'Drie maanden gesloten.')
    await user.click(dialog.getByRole('button', { name: 'Opslaan' }))
    await waitFor(() =>
      expect(engine.calls).toContainEqual({
        name: 'case.saveIntervention',
        input: { id: 1, interventionId: null, intervention: { kind: 'closure-13b', subject: null, goal: 'De kwekerij weg.', barrier: '', ground: 'art. 13b Opiumwet', executor: 'Burgemeester', plannedOn: null, status: 'done', result: 'Drie maanden gesloten.', evaluateOn: null } },
      }),
    )
  })

  it('shows what is planned, to change or take back; in a closed case only to read', async () => {
    const planned = { id: 4, kind: 'penalty-order' as const, subject: null, subjectLabel: '', goal: 'Het gebruik staken.', barrier: '', ground: 'art. 5:32 Awb', executor: 'Handhaving', plannedOn: '2026-12-01', status: 'running' as const, result: '', evaluateOn: null, changedAt: '2026-11-21T09:00:00.000Z', changedBy: 'Toetser' }
    const { user, engine } = openWindow({ ...withCase, 'case.get': () => aCaseFile({ interventions: [planned] }), 'case.removeIntervention': () => null, 'case.saveIntervention': () => ({ interventionId: 5 }) }, { route })
    await user.click(await screen.findByRole('tab', { name: /Aanpak/ }))
    await user.click(await screen.findByText('Last onder dwangsom'))
    await user.click(within(await screen.findByRole('dialog', { name: 'Interventie wijzigen' })).getByRole('button', { name: 'Verwijderen' }))
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'case.removeIntervention', input: { id: 1, interventionId: 4 } }))
    await user.click(await screen.findByRole('button', { name: 'Ongedaan maken' }))
    const { id: _id, subjectLabel: _label, changedAt: _at, changedBy: _by, ...intervention } = planned
    await waitFor(() => expect(engine.calls).toContainEqual({ name: 'case.saveIntervention', input: { id: 1, interventionId: null, intervention } }))
    cleanup()
    openWindow({ ...withCase, 'case.get': () => aCaseFile({ status: 'closed', interventions: [planned] }) }, { route })
    expect(await screen.findByText('Last onder dwangsom')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Interventie toevoegen' })).toBeNull()
  })
})
