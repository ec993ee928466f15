import { copyFileSync, cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/index.ts'
import { logFile } from '../../electron/engine/store/vault.ts'
import { openEngine, PASSPHRASE, startEngine, type TestEngine } from '../fixtures/engine.ts'
import { temporaryFolder } from '../fixtures/vault.ts'

const open = ({ ask }: TestEngine) => ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })
const lookUp = ({ ask }: TestEngine) => ask('search.suggest', { text: 'markerkant', kinds: [], limit: 5 })
const aCase: InputOf<'case.create'> = { title: 'Toetscasus', phenomenon: 'hennep', occasion: '', goal: '', picture: { nodes: [], links: [] } }

/** The vault as it stands on the disk when the application is killed now, opened by another one. */
function killed({ folder }: TestEngine): TestEngine {
  const copy = temporaryFolder()
  cpSync(folder, copy, { recursive: true })
  return startEngine(copy)
}

/** Puts an older log back, as somebody does who wants his look-ups gone. */
function putBack(engine: TestEngine, older: string): void {
  for (const tail of ['-wal', '-shm']) rmSync(logFile(engine.file) + tail, { force: true })
  copyFileSync(older, logFile(engine.file))
}

function copyOfLog(engine: TestEngine): string {
  const older = join(temporaryFolder(), 'ouder')
  copyFileSync(logFile(engine.file), older)
  return older
}

describe('a log that does not fit its vault', () => {
  test.each([
    ['put back as it was before a sitting', (engine: TestEngine, older: string) => putBack(engine, older)],
    ['deleted', (engine: TestEngine) => rmSync(logFile(engine.file))],
  ])('%s: is seen at opening, and at every opening after that', async (_what, tamper) => {
    const engine = await openEngine()
    await engine.ask('vault.lock', {})
    const older = copyOfLog(engine)
    await open(engine)
    await engine.ask('purpose.set', { id: 'riec-casus', caseNumber: 'T-1' })
    await lookUp(engine)
    await engine.ask('vault.lock', {})
    tamper(engine, older)
    for (let sitting = 1; sitting <= 2; sitting += 1) {
      expect((await open(engine)).log?.intact, `sitting ${sitting}`).toBe(false)
      expect((await engine.ask('audit.verify', {})).intact, `sitting ${sitting}`).toBe(false)
      const { events } = await engine.ask('audit.list', { limit: 200, action: 'vault-open' })
      expect(events[0]?.object).toBe('het logboek klopt niet met de kluis')
      await engine.ask('vault.lock', {})
    }
  })
})

describe('a sitting that was broken off', () => {
  test('leaves its opening and its changes in the vault: a log from before does not fit', async () => {
    const engine = await openEngine()
    await engine.ask('vault.lock', {})
    const older = copyOfLog(engine)
    await open(engine)
    const after = killed(engine)
    putBack(after, older)
    expect((await open(after)).log?.intact).toBe(false)
  })

  test('is told in the log by the next one, with the line up to which the vault vouches', async () => {
    const engine = await openEngine()
    await engine.ask('case.create', aCase)
    const { events: before } = await engine.ask('audit.list', { limit: 1 })
    await lookUp(engine)
    const after = killed(engine)
    expect((await open(after)).log?.intact).toBe(true)
    const { events } = await after.ask('audit.list', { limit: 1, action: 'vault-open' })
    expect(events[0]?.object).toBe(`een andere zitting loopt nog of is afgebroken; logboek geborgd tot en met regel ${before[0]?.seq}`)
  })

  test('one that was locked leaves no such remark', async () => {
    const engine = await openEngine()
    await engine.ask('vault.lock', {})
    await open(engine)
    const { events } = await engine.ask('audit.list', { limit: 1, action: 'vault-open' })
    expect(events[0]?.object).toBe('')
  })
})
