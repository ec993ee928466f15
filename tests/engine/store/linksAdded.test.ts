import fc from 'fast-check'
import { expect, test } from 'vitest'
import { offices } from '../../../electron/engine/link/offices.ts'
import type { Store, Value, Writer } from '../../../electron/engine/store/database.ts'
import { countLinks, countNodes, rebuildNetwork, type NetworkCounts } from '../../../electron/engine/store/links.ts'
import { addToNetwork } from '../../../electron/engine/store/linksAdded.ts'
import { recordId } from '../../../shared/model/recordId.ts'
import { addCompany, addPerson } from '../../fixtures/entities.ts'
import { addDelivery, addRecord } from '../../fixtures/register.ts'
import { emptyStore } from '../../fixtures/vault.ts'

/** A company of which nothing changes, but that new rows may name. */
const BANK = 5
const LATER = 4
const nobody = (): void => undefined
const naming = { offices, mortgagees: [{ mortgagee: 'Proefbank', companyId: BANK }] }

/** Who a row is of: a person, a company, or a company in which either holds office. */
interface Of {
  person: number | null
  company: number | null
  officer: number | null
}

interface Row {
  table: string
  delivery: number
  of: Of
  values: Record<string, Value>
}

const person = fc.constantFrom(1, 2, 3, 4)
const company = fc.constantFrom(1, 2, 3, 4, BANK)
const none = fc.constant(null)
const dates = { started: fc.constantFrom(null, '2020-01-01'), ended: fc.constantFrom(null, null, '2024-01-01') }
const address = fc.constantFrom(null, 11, 12, 13, 14)
const either = fc.oneof(fc.record({ person, company: none, officer: none }), fc.record({ person: none, company, officer: none }))
const share = { share_part: fc.constantFrom(null, 1), share_whole: fc.constant(2) }

const kinds = {
  company_record: { of: fc.record({ person: none, company, officer: none }), values: fc.record({ ...dates, address_id: address, branch_number: fc.constantFrom(null, 1, 2), is_main: fc.constantFrom(null, 0, 1) }) },
  person_record: { of: fc.record({ person, company: none, officer: none }), values: fc.record({ ...dates, address_id: address }) },
  office_record: {
    of: fc.oneof(fc.record({ person, company, officer: none }), fc.record({ person: none, company, officer: company })),
    values: fc.record({ ...dates, ...share, office: fc.constantFrom('bestuurder', 'aandeelhouder', 'onbekend_woord'), authority: fc.constantFrom('', 'niet') }),
  },
  ownership_record: { of: either, values: fc.record({ ...dates, ...share, address_id: address, mortgagee: fc.constantFrom('', 'Proefbank') }) },
  permit_record: { of: either, values: fc.record({ ...dates, address_id: address }) },
}
function rowOf(table: keyof typeof kinds, delivery: fc.Arbitrary<number>): fc.Arbitrary<Row> {
  const { of, values }: { of: fc.Arbitrary<Of>; values: fc.Arbitrary<Row['values']> } = kinds[table]
  return fc.record({ table: fc.constant(table), delivery, of, values })
}

const delivered = fc.constantFrom(1, 2, 3)
const stood = fc.tuple(
  // enough of them that some give one branch to two companies
  fc.array(rowOf('company_record', delivered), { minLength: 4, maxLength: 10 }),
  fc.array(fc.oneof(...(['person_record', 'office_record', 'ownership_record', 'permit_record'] as const).map((table) => rowOf(table, delivered))), { minLength: 6, maxLength: 16 }),
).map((rows) => rows.flat())
// a new row of the trade register makes the network anew
const later = fc.array(fc.oneof(...(['person_record', 'office_record', 'ownership_record', 'permit_record'] as const).map((table) => rowOf(table, fc.constant(LATER)))), { maxLength: 6 })
const moves = fc.array(fc.record({ at: fc.nat(), person, company: fc.constantFrom(1, 2, 3, 4) }), { maxLength: 4 })

const entitiesOf = ({ table, of }: Row): Row['values'] => ({
  ...(table === 'company_record' ? {} : { person_id: of.person }),
  ...(table === 'person_record' ? {} : { company_id: of.company }),
  ...(table === 'office_record' ? { officer_company_id: of.officer } : {}),
})

