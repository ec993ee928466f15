import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Finding, FindingPattern } from '#shared/model/finding.ts'
import type { FakeAnswers } from '../fakeEngine.ts'
import { answers, source } from '../municipality.ts'
import { openWindow } from '../openWindow.tsx'

const pattern = (id: string, label: string, missing: string[] = []): FindingPattern => ({
  id, label, missing, version: 2, phenomena: ['vastgoed'], definition: `Wat ${label} is, in een zin.`, innocent: ['Gewone handel.', 'Een fout in een akte.'], source: 'Domeinkennis', since: '2026-11-29',
  subject: 'address', rate: { observed: '<5', population: 900, sentence: 'Gezien bij minder dan 5 van 900 adressen.' },
})
const finding: Finding = {
  pattern: 'abc', version: 2, label: 'ABC-transactie', subject: { key: 'address:0034200000123456', label: 'Markerkant 12-34' }, sentence: 'Verkregen op 01-01-2024 en 100 dagen later overgedragen aan een ander.', since: '2024-04-10',
  evidence: Array.from({ length: 8 }, (_, row) => source('Kadaster.csv', row + 1, 'Kadaster')), missing: ['Niet geleverd: transacties.'], explained: null,
}
const withFindings: FakeAnswers = {
  ...answers,
  'finding.library': () => ({ run: { at: '2026-11-29T08:00:00Z', day: '2026-11-29', isStale: false }, patterns: [pattern('gat', 'Gat in de opvolging', ['company']), pattern('abc', 'ABC-transactie')] }),
  'finding.list': ({ offset }) => ({ findings: [{ ...finding, sentence: `${finding.sentence} (${offset})` }], total: 51 }),
  'search.areas': () => [{ code: 'BU00340603', name: 'Markerkant Noord', level: 'buurt', district: '' }],
}

it('lists findings with subject, rows and what is missing; by pattern and area, a page at a time', async () => {
  const { user, engine } = openWindow(withFindings, { route: '#/bevindingen' })
  const list = await screen.findByRole('list', { name: 'Bevindingen, op naam van het patroon' })
  expect(within(list).getByText('Markerkant 12-34')).toBeTruthy()
  expect(within(list).getByText('Wat ontbreekt: Niet geleverd: transacties.')).toBeTruthy()
  expect(within(list).getByText('Wat ABC-transactie is, in een zin.')).toBeTruthy()
  expect(within(list).getByText('Gewone verklaringen: Gewone handel. Een fout in een akte.')).toBeTruthy()
  const shownRows = () => within(list).getAllByText(/^rij \d/).length
  expect(shownRows()).toBe(6)
  await user.click(within(list).getByText('alle 8 tonen'))
  expect(shownRows()).toBe(8)
  expect(screen.getByText(/Niet geleverd: bedrijven\. Daardoor is dit patroon/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Volgende' }))
  await waitFor(() => expect(screen.getByText('51–51 van 51 bevindingen')).toBeTruthy())
  await user.click(within(screen.getByRole('table')).getByText('ABC-transactie'))
  expect(await screen.findByRole('heading', { level: 2, name: 'ABC-transactie' })).toBeTruthy()
  expect(screen.getAllByText('Gezien bij minder dan 5 van 900 adressen.').length).toBeGreaterThan(1)
  await user.click(screen.getByRole('checkbox', { name: 'ook wat verklaard is' }))
  await waitFor(() => expect(engine.calls).toContainEqual({ name: 'finding.list', input: { pattern: 'abc', area: '', withExplained: true, offset: 0, limit: 50 } }))
  await user.click(screen.getByRole('combobox'))
  await user.type(screen.getByRole('combobox'), 'Marker')
  await user.click(await screen.findByRole('option', { name: /Markerkant Noord/ }))
  await waitFor(() => expect(engine.calls).toContainEqual({ name: 'finding.list', input: { pattern: 'abc', area: 'BU00340603', withExplained: true, offset: 0, limit: 50 } }))
})
