import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { RiskBranchChange } from '#shared/model/indicator.ts'
import { codesIn } from '../../../renderer/views/RiskBranches/riskEntry.ts'
import { answers } from '../municipality.ts'
import { openWindow } from '../openWindow.tsx'
import { scoreAnswers } from '../scoreAnswers.ts'
import { whatIfAnswers } from '../whatIfAnswers.ts'

const change: RiskBranchChange = {
  id: 1, at: '2026-11-20T09:00:00Z', by: 'A. Analist', motive: 'Uit controles van dit jaar.', label: 'Kappers', entry: null, decision: 'open', decidedAt: null, decidedBy: null, decidedMotive: '', version: null, isOwn: false,
}
const all = { ...answers, ...scoreAnswers, ...whatIfAnswers, 'branch.riskChanges': () => [change] }

async function openList() {
  const opened = openWindow(all, { route: '#/branches/witwassen%20division%20' })
  await opened.user.click(await screen.findByRole('button', { name: 'Risicobranches' }))
  return { ...opened, dialog: within(await screen.findByRole('dialog', { name: 'Lijst van risicobranches' })) }
}

describe('the list of risk branches', () => {
  it('is shown with its version, and a change of it is proposed with a reason', async () => {
    const { user, engine, dialog } = await openList()
    engine.answer({ 'branch.proposeRisk': ({ label, entry, motive }) => ({ ...change, label, entry, motive, isOwn: true }) })
    await user.click(await dialog.findByRole('button', { name: 'Branche toevoegen…' }))
    await user.click(dialog.getByRole('button', { name: 'Voorstellen' }))
    expect(dialog.getByText('Kies ten minste één fenomeen.')).toBeTruthy()
    await user.type(dialog.getByLabelText('Naam'), 'Adviesbureaus')
    await user.type(dialog.getByLabelText('Codes SBI 2008'), '7022')
    await user.click(dialog.getByRole('checkbox', { name: 'Witwassen' }))
    await user.type(dialog.getByLabelText('Waarom deze branche op de lijst staat'), 'Facturen.')
    await user.type(dialog.getByLabelText('Bron'), 'Eigen oordeel')
    await user.type(dialog.getByLabelText('Motivering van deze wijziging'), 'Uit de controles van dit jaar.')
    await user.click(dialog.getByRole('button', { name: 'Voorstellen' }))
    await waitFor(() => expect(engine.calls.find(({ name }) => name === 'branch.proposeRisk')?.input).toEqual({
      label: 'Adviesbureaus', motive: 'Uit de controles van dit jaar.',
      entry: { label: 'Adviesbureaus', codes: { 2008: ['7022'] }, phenomena: ['witwassen'], motive: 'Facturen.', source: 'Eigen oordeel' },
    }))
  })

  it('shows what was proposed', async () => {
    const { user, dialog } = await openList()
    await user.click(await dialog.findByRole('tab', { name: /Wijzigingen/ }))
    expect(await dialog.findByText('Kappers van de lijst')).toBeTruthy()
  })
})

it('codes are digits with commas, points between them or not', () => {
  expect(codesIn('56.10, 5630;  47')).toEqual(['5610', '5630', '47'])
  expect([codesIn(''), codesIn('56x'), codesIn('5')]).toEqual([[], null, null])
})
