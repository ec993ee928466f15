import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/index.ts'
import { lastRun } from '../../electron/engine/findings/runFindings.ts'
import type { Reader } from '../../electron/engine/store/database.ts'
import { PASSPHRASE, putVault, startEngine, type TestEngine } from '../fixtures/engine.ts'
import { runKilled, type Call, type Death, type Ending } from '../fixtures/engineProcess.ts'
import { temporaryFolder } from '../fixtures/vault.ts'

/** The engine in a process of its own, killed in the middle of what it does; taking a delivery in is in `import/crash.test.ts`. */
const ROLES = ['director', 'analyst', 'admin'] as const
const open: Call = { name: 'vault.open', input: { file: 'vault', passphrase: PASSPHRASE } }
const purpose: Call = { name: 'purpose.set', input: { id: 'riec-casus', caseNumber: 'T-2026-1' } }

/** Everything in the vault but what a sitting itself leaves there. */
function contentOf(reader: Reader): Record<string, string> {
  const tables = reader.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT IN ('meta', 'sqlite_stat1', 'sqlite_stat4') ORDER BY name")
  return Object.fromEntries(tables.map(({ name }) => {
    const hash = createHash('sha256')
    for (const row of reader.each<object>(`SELECT * FROM "${name.replaceAll('"', '""')}"`)) hash.update(JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)))
    return [name, hash.digest('hex')]
  }))
}

/** A vault with a small municipality, one delivery that is not linked yet, a case, and one whose destruction a colleague asked for. */
async function makeVault(folder: string): Promise<void> {
  await putVault(ROLES, folder)
  const made = startEngine(folder)
  await made.ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })
  await made.ask('demo.fill', { addresses: 300, seed: 7 })
  await made.ask('purpose.set', { id: 'riec-casus', caseNumber: 'T-2026-1' })
  const aCase = (title: string): InputOf<'case.create'> => ({ title, phenomenon: 'hennep', occasion: '', goal: '', picture: { nodes: [], links: [] } })
  await made.ask('case.create', aCase('Blijft'))
  const { id } = await made.ask('case.create', aCase('Gaat'))
  await made.ask('case.close', { id, closing: { result: 'De loods is drie maanden gesloten.', retentionClass: 'regular', monitoringUntil: '2027-01-31' }, scoreRole: { played: 'none', explanation: '' } })
  const file = join(folder, 'signalen.csv')
  writeFileSync(file, 'Signaalnummer;Afdeling;Soort signaal;Fenomeen;Ontvangstdatum;BAG nummeraanduiding\nS-1;Toezicht;overlast;hennep;01-06-2026;0034200000000001\n')
  made.engine.grant('bron', file)
  await made.ask('purpose.set', { id: 'gegevensbeheer', caseNumber: '' })
  const { sheets } = await made.ask('sources.inspect', { file: 'bron' })
  await made.ask('sources.import', { file: 'bron', sheets: sheets.flatMap(({ proposal }) => (proposal ? [proposal] : [])) })
  await made.ask('vault.lock', {})
  await made.inStore((store) => store.write((writer) => {
    writer.run("UPDATE case_closing SET closed_at = '2020-03-01T09:00:00.000Z', monitoring_until = '2020-06-30'")
    writer.run(
      `INSERT INTO destruction (kind, subject_id, number, motive, asked_account, asked_by, asked_at)
       SELECT 'case', id, number, 'De bewaartermijn van vijf jaar is om.', 'collega', 'C. Collega', '2026-01-05T09:00:00.000Z' FROM case_file WHERE status = 'closed'`,
    )
  }))
}

const deeds: readonly Call[] = [
  { name: 'link.run', input: {} },
  { name: 'score.run', input: {} },
  { name: 'case.export', input: { id: 1, folder: 'map', recipients: 'RIEC' } },
  { name: 'case.decideDestruction', input: { id: 2, approve: true } },
]

