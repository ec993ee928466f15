import { expect, test } from 'vitest'
import type { Store } from '../../../electron/engine/store/database.ts'
import { emptyTable } from '../../../electron/engine/store/emptyTable.ts'
import { rebuildNetwork } from '../../../electron/engine/store/links.ts'
import { emptyStore } from '../../fixtures/vault.ts'

const counts = (store: Store) => store.get('SELECT (SELECT count(*) FROM node) AS nodes, (SELECT count(*) FROM link) AS links')

/** A network of 25,000 nodes and 45,000 links that rest on nothing. */
function drawnStore(): Store {
  const store = emptyStore()
  store.write((writer) => {
    writer.run('INSERT INTO node WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 25000) SELECT i, 1, i, 2 FROM n')
    writer.run(`INSERT INTO link WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 45000)
      SELECT i, 1 + i % 25000, 1 + i % 24999, 'owner', 'eigendom', NULL, NULL, 'confirmed', NULL, NULL, i FROM n`)
  })
  return store
}

test('a table is emptied some rows at a time, and stays as it was when it is stopped on the way', () => {
  const store = drawnStore()
  let left: unknown[] = []
  const watch = (stopAt: number) => store.write((writer) => {
    left = []
    emptyTable(writer, 'link', () => {
      left.push(writer.get<{ n: number }>('SELECT count(*) AS n FROM link')?.n)
      if (left.length === stopAt) throw new Error('cancelled')
    })
  })
  expect(() => watch(2)).toThrow('cancelled')
  expect([left, counts(store)]).toEqual([[35_000, 25_000], { nodes: 25_000, links: 45_000 }])
  watch(0)
  expect([left, counts(store)]).toEqual([[35_000, 25_000, 15_000, 5000, 0], { nodes: 25_000, links: 0 }])
})

test('while the network is made anew it can be stopped as soon as some of what stood is gone', () => {
  const store = drawnStore()
  const linksLeft: unknown[] = []
  expect(() => store.write((writer) => rebuildNetwork(writer, { offices: [], mortgagees: [] }, () => {
    linksLeft.push(writer.get<{ n: number }>('SELECT count(*) AS n FROM link')?.n)
    throw new Error('cancelled')
  }))).toThrow('cancelled')
  expect([linksLeft, counts(store)]).toEqual([[35_000], { nodes: 25_000, links: 45_000 }])
})
