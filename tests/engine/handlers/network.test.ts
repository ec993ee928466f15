import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '#shared/contract/index.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import type { NetworkPicture } from '#shared/model/network.ts'
import { networkHandlers } from '../../../electron/engine/handlers/network.ts'
import { fillNetwork, keyOf } from '../../fixtures/network.ts'
import { openEngine } from '../../fixtures/engine.ts'
import { contextOn, emptyStore, temporaryFolder } from '../../fixtures/vault.ts'

function smallContext() {
  const store = emptyStore()
  fillNetwork(store, ['a1', 'c1', 'p1'], [{ from: 'c1', to: 'a1', kind: 'established-at', label: 'gevestigd' }, { from: 'p1', to: 'c1' }])
  return contextOn(store, { logLine: 42 })
}

function pictureOf(context: ReturnType<typeof smallContext>): NetworkPicture {
  const { nodes, links } = contract['network.expand'].output.parse(
    networkHandlers['network.expand'](context, { keys: [keyOf('c1')], depth: 1, filter: {}, shown: [], limit: 10 }),
  )
  return { nodes: nodes.map((node, index) => ({ ...node, x: index * 150, y: 0, pinned: false })), links }
}

test('a picture is written whole, with the line it left in the log', async () => {
  const context = smallContext()
  const folder = temporaryFolder()
  const picture = pictureOf(context)
  const svg = await networkHandlers['network.picture'](context, { picture, title: 'Proef', format: 'svg', confidentiality: 'confidential', target: join(folder, 'net.svg') })
  expect(svg).toEqual({ file: 'net.svg', logLine: 42 })
  expect(readFileSync(join(folder, 'net.svg'), 'utf8')).toContain('logregel 42')
  await networkHandlers['network.picture'](context, { picture, title: 'Proef', format: 'png', confidentiality: 'secret', target: join(folder, 'net.png') })
  expect(readFileSync(join(folder, 'net.png')).subarray(1, 4).toString()).toBe('PNG')
  expect(readdirSync(folder).sort()).toEqual(['net.png', 'net.svg'])
})

test('what cannot be written leaves nothing behind', async () => {
  const context = smallContext()
  const target = join(temporaryFolder(), 'bestaat niet', 'net.svg')
  await expect(networkHandlers['network.picture'](context, { picture: pictureOf(context), title: 'Proef', format: 'svg', confidentiality: 'confidential', target })).rejects.toThrow()
  expect(existsSync(target)).toBe(false)
})

test('a person asked for by number alone needs a purpose that opens persons; who belongs to what lies on the table does not', async () => {
  const { ask, inStore } = await openEngine(['analyst'])
  await inStore((store) => fillNetwork(store, ['a1', 'c1', 'p1', 'p2'], [{ from: 'c1', to: 'a1', kind: 'established-at' }, { from: 'p1', to: 'c1' }, { from: 'p2', to: 'c1' }]))
  const found = async (keys: EntityKey[], shown: EntityKey[] = []) => (await ask('network.expand', { keys, shown, depth: 0, filter: {}, limit: 10 })).nodes.map(({ key }) => key)
  const [company, first, second] = [keyOf('c1'), keyOf('p1'), keyOf('p2')]
  expect(await found([first, second])).toEqual([first, second])
  await ask('purpose.set', { id: 'gebiedsbeeld', caseNumber: '' })
  expect(await found([first, second])).toEqual([])
  expect(await found([company, first])).toEqual([company, first])
  expect(await found([first], [company])).toEqual([first])
})

test('every key of a question stands in the log, however many there are', async () => {
  const { ask, inStore } = await openEngine(['director', 'analyst'])
  const names = Array.from({ length: 1500 }, (_, i) => `a${i + 1}`)
  await inStore((store) => fillNetwork(store, [...names, 'p7'], []))
  await ask('network.expand', { keys: [...names, 'p7'].map(keyOf), depth: 0, filter: {}, limit: 5000 })
  const { events } = await ask('audit.list', { limit: 1, action: 'network-expand' })
  expect(events[0]?.object.split(' ')).toEqual([...names, 'p7'].map(keyOf))
})

test('the network is for who may look, with a purpose; each look is a line in the log', async () => {
  const { ask, refuse } = await openEngine(['analyst'])
  expect(await refuse('network.expand', { keys: ['company:1'], depth: 1, filter: {}, limit: 10 })).toMatchObject({ code: 'not-found' })
  expect(await refuse('network.path', { from: 'company:1', to: 'person:1', filter: {}, exclude: [] })).toMatchObject({ code: 'no-path' })
  expect(await refuse('network.expand', { keys: ['auto:1'], depth: 1, filter: {}, limit: 10 })).toMatchObject({ code: 'bad-input' })
  expect(await ask('network.layout', { nodes: [], links: [] })).toEqual([])
  const admin = await openEngine(['admin'])
  expect(await admin.refuse('network.preview', { key: 'company:1', filter: {} })).toMatchObject({ code: 'role-missing' })
  const { events } = await admin.ask('audit.list', { limit: 10 })
  expect(events.map(({ action, result }) => [action, result])).toContainEqual(['access-denied', 'denied'])
})
