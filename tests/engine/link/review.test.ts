import { describe, expect, test } from 'vitest'
import { recordId } from '../../../shared/model/recordId.ts'
import { priorOf } from '../../../electron/engine/link/linkSet.ts'
import { runLink } from '../../../electron/engine/link/index.ts'
import { writtenPairParts } from '../../../electron/engine/link/pairParts.ts'
import { decide, readLedger, readNear, readPair, readQueue, readSplitEffect, split, withdraw } from '../../../electron/engine/link/review/index.ts'
import type { Store, Writer } from '../../../electron/engine/store/database.ts'
import { saveLinkPair } from '../../../electron/engine/store/linkPairs.ts'
import { addAddress, addDelivery, addRecord } from '../../fixtures/register.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const bsn = (number: number) => Buffer.alloc(32, number)
const jan = { given_names: 'Jan Pieter', initials: 'J.P.', prefix: 'de', family_name: 'Vries', birth_date: '1980-05-17' }
const here = { given_street: 'Markerkant', given_number: 12, given_postcode: '1314AN', given_city: 'Almere' }
const [jansRow, piersRow, otherRow] = [recordId(3, 2), recordId(4, 2), recordId(5, 2)]

/** Jan lives here with a BSN; a director born in the same year has none; a third has another BSN. */
function fill(writer: Writer): void {
  for (const id of [1, 2, 3, 4, 5, 9]) addDelivery(writer, id)
  addAddress(writer, 1, { id: 34_200_000_000_001, street: 'Markerkant', number: 12, postcode: '1314AN', x: 5, y: 5 })
  addRecord(writer, 'company_record', 2, 2, { kvk: 11111111, name: 'Polderglas B.V.', legal_form: 'bv', sbi: '4334', ...here })
  addRecord(writer, 'person_record', 3, 2, { ...jan, bsn_hash: bsn(1), started: '2010-01-01', ...here })
  addRecord(writer, 'office_record', 4, 2, { kvk: 11111111, office: 'bestuurder', ...jan, given_names: 'Jan', initials: 'J.', birth_date: '1980-07-05', started: '2014' })
  addRecord(writer, 'ownership_record', 5, 2, { ...jan, family_name: 'Vriesema', bsn_hash: bsn(2), started: '2012-06-01', ...here })
  addRecord(writer, 'signal_record', 9, 2, { department: 'Toezicht', ...here })
}

function reviewVault(): Store {
  const store = emptyStore()
  store.write(fill)
  runLink(contextOn(store))
  store.write((writer) => {
    const save = saveLinkPair(writer)
    const pair = { party: 'person', completeness: 0.8, tier: 'benaderend', status: 'voorstel', modelVersion: 1 } as const
    const parts = writtenPairParts([{ comparison: 'birth-date', level: 'anders', weight: -3.5, left: '1980-05-17', right: '1980-07-05' }])
    save({ ...pair, parts, leftRecord: jansRow, rightRecord: piersRow, weight: 6 })
    save({ ...pair, parts, leftRecord: jansRow, rightRecord: otherRow, weight: 2 })
  })
  return store
}

