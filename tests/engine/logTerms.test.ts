import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CallContext } from '../../electron/engine/context.ts'
import { chainHash } from '../../electron/engine/audit/chainHash.ts'
import { askLines, decideLines, listLogTerms } from '../../electron/engine/dossier/logTerms/index.ts'
import { auditHandlers } from '../../electron/engine/handlers/audit.ts'
import { ProblemError } from '../../electron/engine/problem.ts'
import type { Store } from '../../electron/engine/store/database.ts'
import { addLine, countLines, eachLine } from '../../electron/engine/store/log.ts'
import { readMeta } from '../../electron/engine/store/meta.ts'
import { closeVault, logFile, openVault } from '../../electron/engine/store/vault.ts'
import { noWorkstation, workstationIn, type Workstation } from '../../electron/engine/workstation.ts'
import { codeOf } from '../fixtures/codeOf.ts'
import { PASSPHRASE, putVault, startEngine, type TestEngine } from '../fixtures/engine.ts'
import { contextOn, temporaryFolder } from '../fixtures/vault.ts'

/** Lines are written in November 2026; three years later they are too old, and those of destructions not yet. */
const [BEFORE, LATER, MUCH_LATER] = ['2029-11-21T09:00:00.000Z', '2029-11-22T09:00:00.000Z', '2036-11-22T09:00:00.000Z']
const motive = 'De termijn van drie jaar is om.'
const colleague = { account: 'collega', name: 'C. Collega', roles: ['director' as const] }

/** Works in the vault of a folder as its stages do, and locks it again. */
async function inVault<T>(folder: string, now: string, work: (context: CallContext, log: Store) => T): Promise<T> {
  const vault = await openVault(join(folder, 'toets.kluis'), PASSPHRASE)
  try {
    return work(contextOn(vault.store, { log: vault.log, hashKey: readMeta(vault.store, 'hash-key') ?? '', now, actor: colleague }), vault.log)
  } finally {
    closeVault(vault)
  }
}

async function opened(folder: string, now: string, workstation: Workstation = noWorkstation): Promise<TestEngine> {
  const started = startEngine(folder, workstation, now)
  await started.ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })
  return started
}

/** A vault in which was searched, and a list of destructions saved, years ago. */
async function used(): Promise<string> {
  const folder = temporaryFolder()
  await putVault(['director', 'analyst', 'privacyOfficer'], folder)
  const engine = startEngine(folder)
  await engine.ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })
  await engine.ask('purpose.set', { id: 'riec-casus', caseNumber: 'T-1' })
  for (const text of ['markerkant', 'havenweg']) await engine.ask('search.suggest', { text, kinds: [], limit: 5 })
  engine.engine.grant('list', join(temporaryFolder(), 'lijst.json'))
  await engine.ask('retention.saveList', { target: 'list' })
  await engine.ask('vault.lock', {})
  return folder
}

/** Opens it years later; a colleague asked for what is too old, and the user decides. */
async function shortened(folder: string, workstation: Workstation = noWorkstation, now = LATER): Promise<TestEngine> {
  await (await opened(folder, now, workstation)).ask('vault.lock', {})
  await inVault(folder, now, (context) => askLines(context, { motive }))
  const engine = await opened(folder, now, workstation)
  const { asked } = await engine.ask('audit.terms', {})
  await engine.ask('audit.decideDestruction', { id: asked?.subjectId ?? 0, approve: true })
  return engine
}

async function actions({ ask }: TestEngine): Promise<string[]> {
  const { events } = await ask('audit.list', { limit: 200 })
  return events.filter(({ at }) => at < '2027').map(({ action }) => action).toReversed()
}

const isWhole = async ({ ask }: TestEngine) => (await ask('audit.verify', {})).intact

