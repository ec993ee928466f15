import { expect, test } from 'vitest'
import { z } from 'zod'
import { entityKey } from '#shared/model/entity.ts'
import { Finding } from '#shared/model/finding.ts'
import { readFindingPage, readFindings, readLibrary, runFindings, lastRun, setExplanation } from '../../../electron/engine/findings/index.ts'
import { findingLibrary } from '../../../electron/engine/findings/library.ts'
import { patterns } from '../../../electron/engine/store/findingPatterns.ts'
import { readMigrations } from '../../../electron/engine/store/migrate.ts'
import { listResources } from '../../../electron/engine/resources.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { addPerson } from '../../fixtures/entities.ts'
import { townOf } from '../../fixtures/findingTown.ts'
import { addDelivery, addRecord } from '../../fixtures/register.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

/** A town in which every pattern occurs once, each beside something that looks like it and is not. */
function fillTown(store: Store): void {
  store.write((writer) => {
    for (const [id, kind] of [[1, 'address'], [2, 'company'], [3, 'office'], [4, 'ownership'], [5, 'person'], [6, 'measure']] as const) addDelivery(writer, id, { kind })
    for (let id = 1; id <= 6; id++) addPerson(writer, id, `Proef${id}`)
    const town = townOf(writer)
    // stapeladres: four on 60 m²; five on 500 m² is a business centre
    for (let i = 1; i <= 4; i++) town.company(i, town.address(1, { floor_area: 60 }), {})
    for (let i = 11; i <= 15; i++) town.company(i, town.address(2, { floor_area: 500 }), {})
    // katvanger: person 1 directs four in which person 2 has the power; person 3 directs four with four others
    for (const [first, director] of [[1, 1], [11, 3]] as const) {
      for (let i = first; i < first + 4; i++) {
        town.office(i, { office: 'bestuurder', person_id: director })
        town.office(i, { office: 'gevolmachtigde', ...(director === 1 ? { person_id: 2 } : { officer_company_id: i + 1 }) })
      }
    }
    // doorstart: three in the same trade with person 4; the fourth follows a year later
    for (const [i, started, ended] of [[21, '2022-01-01', '2023-01-01'], [22, '2023-02-01', '2024-01-01'], [23, '2024-02-01', '2024-06-01'], [24, '2025-06-01', null]] as const) {
      town.company(i, town.address(3), { started, ended, sbi: '56101' })
      town.office(i, { office: 'bestuurder', person_id: 4, started })
    }
    // transfers: sold on after 100 days; five times in twenty years; a deed and a title of the same day are one transfer
    town.owner(town.address(4), { started: '2020-01-01', ended: '2024-01-01', person_id: 1 })
    town.owner(town.address(4), { started: '2024-01-01', ended: '2024-04-10', person_id: 2 })
    town.owner(town.address(4), { started: '2024-04-10', person_id: 3 })
    for (const day of ['2008-01-01', '2012-01-01', '2016-01-01', '2020-01-01', '2023-01-01']) town.owner(town.address(5), { started: day })
    for (const day of ['2012-01-01', '2016-01-01', '2020-01-01', '2023-01-01']) town.owner(town.address(6), { started: day })
    addRecord(writer, 'ownership_record', 4, 90, { address_id: town.address(6), started: '2023-01-01' })
    // a lender who is a person, and a bank
    town.owner(town.address(7), { started: '2024-01-01', mortgage: 100_000, mortgagee_kind: 'natuurlijk-persoon' })
    town.owner(town.address(8), { started: '2024-01-01', mortgage: 100_000, mortgagee_kind: 'bank' })
    // four changes in two years; at the other the fourth lies outside
    for (const company of [31, 32]) town.company(company, town.address(20 + company), { started: '2010-01-01' })
    for (const [company, days] of [[31, ['2025-01-05', '2025-06-01', '2026-01-01', '2026-06-01']], [32, ['2020-01-05', '2025-06-01', '2026-01-01', '2026-06-01']]] as const) {
      days.forEach((started, i) => town.office(company, { office: 'bestuurder', person_id: i + 1, started }))
    }
    // nobody works there and nobody of it lives there; of the other the director does
    for (const [company, resident] of [[41, 5], [42, 6]] as const) {
      town.company(company, town.address(company), { started: '2020-01-01', employees: 0 })
      town.office(company, { office: 'bestuurder', person_id: 6 })
      addRecord(writer, 'person_record', 5, company, { person_id: resident, address_id: town.address(company) })
    }
    // 51 → 52 → 53 → 51, beside a chain that does not come back; 3/4 and 1/2 is more than the whole, three thirds is not
    for (const company of [51, 52, 53, 54]) town.company(company, town.address(company), {})
    for (const [owner, held] of [[51, 52], [52, 53], [53, 51], [53, 54]] as const) town.office(held, { office: 'aandeelhouder', officer_company_id: owner })
    for (const company of [61, 62]) town.company(company, town.address(company), {})
    for (const [i, part] of [3, 2].entries()) town.office(61, { office: 'aandeelhouder', person_id: i + 1, share_part: part, share_whole: 4 })
    for (const i of [1, 2, 3]) town.office(62, { office: 'aandeelhouder', person_id: i, share_part: 1, share_whole: 3 })
    // closed under 13b while somebody was there; another came a year later
    addRecord(writer, 'measure_record', 6, 1, { address_id: town.address(71), started: '2024-03-01', ended: '2024-06-01' })
    town.company(71, town.address(71), { started: '2022-01-01', ended: '2024-12-31' })
    town.company(72, town.address(71), { started: '2025-03-01' })
    // empty for two years between two users, and for a month
    town.company(81, town.address(81), { started: '2015-01-01', ended: '2022-01-01' })
    town.company(82, town.address(81), { started: '2024-01-01' })
    town.company(83, town.address(83), { started: '2015-01-01', ended: '2022-01-01' })
    town.company(84, town.address(83), { started: '2022-02-01' })
  })
}

