import { describe, expect, test } from 'vitest'
import { forbiddenSort, loadKinds } from '../../electron/engine/import/kinds.ts'
import { planRows, targetColumn } from '../../electron/engine/import/rowPlan.ts'
import { normaliseHeading } from '../../electron/engine/normalise/headings.ts'
import { deliveryKindName } from '../../shared/text/deliveryKinds.ts'
import { emptyStore } from '../fixtures/vault.ts'

const kinds = [...loadKinds().values()]

/** Headings that two fields share on purpose: the values decide, and on a tie the first of the two. */
const allowed = new Set([
  'pand: building_id, address_line',
  'naam: officer_name, person_name', 'volledige naam: officer_name, person_name', 'naam: owner_name, person_name', 'naam: applicant_name, person_name',
])

test('the kinds of the application', () => {
  expect(kinds.map((kind) => kind.id).sort()).toEqual([
    'address', 'area', 'area-figures', 'company', 'deed', 'inspection', 'measure', 'office', 'own-area', 'ownership', 'permit', 'person', 'sbi', 'signal', 'vacancy', 'woz',
  ])
})

test('the dates that may lie ahead: of what was announced, begins, ends or expires', () => {
  const dates = kinds.flatMap(({ id, fields }) => fields.filter(({ type }) => type === 'date').map((field) => ({ name: `${id}.${field.id}`, past: field.past === true })))
  expect(dates.flatMap(({ name, past }) => (past ? [] : [name])).toSorted()).toEqual([
    'address.ended', 'company.ended', 'company.started', 'measure.ended', 'measure.started', 'office.ended', 'office.started', 'ownership.ended', 'ownership.woz_date',
    'permit.ended', 'permit.started', 'person.ended', 'person.started', 'signal.expires', 'vacancy.until',
  ])
})

describe.each(kinds.map((kind) => [kind.id, kind] as const))('%s', (_, kind) => {
  test('fields have ids of their own', () => {
    const ids = kind.fields.map((field) => field.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('every kept field is a column of its table', () => {
    const plan = planRows(emptyStore(), { sheet: 'Blad', kind: kind.id, headerRow: 1, columns: [], supplier: 'Toets', referenceDate: null })
    const missing = kind.fields.map((field) => targetColumn(kind, field)).filter((column) => column !== null && plan.slot(column) < 0)
    expect(missing).toEqual([])
  })

  test('no heading means two fields of the same kind', () => {
    const seen = new Map<string, string>()
    const twice: string[] = []
    for (const field of kind.fields) {
      for (const { text } of field.headings) {
        const other = seen.get(text)
        if (other !== undefined && other !== field.id) twice.push(`${text}: ${other}, ${field.id}`)
        seen.set(text, field.id)
      }
    }
    expect(twice.filter((one) => !allowed.has(one))).toEqual([])
  })

  test('no field stands for what never may be taken in, by its name, label or synonyms', () => {
    expect(kind.fields.flatMap((field) => [field.id.replaceAll('_', ' '), field.label, ...field.synonyms].filter((heading) => forbiddenSort(heading) !== null))).toEqual([])
  })

  test('what identifies a row, is implied or taken from the supplier exists', () => {
    const known = new Set([...kind.fields.map((field) => field.id), 'address', 'person', 'party'])
    const named = [...kind.identifiedBy.flat(), ...kind.keys.flat(), ...kind.implies.flatMap(({ field, then }) => [field, then]), ...(kind.supplierField === undefined ? [] : [kind.supplierField])]
    expect(named.filter((name) => !known.has(name))).toEqual([])
  })

  test('no spelling of a choice means two values', () => {
    for (const field of kind.fields) {
      const spellings = Object.entries(field.choices ?? {}).flatMap(([value, variants]) => [...new Set([value, ...variants].map(normaliseHeading))])
      expect(spellings.filter((one, i) => one !== '' && spellings.indexOf(one) !== i)).toEqual([])
    }
  })
})

describe('forbidden columns', () => {
  test.each([
    'Nationaliteit', 'NATIONALITEIT', 'nationaliteit eigenaar', 'Geboorteplaats', 'Geboorte-land', 'geboorteland_moeder', 'Etniciteit', 'Migratieachtergrond', 'Religie',
    'Geloof', 'Medische gegevens', 'Diagnose', 'Land van herkomst', 'Seksuele geaardheid',
  ])('%s', (heading) => expect(forbiddenSort(heading)).not.toBeNull())
  test.each(['Geboortedatum', 'Plaats', 'Land', 'Rechtsvorm', 'Kerkstraat', 'Herkomst signaal', 'Rassen'])('%s may', (heading) => expect(forbiddenSort(heading)).toBeNull())
})

test('the log has a word for every kind', () => expect(kinds.filter(({ id }) => deliveryKindName(id) === id).map(({ id }) => id)).toEqual([]))
