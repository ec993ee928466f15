import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Ownership } from '#shared/model/ownership.ts'
import { ownershipPicture } from '../../../renderer/parts/ownershipPicture.ts'
import { answers, source } from '../municipality.ts'
import { openWindow } from '../openWindow.tsx'

const node = (key: string, label: string) => ({ key, kind: key.startsWith('person') ? ('person' as const) : ('company' as const), label, detail: '', degree: 2, references: 0 })
const link = (id: number, from: string, to: string, label: string) => ({ id, from, to, kind: 'shareholder' as const, label, start: null, end: null, strength: 'confirmed' as const, ground: '', source: source('Handelsregister.xlsx', id, 'KVK') })
const found: Ownership = {
  nodes: [node('company:14', 'Polderglas B.V.'), node('company:12', 'Havenzicht Holding B.V.'), node('person:9', 'A. Voorbeeld')],
  links: [link(1, 'company:12', 'company:14', '3/4'), link(2, 'person:9', 'company:12', '1/2')],
  ends: [
    { key: 'person:9', end: 'person', share: { numerator: '3', denominator: '8' }, isLeast: true, paths: [{ keys: ['company:14', 'company:12', 'person:9'], links: [1, 2], share: { numerator: '3', denominator: '8' } }], leaders: [] },
    { key: 'company:14', end: 'rest', share: { numerator: '1', denominator: '4' }, isLeast: false, paths: [], leaders: [] },
  ],
  remarks: ['Havenzicht Holding B.V. ligt in een kring van aandelen; de aandelen zijn door de kring heen gerekend.'],
}

it('asks only when somebody wants to know, and tells each end with its exact share, the way there and the remarks', async () => {
  const { user, engine } = openWindow({ ...answers, 'ownership.ends': () => found }, { route: '#/bedrijf/company%3A14' })
  const follow = await screen.findByRole('button', { name: 'Keten volgen' })
  expect(engine.calls.some(({ name }) => name === 'ownership.ends')).toBe(false)
  await user.type(screen.getByLabelText('Stand op'), '31-12-2024')
  await user.click(follow)
  const table = await screen.findByRole('table', { name: 'Wie aan het einde van de keten staat' })
  expect(engine.calls).toContainEqual({ name: 'ownership.ends', input: { key: 'company:14', day: '2024-12-31' } })
  const [, person, rest] = within(table).getAllByRole('row')
  expect(person?.textContent).toContain('ten minste 3/8 (37,5 %)')
  expect(person?.textContent).toContain('Polderglas B.V. → aandelen gehouden door Havenzicht Holding B.V. (3/4) → aandelen gehouden door A. Voorbeeld (1/2)')
  expect(rest?.textContent).toContain('Rest van Polderglas B.V.van dit deel is geen houder bekend1/4 (25 %)')
  expect(screen.getByText(/ligt in een kring van aandelen/)).toBeTruthy()
  expect(screen.getByRole('img', { name: /Keten van eigendom met 3 knopen/ })).toBeTruthy()
  await user.clear(screen.getByLabelText('Stand op'))
  await user.type(screen.getByLabelText('Stand op'), '31-02-2024')
  await waitFor(() => expect(screen.getByText('Schrijf een datum als dd-mm-jjjj.')).toBeTruthy())
})

it('stands each node as far down as its longest way from the subject', () => {
  expect(ownershipPicture(found, 'company:14').nodes.map(({ key, x, y }) => [key, x, y])).toEqual([['company:14', 0, 0], ['company:12', 0, -130], ['person:9', 0, -260]])
})
