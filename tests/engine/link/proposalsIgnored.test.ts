import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recordId } from '../../../shared/model/recordId.ts'
import { createCase, readCase } from '../../../electron/engine/dossier/index.ts'
import { connectEntities, expandNetwork, findPaths, measureNetwork } from '../../../electron/engine/graph/index.ts'
import { readNear } from '../../../electron/engine/link/review/index.ts'
import { explain, ranking, runScores } from '../../../electron/engine/score/index.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { addEntityRecord } from '../../../electron/engine/store/entities.ts'
import { saveLinkPair } from '../../../electron/engine/store/linkPairs.ts'
import { fillNetwork, keyOf } from '../../fixtures/network.ts'
import { addRecord } from '../../fixtures/register.ts'
import { fillTown } from '../../fixtures/scoreTown.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

/** Says of entities 1 and 2 of a kind that they may be the same. */
function propose(store: Store, party: 'company' | 'person', [left, right]: readonly [number, number]): void {
  store.write((writer) => {
    const add = addEntityRecord(writer, party)
    for (const [i, entityId] of [left, right].entries()) {
      addRecord(writer, `${party}_record`, 1, i + 1, { [`${party}_id`]: entityId })
      add({ entityId, recordId: recordId(1, i + 1), basis: 'row' })
    }
    saveLinkPair(writer)({
      party, leftRecord: recordId(1, 1), rightRecord: recordId(1, 2), weight: 5, completeness: 1, tier: 'benaderend', status: 'voorstel', parts: '[]', modelVersion: 1,
    })
  })
}

test('what may be the same changes no score', () => {
  const store = emptyStore()
  const companies: number[] = []
  fillTown(store, (town) => {
    const area = town.area('BU00340101', 'Buurt', 'WK003401')
    for (let i = 0; i < 12; i += 1) companies.push(town.company(town.address(area, 'winkelfunctie'), '56101', { started: i < 9 ? '2026-02-01' : '2011-02-01' }))
  })
  const context = contextOn(store)
  const scores = () => {
    runScores(context)
    return [ranking(context, { level: 'buurt', phenomenon: 'witwassen' }), ranking(context, { level: 'division', phenomenon: 'witwassen' }), explain(context, { level: 'buurt', phenomenon: 'witwassen', code: 'BU00340101' }).parts]
  }
  const before = scores()
  propose(store, 'company', [companies[0] ?? 0, companies[1] ?? 0])
  expect(readNear(context, [`company:${companies[0]}`]).pairs).toHaveLength(1)
  expect(scores()).toEqual(before)
})

test('what may be the same is in no network, path, measure or case', () => {
  const store = emptyStore()
  fillNetwork(store, ['a1', 'c1', 'c2', 'p1', 'p2'], [{ from: 'p1', to: 'c1', kind: 'director' }, { from: 'p2', to: 'c2', kind: 'director' }, { from: 'c1', to: 'a1', kind: 'established-at' }])
  const context = contextOn(store)
  const [one, other] = [keyOf('p1'), keyOf('p2')]
  const ways = { filter: {}, exclude: [], hubs: 'pass' as const }
  const seen = () => {
    const network = expandNetwork(context, { keys: [one, other], depth: 2, filter: {}, limit: 100 })
    return [network, measureNetwork(context, network.nodes.map(({ key }) => key), {}), connectEntities(context, { keys: [one, other], limit: 50, ...ways })]
  }
  const before = seen()
  propose(store, 'person', [1, 2])
  expect(readNear(context, [one]).pairs).toHaveLength(1)
  expect(seen()).toEqual(before)
  expect(() => findPaths(context, { from: one, to: other, count: 1, inTimeOrder: false, ...ways })).toThrow('no-path')
  const picture = { nodes: expandNetwork(context, { keys: [one], depth: 1, filter: {}, limit: 9 }).nodes.map((node) => ({ ...node, x: 0, y: 0, pinned: false })), links: [] }
  const { id } = createCase(context, { title: 'Een', phenomenon: 'hennep', occasion: '', goal: '', picture })
  expect(JSON.stringify(readCase(context, id))).not.toContain(other)
})

test('only the review and the linker itself read what may be the same', () => {
  const engine = join(import.meta.dirname, '..', '..', '..', 'electron', 'engine')
  const files = readdirSync(engine, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
  expect(files.filter((path) => readFileSync(join(engine, path), 'utf8').includes('link_pair')).sort()).toEqual(['store/linkPairs.ts', 'store/reviewPairs.ts'])
})