describe('reviewing a pair', () => {
  test('shows rows side by side, the differences, and what would come together; never a BSN', () => {
    const context = contextOn(reviewVault())
    const { pairs, count } = readQueue(context, { party: 'person', show: 'open', limit: 10 })
    expect(count).toEqual({ open: 2, unsure: 0, decided: 0, pending: 0 })
    expect(pairs.map(({ left, right, links, weight, tier }) => [left.label, right.label, links, weight, tier])).toEqual([
      ['J.P. de Vries', 'J. de Vries', 1, 6, 'fuzzy'], ['J.P. de Vries', 'J.P. de Vriesema', 1, 2, 'fuzzy'],
    ])
    const pair = readPair(context, { party: 'person', left: jansRow, right: piersRow })
    expect(pair.fields.map(({ label, left, right, outcome }) => [label, left, right, outcome])).toEqual([
      ['Achternaam', 'Vries', 'Vries', 'equal'],
      ['Tussenvoegsel', 'de', 'de', 'equal'],
      ['Voornamen', 'Jan Pieter', 'Jan', 'alike'],
      ['Voorletters', 'J.P.', 'J.', 'alike'],
      ['Geboortedatum', '17-05-1980', '05-07-1980', 'different'],
      ['Adres', 'Markerkant 12, Almere', '', 'missing'],
      ['Komt voor als', 'ingeschreven persoon', 'bestuurder van Polderglas B.V.', 'free'],
      ['Periode', '01-01-2010 – heden', '2014 – heden', 'free'],
    ])
    expect(pair).toMatchObject({ sameBsn: 'unknown', forbidden: null, isOneEntity: false, decided: null })
    expect(pair.effect).toMatchObject({
      leftLinks: 1, rightLinks: 1, neighbourCount: 2, areas: [], branches: ['4334'],
      neighbours: [{ label: 'Markerkant 12', words: 'ingeschreven op', side: 'left' }, { label: 'Polderglas B.V.', words: 'bestuurder van', side: 'right' }],
      departments: [{ department: 'Toezicht', left: 1, right: 0 }],
    })
    expect(JSON.stringify(pair)).not.toContain(bsn(1).toString('hex').toUpperCase())
    expect(readNear(context, ['person:1']).pairs).toHaveLength(2)
  })

  test('shows the values that carried each weight, also from another row of the same person, and parts that sum to the total', () => {
    const store = emptyStore()
    store.write((writer) => {
      for (const id of [3, 4, 5]) addDelivery(writer, id)
      addAddress(writer, 1, { id: 34_200_000_000_001, street: 'Markerkant', number: 12, postcode: '1314AN', x: 5, y: 5 })
      addRecord(writer, 'person_record', 3, 2, { ...jan, family_name: 'Toetsema', prefix: '', bsn_hash: bsn(1), ...here })
      addRecord(writer, 'person_record', 4, 2, { ...jan, bsn_hash: bsn(1) })
      addRecord(writer, 'ownership_record', 5, 2, { ...jan, given_names: 'Jan', family_name: 'VRIES', birth_date: '1980', ...here })
    })
    const context = contextOn(store)
    runLink(context)
    const { fields, weighed } = readPair(context, { party: 'person', left: recordId(3, 2), right: recordId(5, 2) })
    const said = fields.filter(({ weight }) => weight !== null).map(({ label, left, right, words }) => [label, left, right, words])
    expect(said).toEqual([
      ['Achternaam', 'de Vries', 'de VRIES', 'gelijk, in een andere bronrij'],
      ['Voornamen', 'Jan Pieter', 'Jan', 'eerste naam gelijk'],
      ['Geboortedatum', '17-05-1980', '1980', 'jaar gelijk'],
      ['Adres', 'Markerkant 12, Almere', 'Markerkant 12, Almere', 'gelijk'],
      ['Uitgangskans', '', '', 'dat twee willekeurige dezelfde zijn'],
    ])
    const hundredths = fields.map(({ weight }) => Math.round((weight ?? 0) * 100))
    expect(hundredths.reduce((sum, one) => sum + one, 0)).toBe(Math.round((weighed?.weight ?? NaN) * 100))
    expect(fields.at(-1)?.weight).toBe(Math.round(priorOf(2) * 100) / 100)
  })

  test('two BSNs can never be one, whatever is alike', () => {
    const context = contextOn(reviewVault())
    expect(readPair(context, { party: 'person', left: jansRow, right: otherRow })).toMatchObject({ sameBsn: 'no', forbidden: 'De rijen hebben elk een ander BSN.' })
    expect(() => decide(context, { party: 'person', left: jansRow, right: otherRow, verdict: 'same', reason: '' })).toThrow('merge-forbidden')
  })

  test('a verdict leaves the queue, is replaced by a later one, and comes back when that is taken back', () => {
    const context = contextOn(reviewVault())
    const open = () => readQueue(context, { party: 'person', show: 'open', limit: 10 }).pairs.length
    const rows = { party: 'person', left: jansRow, right: piersRow } as const
    decide(context, { ...rows, verdict: 'unsure', reason: '' })
    expect(open()).toBe(1)
    expect(readQueue(context, { party: 'person', show: 'unsure', limit: 10 }).count).toMatchObject({ unsure: 1, decided: 1, pending: 0 })
    const { deed } = decide(context, { ...rows, verdict: 'different', reason: 'BSN 123456782 nagevraagd' })
    expect(readPair(context, rows).decided).toMatchObject({ deed, verdict: 'different', reason: 'BSN •••••6782 nagevraagd', by: 'Toetser', left: 'J.P. de Vries, geboren 17-05-1980' })
    expect(readQueue(context, { party: 'person', show: 'open', limit: 10 }).count).toMatchObject({ unsure: 0, decided: 1, pending: 1 })
    withdraw(context, { deed, reason: '' })
    expect(readPair(context, rows).decided?.verdict).toBe('unsure')
    expect(() => withdraw(context, { deed, reason: '' })).toThrow('not-found')
    expect(readLedger(context, { limit: 10 }).deeds.map(({ kind, verdict, revoked }) => [kind, verdict, revoked !== null])).toEqual([
      ['withdrawal', null, false], ['verdict', 'different', true], ['verdict', 'unsure', false],
    ])
  })

  test('letting a row go says what goes along', () => {
    const context = contextOn(reviewVault())
    expect(readSplitEffect(context, { party: 'person', record: piersRow })).toMatchObject({ label: 'J. de Vries, geboren 05-07-1980', others: 0, links: [{ label: 'Polderglas B.V.' }] })
    expect(() => split(context, { party: 'person', record: piersRow, reason: '' })).toThrow('not-found')
  })
})
