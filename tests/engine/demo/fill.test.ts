import { readdirSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { contract } from '#shared/contract/index.ts'
import { type CountView, Phenomenon } from '#shared/model/score.ts'
import { setMark } from '#shared/model/scoreSet.ts'
import { fillDemo, measureDemo, writeDemo, writeTruth, type DemoTruth } from '../../../electron/engine/demo/index.ts'
import { createCase } from '../../../electron/engine/dossier/index.ts'
import { formulas } from '../../../electron/engine/score/formulas.ts'
import { readMeta } from '../../../electron/engine/store/meta.ts'
import type { Reader, Store } from '../../../electron/engine/store/database.ts'
import { listDeliveryNames } from '../../../electron/engine/store/demo.ts'
import { newestSet, scoresOf } from '../../../electron/engine/store/scores.ts'
import { addDelivery } from '../../fixtures/register.ts'
import { contextOn, emptyStore, NOW, temporaryFolder } from '../../fixtures/vault.ts'

const SIZE = { addresses: 1_000, seed: 7 }
/** The size the command line offers; the smallest at which what was planted has to be found. */
const TOWN = { addresses: 5_000, seed: 7 }

/** The buurten classed as higher and as lower, and how many of the first were planted. */
function classed(reader: Reader, view: CountView, phenomenon: Phenomenon, { areas }: DemoTruth) {
  const scores = scoresOf(reader, newestSet(reader, formulas())?.id ?? 0, { view, level: 'buurt', phenomenon })
  const higher = scores.filter((score) => score.class === 'higher').map(({ code }) => code)
  return { higher: higher.length, found: higher.filter((code) => areas[phenomenon].includes(code)).length, lower: scores.filter((score) => score.class === 'lower') }
}

/** Whether most buurten classed as higher were planted, most that were planted are classed so, and lower is somewhere quiet. */
function found(reader: Reader, view: CountView, truth: DemoTruth) {
  const outcomes = Phenomenon.options.map((phenomenon) => classed(reader, view, phenomenon, truth))
  const sum = (of: (outcome: (typeof outcomes)[number]) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0)
  const planted = Phenomenon.options.flatMap((phenomenon) => truth.areas[phenomenon]).length
  return {
    precise: sum((outcome) => outcome.found) / sum(({ higher }) => higher) >= 0.85,
    complete: sum((outcome) => outcome.found) / planted >= 0.65 && outcomes.every((outcome) => outcome.found >= 3),
    quiet: outcomes.flatMap(({ lower }) => lower.map(({ code }) => truth.quiet.includes(code))).includes(true),
  }
}

/** A temporary folder of this test alone, so that what stays behind can be counted. */
function ownTemporaryFolder(): string {
  const folder = temporaryFolder()
  vi.stubEnv('TMPDIR', folder)
  return folder
}

afterEach(() => void vi.unstubAllEnvs())

describe('filling a vault with the demo municipality', () => {
  test('takes every delivery in, links, scores, marks the vault and leaves no file behind', async () => {
    const store = emptyStore()
    const scratch = ownTemporaryFolder()
    const steps = new Set<string>()
    const context = contextOn(store, { report: ({ step }) => void steps.add(step) })
    const { deliveries, set } = await fillDemo(context, TOWN)
    const made = newestSet(store, formulas())
    expect(contract['demo.fill'].outcome?.({ deliveries, set })).toBe(setMark({ id: made?.id ?? 0, resultHash: made?.resultHash ?? '' }))
    expect(readMeta(store, 'is-demo')).toBe('true')
    expect(readdirSync(scratch)).toEqual([])
    expect(new Set(listDeliveryNames(store).map(({ kind }) => kind))).toEqual(
      new Set(['area', 'own-area', 'address', 'person', 'company', 'office', 'ownership', 'permit', 'inspection', 'measure', 'signal']),
    )
    expect(deliveries).toBe(listDeliveryNames(store).length)
    expect(store.get('SELECT count(*) AS n FROM address')).toEqual({ n: TOWN.addresses })
    const undated = store.all<{ file: string }>('SELECT file FROM delivery WHERE reference_date IS NULL ORDER BY file')
    expect(undated.map(({ file }) => file)).toEqual(['almere-buurten-2025.geojson', 'almere-eigen-gebieden.csv', 'almere-wijken-2025.geojson', 'signalen_2023_2026.xlsx', 'signalen_bedrijventerreinen.csv'])
    expect([...steps].some((step) => step.startsWith('Koppelen: '))).toBe(true)

    vi.unstubAllEnvs()
    const folder = temporaryFolder()
    const { truth } = writeDemo(temporaryFolder(), TOWN)
    writeTruth(folder, truth)
    const measured = measureDemo(context, folder)
    expect(measured.addresses.wrong).toBe(0)
    expect(measured.addresses.recall).toBeGreaterThan(0.99)
    expect(measured.people.precision).toBe(1)
    expect(measured.people.recall).toBeGreaterThan(0.97)

    expect(found(store, 'exact', truth)).toEqual({ precise: true, complete: true, quiet: true })
    expect(found(store, 'rounded', truth)).toEqual({ precise: true, complete: true, quiet: true })
  }, 120_000)

  test('refuses a vault that holds deliveries already, and leaves it as it is', async () => {
    const store = emptyStore()
    await fillDemo(contextOn(store), { addresses: 200, seed: 1 })
    const before = listDeliveryNames(store)
    await expect(fillDemo(contextOn(store), SIZE)).rejects.toMatchObject({ problem: { code: 'vault-not-empty' } })
    expect(listDeliveryNames(store)).toEqual(before)
  })

  test.each<[string, (store: Store) => unknown]>([
    ['a delivery that was taken back', (store) => store.write((writer) => addDelivery(writer, 1, { withdrawn_at: NOW }))],
    ['a case', (store) => createCase(contextOn(store), { title: 'Toetscasus', phenomenon: 'hennep', occasion: '', goal: '', picture: { nodes: [], links: [] } })],
  ])('never makes a demo of a vault that was worked in: %s', async (_what, work) => {
    const store = emptyStore()
    work(store)
    await expect(fillDemo(contextOn(store), SIZE)).rejects.toMatchObject({ problem: { code: 'vault-not-empty' } })
    expect(readMeta(store, 'is-demo')).toBeNull()
  })

  test('a vault that is no demo vault is never measured', () => {
    expect(() => measureDemo(contextOn(emptyStore()), temporaryFolder())).toThrow(expect.objectContaining({ problem: { code: 'vault-not-demo', params: {} } }))
  })

  test('cancelled half-way, no file is left behind', async () => {
    const store = emptyStore()
    const scratch = ownTemporaryFolder()
    let calls = 0
    const checkCancelled = () => {
      calls += 1
      if (calls > 6) throw new Error('cancelled')
    }
    await expect(fillDemo(contextOn(store, { checkCancelled }), SIZE)).rejects.toThrow('cancelled')
    expect(readdirSync(scratch)).toEqual([])
  })

  test('broken off while linking, the same call goes on and ends as if it never stopped', async () => {
    const store = emptyStore()
    const report = ({ step }: { step: string }) => {
      if (step.startsWith('Koppelen: ')) throw new Error('broken off')
    }
    await expect(fillDemo(contextOn(store, { report }), { addresses: 200, seed: 1 })).rejects.toThrow('broken off')
    const taken = listDeliveryNames(store)
    expect(taken.length).toBeGreaterThan(0)
    expect(await fillDemo(contextOn(store), { addresses: 200, seed: 1 })).toMatchObject({ deliveries: taken.length })
    expect(listDeliveryNames(store)).toEqual(taken)
    expect(store.get('SELECT count(*) > 0 AS linked FROM link')).toEqual({ linked: 1 })
  })
})
