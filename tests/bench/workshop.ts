import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Progress } from '#shared/contract/events.ts'
import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/index.ts'
import { makeEngine, type Engine } from '../../electron/engine/engine.ts'
import type { WrittenFile, DemoTruth } from '../../electron/engine/demo/index.ts'
import { writeDemo, writeTruth } from '../../electron/engine/demo/index.ts'
import { noWorkstation } from '../../electron/engine/workstation.ts'
import { openDatabase, type Store } from '../../electron/engine/store/database.ts'
import { migrate, readMigrations } from '../../electron/engine/store/migrate.ts'
import type { Size } from './measurement.ts'

const SEED = 7
export const PASSPHRASE = 'vijf woorden voor de meetbank'
let folder: string | null = null
const engines: Engine[] = []

const NAME = 'signaal-bench-'

/** A folder of this run, for everything the groups make. */
export function workshop(...parts: string[]): string {
  folder ??= newFolder()
  return join(folder, ...parts)
}

/** Its name carries the number of this process: what a run that was broken off left behind, gigabytes of it, goes when the next one starts. */
function newFolder(): string {
  for (const name of readdirSync(tmpdir())) {
    const [, left] = new RegExp(`^${NAME}(\\d+)-`).exec(name) ?? []
    if (left !== undefined && !isRunning(Number(left))) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
  return mkdtempSync(join(tmpdir(), `${NAME}${process.pid}-`))
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

export async function removeWorkshop(): Promise<void> {
  for (const engine of engines) await engine.stop()
  if (folder !== null) rmSync(folder, { recursive: true, force: true })
}

/** The engine with a vault open, through the contract. */
export interface BenchEngine {
  ask<N extends ProcedureName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  grant(path: string): string
  file: string
}

/** @param onProgress what its jobs report */
export async function benchEngine(name: string, onProgress: (progress: Progress) => void = () => undefined): Promise<BenchEngine> {
  const engine = makeEngine({
    workstation: noWorkstation,
    now: () => new Date().toISOString(),
    print: () => Promise.resolve(new Uint8Array()),
    announce: (event) => {
      if (event.type === 'progress') onProgress(event.progress)
    },
    reportBug: (call, _id, error) => process.stderr.write(`${call}: ${error instanceof Error ? (error.stack ?? '') : ''}\n`),
  })
  engines.push(engine)
  let calls = 0
  const file = workshop(`${name}.kluis`)
  const grant = (path: string): string => {
    const token = randomBytes(8).toString('hex')
    engine.grant(token, path)
    return token
  }
  const ask = async (procedure: string, input: unknown): Promise<unknown> => {
    const reply = await engine.ask((calls += 1), procedure, input)
    if (!reply.ok) throw new Error(`${procedure}: ${reply.problem.code}`)
    return reply.value
  }
  await ask('vault.create', { file: grant(file), passphrase: PASSPHRASE, name: 'Meetbank', roles: ['analyst', 'director', 'bibobOfficer', 'admin'], isDemo: true })
  return { ask: typed(ask), grant, file }
}

/** Answers are taken as the contract promises them; checking them is what the tests do. */
function typed(ask: (name: string, input: unknown) => Promise<unknown>): BenchEngine['ask'] {
  const promise: { [N in ProcedureName]?: OutputOf<N> } = {}
  return async <N extends ProcedureName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> => {
    const value = await ask(name, input)
    Reflect.set(promise, name, value)
    const answer = promise[name]
    if (answer === undefined) throw new Error(`${name} gave nothing`)
    return answer
  }
}

/** A vault with the demo municipality in it, linked and scored, and what is known of it. */
export interface DemoVault extends BenchEngine {
  addresses: number
  files: WrittenFile[]
  truth: DemoTruth
  truthFolder: string
}

const demos = new Map<number, Promise<DemoVault>>()

/** Made once per run; the groups that read share it. */
export function demoVault(size: Size): Promise<DemoVault> {
  return madeOnce(size === 'vol' ? 300_000 : 10_000)
}

/** The size the command line offers, at which most buurten count a handful of events. */
export function smallDemoVault(): Promise<DemoVault> {
  return madeOnce(5_000)
}

function madeOnce(addresses: number): Promise<DemoVault> {
  const known = demos.get(addresses) ?? makeDemoVault(addresses)
  demos.set(addresses, known)
  return known
}

async function makeDemoVault(addresses: number): Promise<DemoVault> {
  const { files, truth } = writeDemo(workshop(`leveringen-${addresses}`), { addresses, seed: SEED })
  const truthFolder = workshop(`waarheid-${addresses}`)
  writeTruth(truthFolder, truth)
  const engine = await benchEngine(`demo-${addresses}`)
  await engine.ask('purpose.set', { id: 'gegevensbeheer', caseNumber: '' })
  await engine.ask('demo.fill', { addresses, seed: SEED })
  await engine.ask('purpose.set', { id: 'riec-casus', caseNumber: 'meetbank' })
  return { ...engine, addresses, files, truth, truthFolder }
}

/** An empty encrypted database with the tables of the vault, without engine around it. */
export function emptyStore(name: string): Store {
  mkdirSync(workshop(), { recursive: true })
  const store = openDatabase(workshop(`${name}.kluis`), randomBytes(48), 'job')
  migrate(store, readMigrations('vault'))
  return store
}
