import { expect, test } from 'vitest'
import { catalogue, DepartmentHit } from '../../../shared/contract/catalogue.ts'
import { lookUpReferences } from '../../../electron/engine/catalogue/index.ts'
import { runLink } from '../../../electron/engine/link/index.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { addAddress, addDelivery, addRecord } from '../../fixtures/register.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const here = { given_street: 'Markerkant', given_number: 12, given_postcode: '1314AN' }
const known = 'address:0034200000000001'

/** Three departments; two know Markerkant 12, one of them only by what has expired. Today is 21 November 2026. */
function vault(): Store {
  const store = emptyStore()
  store.write((writer) => {
    for (const id of [1, 2, 3]) addDelivery(writer, id)
    addAddress(writer, 1, { id: 34_200_000_000_001, street: 'Markerkant', number: 12, postcode: '1314AN' })
    addAddress(writer, 2, { id: 34_200_000_000_002, street: 'Markerkant', number: 14, postcode: '1314AN' })
    addRecord(writer, 'company_record', 2, 2, { kvk: 1, name: 'Polderglas B.V.', ...here })
    const signals = [
      { department: 'Toezicht', signal_kind: 'overlast', started: '2025-03', ended: '2025-09-01', expires: '2027-01-01', ...here },
      { department: 'Toezicht', signal_kind: 'leegstand', phenomenon: 'vastgoed', started: '2026-01-01', expires: null, kvk: 1, ...here },
      { department: 'Belastingen', signal_kind: 'onjuiste inschrijving', expires: '2026-11-20', ...here },
      { department: 'Belastingen', signal_kind: 'onjuiste inschrijving', expires: '2025', ...here },
      { department: 'Vergunningen', signal_kind: 'afwijkend gebruik', expires: '2026', given_street: 'Markerkant', given_number: 14, given_postcode: '1314AN' },
    ]
    signals.forEach((values, i) => {
      const id = addRecord(writer, 'signal_record', 3, i + 2, { ...values, contact_role: 'coördinator ondermijning', reporter_kind: 'burger', signal_number: `S-${i}` })
      writer.run('INSERT INTO signal_content (record_id, content) VALUES (?, ?)', id, 'GEHEIME INHOUD over J. de Vries')
    })
  })
  runLink(contextOn(store))
  return store
}

test('tells per department hit or no hit, with kind, period and whom to call; expired references do not count', () => {
  const contactRole = 'coördinator ondermijning'
  expect(lookUpReferences(contextOn(vault()), known)).toEqual([
    { department: 'Belastingen', isHit: false, references: [], alsoAt: [] },
    {
      department: 'Toezicht',
      isHit: true,
      references: [
        { kind: 'overlast', phenomenon: 'hennep', from: '2025-03', to: '2025-09-01', received: null, contactRole },
        { kind: 'leegstand', phenomenon: 'vastgoed', from: '2026-01-01', to: null, received: null, contactRole },
      ],
      alsoAt: [],
    },
    { department: 'Vergunningen', isHit: false, references: [], alsoAt: [] },
  ])
})

test('an incomplete date expires when all of it has passed', () => {
  const hits = lookUpReferences(contextOn(vault()), 'address:0034200000000002').filter(({ isHit }) => isHit)
  expect(hits.map(({ department }) => department)).toEqual(['Vergunningen'])
  const next = lookUpReferences(contextOn(vault(), { now: '2027-01-01T00:00:00Z' }), 'address:0034200000000002')
  expect(next.some(({ isHit }) => isHit)).toBe(false)
})

test('a company is known by what names it', () => {
  const hits = lookUpReferences(contextOn(vault()), 'company:1').filter(({ isHit }) => isHit)
  expect(hits.map(({ department, references }) => [department, references.map(({ kind }) => kind)])).toEqual([['Toezicht', ['leegstand']]])
})

test('about a person the index knows nothing, not even which departments there are', () => {
  expect(lookUpReferences(contextOn(vault()), 'person:1')).toEqual([])
})

test('neither content nor a person can be in an answer', () => {
  expect(Object.keys(DepartmentHit.shape)).toEqual(['department', 'isHit', 'references', 'alsoAt'])
  expect(Object.keys(DepartmentHit.shape.alsoAt.element.shape)).toEqual(['key', 'label'])
  expect(Object.keys(DepartmentHit.shape.references.element.shape)).toEqual(['kind', 'phenomenon', 'from', 'to', 'received', 'contactRole'])
  expect(Object.keys(catalogue['reference.lookup'].output.shape)).toEqual(['departments'])
  const text = JSON.stringify(lookUpReferences(contextOn(vault()), known))
  expect(text).not.toMatch(/GEHEIM|Vries|burger|S-\d/)
})
