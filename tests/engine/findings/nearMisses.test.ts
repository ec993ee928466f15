import { expect, test } from 'vitest'
import { readFindingPage, runFindings } from '../../../electron/engine/findings/index.ts'
import type { Writer } from '../../../electron/engine/store/database.ts'
import { addPerson } from '../../fixtures/entities.ts'
import { townOf } from '../../fixtures/findingTown.ts'
import { addDelivery, addRecord } from '../../fixtures/register.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

type Town = ReturnType<typeof townOf>

/** What is found of one pattern, each with the rows it shows as `delivery:row`. */
function found(pattern: string, fill: (town: Town, writer: Writer) => void): string[] {
  const store = emptyStore()
  store.write((writer) => {
    for (const [id, kind] of [[1, 'address'], [2, 'company'], [3, 'office'], [4, 'ownership'], [5, 'person'], [7, 'deed']] as const) addDelivery(writer, id, { kind })
    for (let id = 1; id <= 6; id++) addPerson(writer, id, `Proef${id}`)
    fill(townOf(writer), writer)
  })
  const context = contextOn(store)
  runFindings(context)
  return readFindingPage(context, { pattern, area: '', withExplained: false, offset: 0, limit: 100 }).findings.map(
    ({ subject, sentence, evidence }) => `${subject.label}: ${sentence} ${evidence.map(({ deliveryId, row }) => `${deliveryId}:${row}`).join(' ')}`,
  )
}

type Stay = readonly [company: number, started: string, ended: string | null]
const years: readonly Stay[] = [[21, '2022-01-01', '2023-01-01'], [22, '2023-02-01', '2024-01-01'], [23, '2024-02-01', null]]

/** Companies one after another at one address in one trade, each with the directors that are named. */
function stay(town: Town, stays: readonly Stay[], directors: readonly (readonly number[])[], values: { isMoved?: boolean; office?: string } = {}): void {
  stays.forEach(([id, started, ended], place) => {
    town.company(id, town.address(1), { started, ended, sbi: '56101', isMoved: values.isMoved ?? false })
    for (const person_id of directors[place] ?? []) town.office(id, { office: values.office ?? 'bestuurder', person_id })
  })
}

test('a carousel is a chain of companies with somebody in common, and shows the offices as well as the places', () => {
  expect(found('doorstart-carrousel', (town) => stay(town, years, [[1], [1, 2], [2]]))).toEqual([
    'Proefstraat 1: 3 bedrijven in dezelfde branche volgden elkaar kort op; elk had een bestuurder of eigenaar gemeen met het vorige. 2:21 2:22 2:23 3:101 3:102 3:103 3:104',
  ])
})

test.each<[string, (town: Town) => void]>([
  ['two pairs that have nothing to do with each other', (town) => stay(town, [...years, [24, '2024-03-01', null]], [[1], [1], [2], [2]])],
  ['one that was followed by two at once', (town) => stay(town, [[21, '2022-01-01', '2023-01-01'], [22, '2023-02-01', null], [23, '2023-02-05', null]], [[1], [1], [1]])],
  ['companies that moved and live on elsewhere', (town) => stay(town, years, [[1], [1], [1]], { isMoved: true })],
  ['the same bookkeeper and nobody else', (town) => stay(town, years, [[1], [1], [1]], { office: 'boekhouder' })],
  ['ends known to the year only', (town) => stay(town, [[21, '2022-01-01', '2023'], [22, '2023-02-01', '2024'], [23, '2024-02-01', null]], [[1], [1], [1]])],
  ['the next one that had begun long before', (town) => stay(town, [[21, '2022-01-01', '2023-01-01'], [22, '2022-02-01', '2024-01-01'], [23, '2024-02-01', null]], [[1], [1], [1]])],
])('no carousel: %s', (_case, fill) => {
  expect(found('doorstart-carrousel', fill)).toEqual([])
})

const whole = { share_part: 1, share_whole: 1 }
const half = { share_part: 1, share_whole: 2 }

test('an ABC transaction has three parties; an unknown first seller is said', () => {
  const [first] = found('abc-transactie', (town) => {
    town.owner(town.address(1), { started: '2024-01-01', ended: '2024-04-10', person_id: 2 })
    town.owner(town.address(1), { started: '2024-04-10', person_id: 3 })
  })
  expect(first).toBe('Proefstraat 1: Verkregen op 01-01-2024 en 100 dagen later overgedragen aan een ander; wie de eerste verkoper was, staat niet in de leveringen. 4:101 4:102')
  const byDeed = found('abc-transactie', (town, writer) => {
    const address_id = town.address(1)
    for (const [row, deed_date, buyer_name, seller_name] of [[1, '2024-01-01', 'Tussen', 'Eerste'], [2, '2024-02-01', 'Laatste', 'Tussen']] as const) addRecord(writer, 'deed', 7, row, { address_id, deed_date, buyer_name, seller_name })
  })
  expect(byDeed).toEqual(['Proefstraat 1: Verkregen op 01-01-2024 en 31 dagen later overgedragen aan een ander; de eerste verkoper was weer een ander. 7:1 7:2'])
})