const expected: Record<string, string[]> = {
  stapeladres: ['Proefstraat 1: 4 bedrijven op 60 m².'],
  katvangerpatroon: [1, 2, 3, 4].map((id) => `Bedrijf ${id} B.V.: De bestuurder bestuurt 6 bedrijven; in 4 daarvan heeft dezelfde ander de volmacht of de aandelen.`),
  'doorstart-carrousel': ['Proefstraat 3: 3 bedrijven in dezelfde branche volgden elkaar kort op; elk had een bestuurder of eigenaar gemeen met het vorige.'],
  'abc-transactie': ['Proefstraat 4: Verkregen op 01-01-2024 en 100 dagen later overgedragen aan een ander; de eerste verkoper was weer een ander.'],
  doorsluiswoning: ['Proefstraat 5: 5 overdrachten in twintig jaar.'],
  'ongewone-financier': ['Proefstraat 7: Hypotheek met een natuurlijk persoon als geldgever.'],
  'snelle-bestuurswisseling': ['Bedrijf 31 B.V.: 4 bestuurswisselingen in 24 maanden.'],
  'lege-bv': ['Bedrijf 41 B.V.: Bv zonder werkzame personen in een woning waar niemand van de bv woont.'],
  kringbezit: [51, 52, 53].map((id) => `Bedrijf ${id} B.V.: De keten van aandelen keert na 3 stappen bij het bedrijf terug.`),
  'aandelen-boven-geheel': ['Bedrijf 61 B.V.: De aandelen tellen op tot 5/4.'],
  'bedrijf-op-gesloten-adres': ['Bedrijf 71 B.V.: Ingeschreven op een adres dat vanaf 01-03-2024 gesloten was.'],
  'gat-in-de-opvolging': ['Proefstraat 3: Niemand ingeschreven tussen 01-06-2024 en 01-06-2025.', 'Proefstraat 81: Niemand ingeschreven tussen 01-01-2022 en 01-01-2024.'],
}