/** A row that went over to another person or company. */
function moved(row: Row, to: { person: number; company: number }): Row {
  if (row.of.company === BANK || row.of.officer === BANK) return row
  return { ...row, of: row.of.person === null ? { ...row.of, company: to.company } : { ...row.of, person: to.person } }
}

const among = (rows: readonly Row[], what: (of: Of) => (number | null)[]): Set<number> => new Set(rows.flatMap(({ of }) => what(of)).filter((id) => id !== null))
const personsIn = (rows: readonly Row[]): Set<number> => among(rows, (of) => [of.person])
const companiesIn = (rows: readonly Row[]): Set<number> => among(rows, (of) => [of.company, of.officer]).add(BANK)

function putEntities(writer: Writer, rows: readonly Row[]): void {
  writer.run('DELETE FROM person')
  writer.run('DELETE FROM company')
  for (const id of personsIn(rows)) addPerson(writer, id, 'Proefman')
  for (const id of companiesIn(rows)) addCompany(writer, id, `Proef ${id}`)
}

function putRows(writer: Writer, rows: readonly Row[], from: number): void {
  for (const [i, row] of rows.entries()) addRecord(writer, row.table, row.delivery, from + i, { ...row.values, ...entitiesOf(row) })
}

function move(writer: Writer, row: Row, at: number): void {
  const now = Object.entries(entitiesOf(row))
  writer.run(`UPDATE ${row.table} SET ${now.map(([name]) => `${name} = ?`).join(', ')} WHERE id = ?`, ...now.map(([, value]) => value), recordId(row.delivery, at))
}

const nodes = (store: Store) => store.all('SELECT kind, ref, degree FROM node ORDER BY kind, ref')
const links = (store: Store) =>
  store.all<{ id: number }>(`SELECT l.id, f.kind AS fromKind, f.ref AS fromRef, t.kind AS toKind, t.ref AS toRef, l.kind, l.label, l.started, l.ended, l.strength, l.share_part, l.share_whole, l.record_id
    FROM link l JOIN node f ON f.id = l.from_node JOIN node t ON t.id = l.to_node ORDER BY 2, 3, 4, 5, 6, 7, 8`)
const said = (rows: readonly { id: number }[]): string[] => rows.map(({ id: _number, ...rest }) => JSON.stringify(rest))
const counted = (store: Store): NetworkCounts => ({ nodes: countNodes(store), links: countLinks(store) })

test('a network that is added to ends where one made anew does, counts and degrees included, and what is told as it stood keeps its number', () => {
  fc.assert(
    fc.property(stood, later, moves, (before, added, steps) => {
      const store = emptyStore()
      store.write((writer) => {
        for (const id of [1, 2, 3, LATER]) addDelivery(writer, id, { supplier: id === 3 ? 'de een' : 'de ander' })
        putRows(writer, before, 2)
        putEntities(writer, before)
        rebuildNetwork(writer, naming, nobody)
      })
      const [stoodLinks, stoodCounts] = [links(store), counted(store)]

      const after = before.map((row, i) => steps.filter(({ at }) => at % before.length === i).reduce(moved, row))
      const changed = after.flatMap((row, i) => (row === before[i] ? [] : [row, before[i] ?? row]))
      const all = [...after, ...added]
      const [known, now] = [companiesIn(before), companiesIn(all)]
      const cameOrWent = [...known, ...now].filter((id) => known.has(id) !== now.has(id))
      const counts = store.write((writer) => {
        for (const [i, row] of after.entries()) if (row !== before[i]) move(writer, row, i + 2)
        putRows(writer, added, 2)
        putEntities(writer, all)
        return addToNetwork(writer, naming, {
          persons: personsIn([...changed, ...added]), companies: new Set([...among(changed, (of) => [of.company, of.officer]), ...cameOrWent]), after: recordId(LATER, 0),
        }, stoodCounts, nobody)
      })

      const [addedNodes, addedLinks] = [nodes(store), links(store)]
      expect(counts).toEqual(counted(store))
      const numbers = new Map(said(addedLinks).map((text, i) => [text, addedLinks[i]?.id]))
      for (const [i, text] of said(stoodLinks).entries()) if (numbers.has(text)) expect(numbers.get(text)).toBe(stoodLinks[i]?.id)
      store.write((writer) => rebuildNetwork(writer, naming, nobody))
      expect(addedNodes).toEqual(nodes(store))
      expect(said(addedLinks)).toEqual(said(links(store)))
    }),
    { numRuns: 60, endOnFailure: true },
  )
})
