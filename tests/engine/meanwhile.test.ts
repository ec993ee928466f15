import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/index.ts'
import type { AuditEvent } from '#shared/model/audit.ts'
import { openEngine, PASSPHRASE, type TestEngine } from '../fixtures/engine.ts'

/** What happens to a call that takes its time while something else is asked. */

/** A delivery large enough that something can be asked while it is taken in. */
async function aDelivery({ engine, ask, folder }: TestEngine): Promise<InputOf<'sources.import'>> {
  const path = join(folder, 'bag.csv')
  const rows = Array.from({ length: 3000 }, (_, i) => `00342000${String(i + 1).padStart(8, '0')};Straat;${i + 1};1315AB;Almere`)
  writeFileSync(path, ['Nummeraanduiding;Openbare ruimte;Huisnummer;Postcode;Woonplaats', ...rows].join('\n'))
  engine.grant('bron', path)
  const sheets = (await ask('sources.inspect', { file: 'bron' })).sheets.flatMap(({ proposal }) => (proposal ? [proposal] : []))
  return { file: 'bron', sheets }
}

/** Does something once, as soon as a job has begun. */
function onceBegun(started: TestEngine, happens: () => Promise<unknown>): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>()
  let isDone = false
  started.hear = (event) => {
    if (isDone || event.type !== 'progress') return
    isDone = true
    resolve(happens())
  }
  return promise
}

/** The lines an action left, oldest first. */
async function linesOf({ ask }: TestEngine, action: AuditEvent['action']): Promise<string[]> {
  const { events } = await ask('audit.list', { limit: 200, action })
  return events.map(({ result, purpose, caseNumber }) => `${result} ${purpose} ${caseNumber}`).toReversed()
}

/** A PDF that is made when the test says so, under a purpose that is told. */
async function slowPicture(started: TestEngine) {
  const { promise: pdf, resolve: finish } = Promise.withResolvers<Uint8Array>()
  started.print = () => pdf
  const file = join(started.folder, 'net.pdf')
  started.engine.grant('doel', file)
  const reply = started.engine.ask(90, 'network.picture', { picture: { nodes: [], links: [] }, title: 'Proef', format: 'pdf', target: 'doel' })
  return { file, reply, finish: () => finish(new Uint8Array([0x25])) }
}

describe('another purpose chosen meanwhile', () => {
  test('a job stands in the log, from start to end, under the purpose it was asked for', async () => {
    const started = await openEngine()
    const delivery = await aDelivery(started)
    const chosen = onceBegun(started, () => started.ask('purpose.set', { id: 'gebiedsbeeld', caseNumber: '' }))
    await started.ask('sources.import', delivery)
    await chosen
    expect(await linesOf(started, 'sources-import')).toEqual(['started riec-casus T-2026-1', 'done riec-casus T-2026-1'])
  })

  test('and so does what leaves the vault', async () => {
    const started = await openEngine()
    const { reply, finish } = await slowPicture(started)
    await started.ask('purpose.set', { id: 'gebiedsbeeld', caseNumber: '' })
    finish()
    expect(await reply).toMatchObject({ ok: true })
    expect(await linesOf(started, 'picture-export')).toEqual(['started riec-casus T-2026-1', 'done riec-casus T-2026-1'])
  })
})

describe('locked meanwhile', () => {
  test('a job is cancelled, and says so in the log before the vault closes', async () => {
    const started = await openEngine()
    const locked = onceBegun(started, () => started.ask('vault.lock', {}))
    expect((await started.refuse('demo.fill', { addresses: 5000, seed: 7 })).code).toBe('cancelled')
    await locked
    await started.ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })
    expect(await linesOf(started, 'demo-fill')).toEqual(['started riec-casus T-2026-1', 'cancelled riec-casus T-2026-1'])
    expect(started.bugs).toEqual([])
  })

  test('as soon as a job answered, which still tidies up: the vault and its log are whole in their two files', async () => {
    const started = await openEngine()
    await started.ask('demo.fill', { addresses: 1000, seed: 7 })
    await started.ask('vault.lock', {})
    expect(readdirSync(started.folder).toSorted()).toEqual(['toets.kluis', 'toets.kluis-logboek'])
  })

  test('what was being printed does not leave any more', async () => {
    const started = await openEngine()
    const { file, reply, finish } = await slowPicture(started)
    await started.ask('vault.lock', {})
    finish()
    expect(await reply).toEqual({ ok: false, problem: { code: 'vault-locked', params: {} } })
    expect(existsSync(file)).toBe(false)
    expect(started.bugs).toEqual([])
  })

  test('nor when another sitting began since', async () => {
    const started = await openEngine()
    const { file, reply, finish } = await slowPicture(started)
    await started.ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })
    finish()
    expect(await reply).toEqual({ ok: false, problem: { code: 'vault-locked', params: {} } })
    expect(existsSync(file)).toBe(false)
  })
})