test.each<[string, (town: Town, writer: Writer) => void]>([
  ['a deed and the title that follows from it, days apart', (town, writer) => {
    addRecord(writer, 'deed', 7, 1, { address_id: town.address(1), deed_date: '2024-01-01', person_id: 2 })
    town.owner(town.address(1), { started: '2024-01-03', person_id: 2, ...whole })
  }],
  ['a co-owner who joins', (town) => {
    town.owner(town.address(1), { started: '2024-01-01', person_id: 2, ...half })
    town.owner(town.address(1), { started: '2024-03-01', person_id: 3, ...half })
  }],
  ['two owners divide what they bought together', (town) => {
    for (const person_id of [2, 3]) town.owner(town.address(1), { started: '2024-01-01', ended: '2024-03-01', person_id, ...half })
    town.owner(town.address(1), { started: '2024-03-01', person_id: 3, ...whole })
  }],
  ['a sale that was undone', (town) => {
    town.owner(town.address(1), { started: '2010-01-01', ended: '2024-01-01', person_id: 1, ...whole })
    town.owner(town.address(1), { started: '2024-01-01', ended: '2024-03-01', person_id: 2, ...whole })
    town.owner(town.address(1), { started: '2024-03-01', person_id: 1, ...whole })
  }],
  ['a usufruct given beside the ownership', (town) => {
    town.owner(town.address(1), { started: '2024-01-01', ended: '2024-03-15', person_id: 2, ...whole })
    town.owner(town.address(1), { started: '2024-03-01', person_id: 3, real_right: 'vruchtgebruik', ...whole })
  }],
  ['nobody known to either day', (town) => {
    for (const started of ['2024-01-01', '2024-03-01']) town.owner(town.address(1), { started, ...whole })
  }],
  ['a year without a day', (town) => {
    town.owner(town.address(1), { started: '2024', person_id: 2, ...whole })
    town.owner(town.address(1), { started: '2024-03-01', person_id: 3, ...whole })
  }],
])('no ABC transaction: %s', (_case, fill) => {
  expect(found('abc-transactie', fill)).toEqual([])
})

test('a gap shows the user who was the last to leave, not the one who came last', () => {
  const gaps = found('gat-in-de-opvolging', (town) => {
    town.company(1, town.address(1), { started: '2010-01-01', ended: '2022-01-01' })
    town.company(2, town.address(1), { started: '2015-01-01', ended: '2016-01-01' })
    town.company(3, town.address(1), { started: '2024-01-01', ended: '2024-02-01' })
    town.company(4, town.address(1), { started: '2024-01-10', ended: '2024-01-20' })
  })
  expect(gaps).toEqual(['Proefstraat 1: Niemand ingeschreven tussen 01-01-2022 en 01-01-2024. 2:1 2:3'])
})

test('the list keeps to an area, for a company where it is established, and says what the evidence lacks', () => {
  const store = emptyStore()
  store.write((writer) => {
    for (const [id, kind] of [[1, 'address'], [2, 'company']] as const) addDelivery(writer, id, { kind })
    writer.run("INSERT INTO area (id, code, name, level, parent_code, rings, min_x, min_y, max_x, max_y, record_id) VALUES (1, 'BU00340601', 'Noord', 'buurt', 'WK003406', '[]', 0, 0, 0, 0, 0), (2, 'BU00340701', 'Zuid', 'buurt', 'WK003407', '[]', 0, 0, 0, 0, 0)")
    const town = townOf(writer)
    for (const [first, number, area_id] of [[1, 1, 1], [11, 2, 2]] as const) for (let id = first; id < first + 4; id++) town.company(id, town.address(number, { floor_area: 60, area_id }), {})
    for (const id of [1, 11]) for (const person of [1, 2]) town.office(id, { office: 'aandeelhouder', person_id: person, share_part: 3, share_whole: 4 })
    for (const person of [1, 2]) addPerson(writer, person, `Proef${person}`)
    addDelivery(writer, 3, { kind: 'office', withdrawn_at: '2026-11-21T10:00:00.000Z' })
  })
  const context = contextOn(store)
  runFindings(context)
  const page = (area: string) => readFindingPage(context, { pattern: '', area, withExplained: false, offset: 0, limit: 100 })
  const subjects = (area: string) => page(area).findings.map(({ subject }) => subject.label)
  expect(subjects('')).toEqual(['Bedrijf 1 B.V.', 'Bedrijf 11 B.V.', 'Proefstraat 1', 'Proefstraat 2'])
  expect([subjects('BU00340601'), page('BU00340601').total]).toEqual([['Bedrijf 1 B.V.', 'Proefstraat 1'], 2])
  expect(subjects('WK003407')).toEqual(['Bedrijf 11 B.V.', 'Proefstraat 2'])
  expect(subjects('BU99999999')).toEqual([])
  expect(page('BU00340601').findings.map(({ missing }) => missing)).toEqual([['2 bronrijen komen uit een levering die is ingetrokken; zoek opnieuw naar patronen.'], []])
})
