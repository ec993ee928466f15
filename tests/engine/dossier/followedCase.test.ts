import { expect, test } from 'vitest'
import { entityKey, type EntityKey } from '#shared/model/entity.ts'
import type { NetworkPicture } from '#shared/model/network.ts'
import { recordId } from '#shared/model/recordId.ts'
import { createCase, listCases, readCase, readView, saveView } from '../../../electron/engine/dossier/index.ts'
import { relink, runLink } from '../../../electron/engine/link/index.ts'
import { decide, readPair, readQueue, withdraw } from '../../../electron/engine/link/review/index.ts'
import { deliveryUse } from '../../../electron/engine/store/deliveryUse.ts'
import { entityOfRecord } from '../../../electron/engine/store/reviewPairs.ts'
import { addAddress, addDelivery, addRecord } from '../../fixtures/register.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const here = { given_street: 'Markerkant', given_number: 12, given_postcode: '1314AN', given_city: 'Almere' }
const node = (key: EntityKey, label: string) => ({ key, kind: 'person' as const, label, detail: '', degree: 1, references: 0, x: 0, y: 0, pinned: false })

test('a case follows a person who was joined to another, and has its own again when that is taken back', () => {
  const store = emptyStore()
  store.write((writer) => {
    for (const id of [1, 3, 4, 5]) addDelivery(writer, id)
    addAddress(writer, 1, { id: 34_200_000_000_001, street: 'Markerkant', number: 12, postcode: '1314AN' })
    addRecord(writer, 'person_record', 3, 2, { given_names: 'Marieke', initials: 'M.', family_name: 'Testveld', birth_date: '1971-11-02', started: '2011-01-01', ...here })
    addRecord(writer, 'ownership_record', 4, 2, { initials: 'M.', family_name: 'Testvelt', started: '2015-03-01', ...here })
    addRecord(writer, 'ownership_record', 5, 2, { initials: 'K.', family_name: 'Proefman', started: '2016-03-01', ...here })
  })
  const context = contextOn(store)
  runLink(context)
  const [left, right] = [recordId(3, 2), recordId(4, 2)]
  const keyOf = (record: number): EntityKey => entityKey('person', entityOfRecord(store, 'person', record) ?? 0)
  const [stays, goes] = [keyOf(left), keyOf(right)]
  const picture: NetworkPicture = { nodes: [node(goes, 'M. Testvelt')], links: [] }
  const { id } = createCase(context, { title: 'Markerkant', phenomenon: 'hennep', occasion: '', goal: '', picture })
  const both: NetworkPicture = { nodes: [node(goes, 'M. Testvelt'), node(stays, 'M. Testveld')], links: [] }
  const view = saveView(context, id, 'Samen', {
    title: '', picture: both, hidden: [goes], path: null, filter: { offKinds: [], offLinks: [], from: null, to: null, compare: null, showsLayer: true },
    groups: [{ id: 'group:1', label: 'Samen', members: [goes, stays], x: 0, y: 0, isPinned: false, isOpen: false }],
    notes: [{ about: goes, text: 'let op' }], hypotheses: [{ id: 'hypothesis:1', from: goes, to: stays, text: 'dezelfde' }],
  })
  const dates = () => readCase(context, id).timeline.map(({ date, subjects }) => [date, ...subjects])
  const casesOf = (record: number) => readPair(context, { party: 'person', left: record, right: recordId(5, 2) }).effect.cases.map(({ number }) => number)
  expect(dates()).toEqual([['2015-03-01', goes]])

  const { deed } = decide(context, { party: 'person', left, right, verdict: 'same', reason: 'Akte ingezien' })
  relink(context)
  expect(keyOf(right)).toBe(stays)
  expect(dates()).toEqual([['2011-01-01', stays], ['2015-03-01', stays]])
  expect(readCase(context, id).subjects.map(({ key }) => key)).toEqual([stays])
  expect(listCases(context).map(({ subjectCount }) => subjectCount)).toEqual([1])
  expect(casesOf(left)).toEqual(['C-2026-0001'])
  expect(readQueue(context, { party: 'person', show: 'open', limit: 10 }).pairs.every(({ cases, left: one, right: other }) => cases === Number(one.entity === stays || other.entity === stays))).toBe(true)
  expect(deliveryUse(store, 3, '2026-01-01').cases.map(({ number }) => number)).toEqual(['C-2026-0001'])
  const shown = readView(context, view.id, null)
  expect([shown.picture.nodes.map(({ key }) => key), shown.hidden, shown.notes.map(({ about }) => about), shown.groups[0]?.members, shown.hypotheses]).toEqual([[stays], [stays], [stays], [stays], []])

  withdraw(context, { deed, reason: '' })
  relink(context)
  expect(keyOf(right)).toBe(goes)
  expect(dates()).toEqual([['2015-03-01', goes]])
  expect(casesOf(left)).toEqual([])
  expect(readView(context, view.id, null).picture.nodes.map(({ key }) => key)).toEqual([goes, stays])
})