describe('lines of the log older than three years', () => {
  test('come up the day after, and go by two people; what proves a destruction stays, and the rest is still whole', async () => {
    const folder = await used()
    const early = await opened(folder, BEFORE)
    expect(await early.ask('audit.terms', {})).toMatchObject({ months: 36, destructionMonths: 120, due: null, head: null, asked: null })
    expect((await early.refuse('audit.askDestruction', { motive })).code).toBe('no-lines-due')
    await early.ask('vault.lock', {})

    const own = await opened(folder, LATER)
    const { due } = await own.ask('audit.terms', {})
    expect(due).toMatchObject({ from: 1, firstAt: '2026-11-21T09:00:00.000Z', lastAt: '2026-11-21T09:00:00.000Z' })
    expect((await own.ask('retention.due', {})).logLines).toBe(due?.going)
    const { subjectId } = await own.ask('audit.askDestruction', { motive })
    expect(subjectId).toBe(due?.until)
    expect((await own.refuse('audit.decideDestruction', { id: subjectId, approve: true })).code).toBe('second-person')
    await own.ask('vault.lock', {})

    const engine = await shortened(folder)
    expect(await actions(engine)).toEqual(['destruction-list-save', 'destruction-list-save'])
    const lines = due?.until ?? 0
    expect(await engine.ask('audit.terms', {})).toMatchObject({ due: null, asked: null, head: { until: lines, gone: lines - 2, kept: 2, askedBy: 'C. Collega', endedBy: 'Toetser', endedAt: LATER } })
    expect(await engine.ask('retention.proofs', {})).toMatchObject([{ kind: 'log', number: 'L-2029-0001', motive, held: { logLines: lines - 2 } }])
    expect(await engine.ask('audit.verify', {})).toMatchObject({ intact: true, isHeadSound: true })
    const file = join(temporaryFolder(), 'log.json')
    engine.engine.grant('log', file)
    const { lines: saved } = await engine.ask('audit.export', { target: 'log' })
    const written: { regels: number; verwerkingen: { bewaartermijn: string }[] } = JSON.parse(readFileSync(file, 'utf8'))
    expect([written.regels, written.verwerkingen.length]).toEqual([saved, saved])
    expect(written.verwerkingen[0]?.bewaartermijn).toBe('P10Y')
    await engine.ask('vault.lock', {})

    const again = await opened(folder, LATER)
    expect((await again.ask('vault.status', {})).log?.intact).toBe(true)
    await again.ask('vault.lock', {})
    const last = await shortened(folder, noWorkstation, MUCH_LATER)
    expect(await actions(last)).toEqual([])
    expect((await last.ask('audit.list', { limit: 200, action: 'log-shorten' })).events).toHaveLength(2)
    expect([await isWhole(last), last.bugs]).toEqual([true, []])
  })

  test('stay when the log does not fit its vault', async () => {
    const folder = await used()
    await inVault(folder, LATER, (context, log) => {
      log.write((writer) => writer.run("UPDATE event SET object = 'iets anders' WHERE action = 'search' AND object LIKE '%havenweg%'"))
      return context
    })
    const engine = await opened(folder, LATER)
    await engine.ask('vault.lock', {})
    await inVault(folder, LATER, (context) => askLines(context, { motive }))
    const looked = await opened(folder, LATER)
    const { asked } = await looked.ask('audit.terms', {})
    expect((await looked.refuse('audit.decideDestruction', { id: asked?.subjectId ?? 0, approve: true })).code).toBe('log-damaged')
    expect(await actions(looked)).toContain('search')
    expect((await looked.ask('audit.terms', {})).asked).not.toBeNull()
    await looked.ask('audit.decideDestruction', { id: asked?.subjectId ?? 0, approve: false })
    expect((await looked.ask('audit.terms', {})).asked).toBeNull()
  })

  test('go at the next opening when the application stopped before they did', async () => {
    const folder = await used()
    await (await opened(folder, LATER)).ask('vault.lock', {})
    await inVault(folder, LATER, (context) => {
      const { subjectId } = askLines(context, { motive })
      decideLines({ ...context, actor: { ...colleague, account: 'ander' } }, { id: subjectId, approve: true }, () => undefined)
    })
    const engine = await opened(folder, LATER)
    expect(await actions(engine)).toEqual(['destruction-list-save', 'destruction-list-save'])
    expect(await isWhole(engine)).toBe(true)
  })
})

describe('deciding on a long log', () => {
  /** A vault whose log is long enough to tell on the way how far its check is. */
  async function longUsed(): Promise<string> {
    const folder = await used()
    await inVault(folder, LATER, (_context, log) => {
      const [first] = [...eachLine(log, 1)]
      if (first) log.write((writer) => Array.from({ length: 21_000 }, () => addLine(writer, { ...first, action: 'search', result: 'done' }, chainHash)))
    })
    await (await opened(folder, LATER)).ask('vault.lock', {})
    return folder
  }

  test('is a job: it tells how far the check is, and the log is ended when it answers', async () => {
    const engine = await shortened(await longUsed())
    const told = engine.events.flatMap((event) => (event.type === 'progress' ? [event.progress] : []))
    expect(told).toMatchObject([{ step: 'Logboek controleren', done: 10_000 }, { step: 'Logboek controleren', done: 20_000 }])
    // how it ended stands behind what came of it
    expect((await engine.ask('audit.list', { limit: 2 })).events).toMatchObject([{ action: 'log-destruction', result: 'done' }, { action: 'log-shorten' }])
    expect(await actions(engine)).toEqual(['destruction-list-save', 'destruction-list-save'])
    expect([await isWhole(engine), engine.bugs]).toEqual([true, []])
  })

  test('that is stopped decides nothing: what was asked stands, and so does every line', async () => {
    const folder = await longUsed()
    await inVault(folder, LATER, (context, log) => {
      const { subjectId } = askLines({ ...context, actor: { ...colleague, account: 'ander' } }, { motive })
      const lines = countLines(log)
      const checkCancelled = () => {
        throw new ProblemError('cancelled')
      }
      expect(codeOf(() => auditHandlers['audit.decideDestruction']({ ...context, checkCancelled }, { id: subjectId, approve: true }))).toBe('cancelled')
      expect([countLines(log), listLogTerms(context).asked?.subjectId]).toEqual([lines, subjectId])
    })
    const engine = await opened(folder, LATER)
    expect((await engine.ask('audit.terms', {})).head).toBeNull()
  })

  test('is refused before the check to who asked', async () => {
    await inVault(await longUsed(), LATER, (context) => {
      const { subjectId } = askLines(context, { motive })
      const neverAsked = () => {
        throw new Error('the log was checked for nothing')
      }
      expect(codeOf(() => decideLines(context, { id: subjectId, approve: true }, neverAsked))).toBe('second-person')
    })
  })
})

