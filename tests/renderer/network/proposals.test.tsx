import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { addNetwork, emptyDrawing } from '../../../renderer/views/Network/drawing.ts'
import { sceneOf } from '../../../renderer/views/Network/sceneOf.ts'
import { pictureOf, visibleOf } from '../../../renderer/views/Network/visible.ts'
import type { QueuedPair } from '../../../shared/contract/review.ts'
import { stubCanvas } from '../graph/canvasStub.ts'
import { answers } from '../municipality.ts'
import { markerkant, networkAnswers } from '../networkAnswers.ts'
import { openWindow } from '../openWindow.tsx'
import { reviewAnswers } from '../reviewAnswers.ts'

beforeEach(stubCanvas)

const all = markerkant()
const companies = all.nodes.filter(({ kind }) => kind === 'company')
const [one, other] = companies
if (!one || !other) throw new Error('the town has companies')
const side = (key: string, label: string, recordId: number): QueuedPair['left'] => ({ recordId, entity: key, label, detail: '' })
const pair: QueuedPair = { party: 'company', left: side(one.key, one.label, 100), right: side(other.key, other.label, 200), weight: 4.2, completeness: 0.5, tier: 'fuzzy', links: 1, cases: 0 }
const beyond: QueuedPair = { ...pair, right: side('company:999', 'Elders B.V.', 300) }

test('a line that may be the same is dashed and said to be in doubt; the picture that is kept and exported has none', () => {
  const drawing = addNetwork(emptyDrawing, all, [])
  const scene = sceneOf(visibleOf(drawing), null, [{ id: 'proposal:1', pair }])
  expect(scene.lines.at(-1)).toMatchObject({ id: 'proposal:1', from: one.key, to: other.key, strength: 'suspected', isDirected: false, words: ['mogelijk dezelfde?'] })
  expect(pictureOf(drawing).links).toHaveLength(all.links.length)
})

test('they are asked for and shown only when the switch is on, lead to the comparison, and go into no question about the network', async () => {
  const { user, engine } = openWindow({ ...answers, ...networkAnswers(all, true), ...reviewAnswers(), 'review.near': () => ({ pairs: [pair, beyond] }) }, { route: '#/netwerk' })
  await user.type(await screen.findByLabelText(/Adres, postcode, bedrijfsnaam/), 'mar')
  await user.click(await screen.findByRole('option', { name: /^Markerkant 12-34/ }))
  const toggle = await screen.findByRole('button', { name: /^mogelijk dezelfde/ })
  expect(toggle.getAttribute('aria-pressed')).toBe('false')
  expect(engine.calls.some(({ name }) => name === 'review.near')).toBe(false)
  await user.click(toggle)
  await waitFor(() => expect(toggle.textContent).toContain('1'))
  screen.getByRole('listbox').focus()
  await user.keyboard('{Escape}')
  const list = within(await screen.findByRole('region', { name: 'Mogelijk dezelfde' }))
  expect(list.getByText(`${one.label} en ${other.label}`)).toBeTruthy()
  expect(list.getByText(/Telt niet mee in paden, metingen, scores en exports/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Nog één buiten beeld: erbij zetten' })).toBeTruthy()
  expect(JSON.stringify(engine.calls.filter(({ name }) => name.startsWith('network.')))).not.toContain('proposal')
  await user.click(list.getByRole('button', { name: /^Vergelijken/ }))
  await screen.findByRole('heading', { name: 'Is dit hetzelfde bedrijf?' })
})
