import { expect, test } from 'vitest'
import type { NetworkViewContent } from '#shared/model/networkView.ts'
import { compareCases, createCase, listViews, readCase, readView, removeView, restoreView, saveView } from '../../../electron/engine/dossier/index.ts'
import { fillCaseVault, WRITTEN_BSN } from '../../fixtures/caseVault.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

test('a view is saved under a name with its versions; notes and suspicions stay out of the case file', () => {
  const store = emptyStore()
  const { keys, picture } = fillCaseVault(store)
  const context = contextOn(store)
  const opened = (title: string, some: string[]) => createCase(context, { title, phenomenon: 'witwassen', occasion: '', goal: '', picture: { nodes: picture.nodes.filter(({ key }) => some.includes(key)), links: [] } })
  const [one, other] = [opened('Eerste casus', [keys.company, keys.address]), opened('Tweede casus', [keys.address, keys.holding])]
  const content: NetworkViewContent = {
    title: 'Rond de Markerkant', picture, hidden: [keys.other], path: null,
    filter: { offKinds: [], offLinks: ['owner'], from: '2024-01-01', to: '2024-01-01', compare: null, showsLayer: true },
    groups: [{ id: 'group:1', label: 'Markerkant', members: [keys.company, keys.holding], x: 10, y: 20, isPinned: false, isOpen: false }],
    notes: [{ about: keys.company, text: `Navragen bij ${WRITTEN_BSN}` }],
    hypotheses: [{ id: 'hypothesis:1', from: keys.person, to: keys.holding, text: 'geldschieter' }],
  }
  expect(saveView(context, one.id, 'Stand begin 2024', content)).toEqual({ id: 1, version: 1 })
  expect(saveView(context, one.id, 'Stand begin 2024', { ...content, title: 'Later' })).toEqual({ id: 1, version: 2 })
  expect(saveView(context, one.id, 'Alles', content).id).toBe(2)
  expect(listViews(context, one.id).map(({ name, versions }) => [name, ...versions.map(({ version, by }) => `${version} ${by}`)])).toEqual([['Alles', '1 Toetser'], ['Stand begin 2024', '2 Toetser', '1 Toetser']])
  expect(readView(context, 1, 1)).toMatchObject({ title: 'Rond de Markerkant', filter: content.filter, groups: content.groups, hypotheses: content.hypotheses })
  expect(readView(context, 1, null).title).toBe('Later')
  expect(readView(context, 1, 1).notes[0]?.text).not.toContain(WRITTEN_BSN)
  expect(JSON.stringify(readCase(context, one.id))).not.toMatch(/Navragen|geldschieter/)
  removeView(context, 1)
  for (const call of [() => readView(context, 1, null), () => removeView(context, 1), () => listViews(context, 99), () => saveView(context, 99, 'x', content)]) expect(call).toThrow('not-found')
  expect(listViews(context, one.id).map(({ name, isRemoved }) => [name, isRemoved])).toEqual([['Alles', false], ['Stand begin 2024', true]])
  restoreView(context, 1)
  expect(readView(context, 1, null).title).toBe('Later')
  expect(() => restoreView(context, 1)).toThrow('not-found')
  removeView(context, 1)
  expect(saveView(context, one.id, 'Stand begin 2024', content)).toEqual({ id: 1, version: 3 })
  const common = compareCases(context, one.id, other.id, {})
  expect([common.shared, common.between]).toEqual([[keys.address], [keys.company]])
})