describe('an older copy of the vault', () => {
  /** The vault that was shortened on a workstation, and a copy of it and its log from before. */
  async function copied(workstation: Workstation): Promise<{ folder: string; copy: string }> {
    const [folder, copy] = [await used(), temporaryFolder()]
    await (await opened(folder, BEFORE, workstation)).ask('vault.lock', {})
    cpSync(folder, copy, { recursive: true })
    await (await shortened(folder, workstation)).ask('vault.lock', {})
    return { folder, copy }
  }

  test('is ended at the same line on a workstation that knows, and where the list is read', async () => {
    const knowing = workstationIn(temporaryFolder())
    const { folder, copy } = await copied(knowing)
    const elsewhere = temporaryFolder()
    cpSync(copy, elsewhere, { recursive: true })
    const old = await opened(copy, LATER, knowing)
    expect(await actions(old)).toEqual(['destruction-list-save', 'destruction-list-save'])
    expect(await isWhole(old)).toBe(true)
    expect(await old.ask('vault.status', {})).toMatchObject({ opening: { isFirstHere: false, destroyedAgain: 0 }, log: { intact: true } })

    const list = join(temporaryFolder(), 'lijst.json')
    const here = await opened(folder, LATER)
    here.engine.grant('list', list)
    await here.ask('retention.saveList', { target: 'list' })
    const there = await opened(elsewhere, LATER, workstationIn(temporaryFolder()))
    expect(await actions(there)).toContain('search')
    there.engine.grant('list', list)
    await there.ask('retention.readList', { file: 'list' })
    expect(await actions(there)).toEqual(['destruction-list-save', 'destruction-list-save'])
    expect([await isWhole(there), there.bugs]).toEqual([true, []])
  })

  test('with a log that is not whole is left as it is, to be looked into', async () => {
    const knowing = workstationIn(temporaryFolder())
    const { copy } = await copied(knowing)
    await inVault(copy, LATER, (_context, log) => log.write((writer) => writer.run("UPDATE event SET object = 'iets anders' WHERE action = 'purpose-set'")))
    const old = await opened(copy, LATER, knowing)
    expect([await isWhole(old), (await actions(old)).includes('search')]).toEqual([false, true])
    old.engine.grant('list', join(temporaryFolder(), 'lijst.json'))
    await old.ask('retention.saveList', { target: 'list' })
    await old.ask('retention.readList', { file: 'list' })
    expect(await actions(old)).toContain('search')
  })

  test('put back beside its newer log: whole where the workstation knows of the end, and not where nobody does', async () => {
    const knowing = workstationIn(temporaryFolder())
    const { folder, copy } = await copied(knowing)
    cpSync(logFile(join(folder, 'toets.kluis')), logFile(join(copy, 'toets.kluis')))
    const unknowing = temporaryFolder()
    cpSync(copy, unknowing, { recursive: true })
    expect(await isWhole(await opened(copy, LATER, knowing))).toBe(true)
    const other = await opened(unknowing, LATER)
    expect(await other.ask('audit.verify', {})).toMatchObject({ intact: false, brokenAt: null, isHeadSound: false })
  })

  test('in which work went on before that line has lines of its own: they come up by their own term', async () => {
    const knowing = workstationIn(temporaryFolder())
    const [folder, copy] = [await used(), temporaryFolder()]
    cpSync(folder, copy, { recursive: true })
    for (const [one, text] of [[folder, 'hier'], [copy, 'daar']] as const) {
      const engine = await opened(one, '2026-11-22T09:00:00.000Z', one === folder ? knowing : noWorkstation)
      await engine.ask('purpose.set', { id: 'riec-casus', caseNumber: text })
      await engine.ask('vault.lock', {})
    }
    await (await shortened(folder, knowing, '2029-11-23T09:00:00.000Z')).ask('vault.lock', {})
    const old = await opened(copy, '2029-11-23T09:00:00.000Z', knowing)
    expect(await actions(old)).toContain('search')
    expect((await old.ask('audit.terms', {})).due).not.toBeNull()
    expect(await isWhole(old)).toBe(true)
  })
})
