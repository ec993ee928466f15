import { expect, test } from 'vitest'
import { mortgagesOf, relationsFrom, relationsTo } from '../../../electron/engine/store/bibob.ts'
import * as records from '../../../electron/engine/store/caseRecords.ts'
import { listStatementRows, listStatementSources } from '../../../electron/engine/store/cases.ts'
import type { Reader } from '../../../electron/engine/store/database.ts'
import { emptyStore } from '../../fixtures/vault.ts'

/** A reader that answers with the plan of a query instead of its rows. */
function planner(): { reader: Reader; plans: string[] } {
  const store = emptyStore()
  const plans: string[] = []
  const all: Reader['all'] = (sql, ...values) => {
    plans.push(...store.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => detail))
    return []
  }
  return { plans, reader: { all, get: store.get, each: store.each, scratch: store.scratch } }
}

const ids: records.SubjectIds = { addresses: '[1]', companies: '[2]', persons: '[3]' }

test.each([
  ['establishments', (reader: Reader) => records.establishmentRows(reader, ids)],
  ['offices', (reader: Reader) => records.officeRows(reader, ids)],
  ['ownerships', (reader: Reader) => records.ownershipRows(reader, ids)],
  ['residences', (reader: Reader) => records.residenceRows(reader, ids)],
  ['permits', (reader: Reader) => records.permitRows(reader, ids)],
  ['inspections', (reader: Reader) => records.inspectionRows(reader, ids)],
  ['measures', (reader: Reader) => records.measureRows(reader, ids)],
  ['signals', (reader: Reader) => records.signalRows(reader, ids, '2026-11-21')],
  ['places', (reader: Reader) => records.placesOf(reader, '[1]')],
  ['activities', (reader: Reader) => records.activitiesOf(reader, '[2]')],
  ['relations to', (reader: Reader) => relationsTo(reader, 2, 1, ['director'])],
  ['relations from', (reader: Reader) => relationsFrom(reader, 2, 1, ['director'])],
  ['mortgages', (reader: Reader) => mortgagesOf(reader, { companyId: 1, personId: null })],
  ['statements', (reader: Reader) => listStatementRows(reader, 1)],
  ['statement sources', (reader: Reader) => listStatementSources(reader, 1)],
])('%s are found through an index, whatever the size of the vault', (_what, ask) => {
  const { reader, plans } = planner()
  ask(reader)
  expect(plans.length).toBeGreaterThan(0)
  expect(plans.filter((detail) => /^SCAN (?!json_each|value)/.test(detail))).toEqual([])
})
