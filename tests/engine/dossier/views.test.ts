import { expect, test } from 'vitest'
import type { NetworkViewContent } from '#shared/model/networkView.ts'
import { compareCases, createCase, listViews, readCase, readView, removeView, saveView } from '../../../electron/engine/dossier/index.ts'
import { fillCaseVault, WRITTEN_BSN } from '../../fixtures/caseVault.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

test('a view is saved under a name with its versions; notes and suspicions stay out of the case file', () => {
  const store = emptyStore()
  const { keys, picture } = fillCaseVault(store)
  const context = contextOn(store)
  const opened = (title: string, some: string[]) => createCase(context, { title, phenomenon: 'witwassen', occasion: '', goal: '', picture: { nodes: picture.nodes.filter(({ key }) => some.includes(key)), links: [] } })
  const [one, other] = [opened('Eerste casus', [keys.company, keys.address]), opened('Tweede casus', [keys.address, keys.holding])]
  const content: NetworkViewContent = {
    picture, layout: 'force', filter: { kinds: ['director'] }, day: '2024-01-01', hidden: [keys.other],
    groups: [{ id: 'g1', label: 'Markerkant', basis: 'address', keys: [keys.company, keys.holding], isClosed: true }],
    layer: {
      notes: [{ id: 'n1', text: `Navragen bij ${WRITTEN_BSN}`, keys: [keys.company], x: 10, y: 20 }],
      suspicions: [{ id: 's1', from: keys.person, to: keys.holding, text: 'geldschieter?', reason: 'Zelfde handtekening.' }],
    },
  }
  expect(saveView(context, one.id, 'Stand begin 2024', content)).toEqual({ id: 1, version: 1 })
  expect(saveView(context, one.id, 'Stand begin 2024', { ...content, day: null })).toEqual({ id: 1, version: 2 })
  expect(saveView(context, one.id, 'Alles', content).id).toBe(2)
  expect(listViews(context, one.id).map(({ name, versions }) => [name, ...versions.map(({ version, by }) => `${version} ${by}`)])).toEqual([['Alles', '1 Toetser'], ['Stand begin 2024', '2 Toetser', '1 Toetser']])
  expect(readView(context, 1, 1)).toMatchObject({ day: '2024-01-01', groups: content.groups, layer: { suspicions: content.layer.suspicions } })
  expect(readView(context, 1, null).day).toBeNull()
  expect(readView(context, 1, 1).layer.notes[0]?.text).not.toContain(WRITTEN_BSN)
  expect(JSON.stringify(readCase(context, one.id))).not.toMatch(/Navragen|geldschieter\?/)
  removeView(context, 1)
  for (const call of [() => readView(context, 1, null), () => removeView(context, 1), () => listViews(context, 99), () => saveView(context, 99, 'x', content)]) expect(call).toThrow('not-found')
  const common = compareCases(context, one.id, other.id, {})
  expect([common.shared, common.between]).toEqual([[keys.address], [keys.company]])
})