/** What every deed begins with: the files of a vault, and what they hold. */
interface Pristine {
  files: readonly { name: string; bytes: Uint8Array }[]
  content: Record<string, string>
}

let made: Promise<Pristine> | null = null

/** Made once: filling a municipality takes longer than most of what is killed. */
async function makePristine(): Promise<Pristine> {
  const folder = temporaryFolder()
  await makeVault(folder)
  const content = await startEngine(folder).inStore(contentOf)
  return { files: readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) })), content }
}

/** The same vault again, in which a deed is done by a process that is killed. */
async function afterDeath({ files }: Pristine, deed: Call, death: Death): Promise<{ after: TestEngine; ending: Ending; left: string[] }> {
  const folder = temporaryFolder()
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes)
  const target = join(folder, 'map')
  mkdirSync(target)
  const ending = await runKilled({ vault: join(folder, 'toets.kluis'), map: target }, [open, purpose, deed], death)
  return { after: startEngine(folder), ending, left: readdirSync(target) }
}

/** The moments of a deed that told its progress so often: at its start, on the way, and when it had told everything. */
function momentsOf(told: number): number[] {
  return [...new Set([0, Math.ceil(told / 2), told])]
}

/** What may have changed in the vault: nothing, all, and of linking the links without the findings, which then are told to be of before. */
function outcomesOf({ name }: Call, changed: readonly string[]): (readonly string[])[] {
  const links = changed.filter((table) => !table.startsWith('finding'))
  return name === 'link.run' ? [[], links, changed] : [[], changed]
}

const isUnfinished = (name: string) => name.endsWith('.deel')

/** A test waits for its processes to end, however long a busy machine takes; this is for one that never does. */
const GUARD = 240_000

test.each(deeds.map((deed) => ({ name: deed.name, deed })))('killed in $name: nothing or all of it is done, the log holds, the next sitting is told, and it can be done again', async ({ deed }) => {
  made ??= makePristine()
  const pristine = await made
  const differing = (content: Record<string, string>) => Object.keys(content).filter((table) => content[table] !== pristine.content[table])
  const whole = await afterDeath(pristine, deed, null)
  const changed = differing(await whole.after.inStore(contentOf))
  expect([deed.name, whole.ending.isAnswered, changed.length > 0]).toEqual([deed.name, true, true])
  for (const moment of momentsOf(whole.ending.told)) {
    const { after, ending, left } = await afterDeath(pristine, deed, { told: moment })
    const when = `${deed.name}, killed at ${moment} of ${whole.ending.told}`
    const content = await after.inStore((store) => ({ check: store.get('PRAGMA integrity_check'), tables: contentOf(store) }))
    expect(content.check, when).toEqual({ integrity_check: 'ok' })
    const found = differing(content.tables)
    expect(ending.isAnswered ? [changed] : outcomesOf(deed, changed), when).toContainEqual(found)
    if (found.length > 0 && found.length < changed.length) expect(await after.inStore((store) => lastRun({ store })), when).toMatchObject({ isStale: true })
    // every file comes to its name whole, but not all at one moment
    expect(whole.left, when).toEqual(expect.arrayContaining(left.filter((name) => !isUnfinished(name))))

    expect((await after.ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })).log?.intact, when).toBe(true)
    expect((await after.ask('audit.verify', {})).intact, when).toBe(true)
    const { events } = await after.ask('audit.list', { limit: 1, action: 'vault-open' })
    expect(events[0]?.object, when).toMatch(/^een andere zitting loopt nog of is afgebroken; logboek geborgd tot en met regel \d+$/)
    await after.ask('vault.lock', {})
    if (found.length > 0 || moment < whole.ending.told / 2) continue
    const target = join(after.folder, 'map')
    expect((await runKilled({ vault: after.file, map: target }, [open, purpose, deed], null)).isAnswered, when).toBe(true)
    expect(readdirSync(target).filter(isUnfinished), when).toEqual([])
  }
}, GUARD)