test('every pattern is found where it is, and not where something only looks like it', () => {
  const store = emptyStore()
  fillTown(store)
  const context = contextOn(store)
  expect(lastRun(context)).toBeNull()
  expect(runFindings(context)).toMatchObject({ day: '2026-11-21', isStale: false })
  for (const { id } of findingLibrary().definitions) {
    const { findings } = readFindingPage(context, { pattern: id, area: '', withExplained: false, offset: 0, limit: 100 })
    expect([id, ...findings.map(({ subject, sentence }) => `${subject.label}: ${sentence}`)]).toEqual([id, ...(expected[id] ?? ['has no expectation'])])
    for (const finding of findings) {
      expect(Finding.parse(finding).evidence.length).toBeGreaterThan(0)
      expect(finding.subject.key).not.toContain('person')
    }
  }
  const flipped = readFindings(context, [entityKey('address', 34_200_000_000_004), entityKey('company', 61)])
  expect(flipped.map(({ pattern }) => pattern)).toEqual(['abc-transactie', 'aandelen-boven-geheel'])
  expect(flipped[0]?.evidence.map(({ file }) => file)).toEqual(['levering-4.csv', 'levering-4.csv', 'levering-4.csv'])
  const rates = readLibrary(context)
  expect(rates.find(({ id }) => id === 'aandelen-boven-geheel')?.rate?.sentence).toBe('Gezien bij minder dan 5 van 2 bedrijven waarvan een aandeel bekend is.')
  expect(rates.every(({ missing }) => missing.length === 0)).toBe(true)
  const before = store.all('SELECT * FROM finding ORDER BY id')
  runFindings(context)
  expect(store.all('SELECT pattern, subject_id, sentence FROM finding ORDER BY id')).toEqual(before.map((row) => z.object({ pattern: z.string(), subject_id: z.number(), sentence: z.string() }).parse(row)))
  store.write((writer) => addDelivery(writer, 9))
  expect(lastRun(context)?.isStale).toBe(true)
  const key = entityKey('address', 34_200_000_000_001)
  setExplanation(context, { pattern: 'stapeladres', key, reason: 'Bedrijfsverzamelgebouw, gezien op 3 november met 111222333.' })
  expect(readFindingPage(context, { pattern: 'stapeladres', area: '', withExplained: false, offset: 0, limit: 9 })).toEqual({ findings: [], total: 0 })
  runFindings(context)
  expect(readFindings(context, [key])[0]?.explained).toEqual({ reason: 'Bedrijfsverzamelgebouw, gezien op 3 november met •••••2333.', by: 'Toetser', at: '2026-11-21T09:00:00.000Z' })
  setExplanation(context, { pattern: 'stapeladres', key, reason: '' })
  expect(readFindings(context, [key])[0]?.explained).toBeNull()
  expect(() => setExplanation(context, { pattern: 'bestaat-niet', key, reason: 'x' })).toThrow('not-found')
})

test('no finding is about a person, and none carries a figure', () => {
  for (const { subject } of Object.values(patterns)) expect(['address', 'company']).toContain(subject)
  for (const [name, type] of Object.entries(Finding.shape)) if (name !== 'version') expect([name, type instanceof z.ZodNumber]).toEqual([name, false])
  expect(Finding.safeParse({ pattern: 'x', version: 1, label: 'x', subject: { key: 'person:1', label: '' }, sentence: 'x', since: null, evidence: [], missing: [], explained: null }).success).toBe(false)
  const migration = readMigrations('vault').find(({ name }) => name.includes('findings'))?.sql ?? ''
  const table = /CREATE TABLE finding \(([\s\S]*?)\n\)/.exec(migration)?.[1] ?? ''
  expect([...table.matchAll(/^\s*(\w+) (?:INTEGER|REAL)/gm)].map(([, column]) => column)).toEqual(['id', 'version', 'subject_id'])
  const store = emptyStore()
  expect(() => store.write((writer) => writer.run("INSERT INTO finding (pattern, version, subject_kind, subject_id, sentence, records) VALUES ('x', 1, 'person', 1, '', '[]')"))).toThrow('CHECK')
})

test('each definition stands in a file of its own name, with slots its pattern fills, and says what is a choice', () => {
  const { definitions } = findingLibrary()
  expect(definitions.map(({ id }) => `${id}.json`)).toEqual(listResources('findings'))
  expect(new Set(definitions.map(({ pattern }) => pattern))).toEqual(new Set(Object.keys(patterns)))
  for (const { id, sentence, pattern, innocent } of definitions) {
    const filled = new Set([...patterns[pattern].found.matchAll(/'(\w+)', /g)].map(([, word]) => word).concat('sum'))
    for (const [, slot] of sentence.matchAll(/\{(\w+)\}/g)) expect([id, slot, filled.has(slot)]).toEqual([id, slot, true])
    expect(innocent.length).toBeGreaterThanOrEqual(2)
  }
})
