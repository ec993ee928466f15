import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeJobRunner } from '../../../electron/engine/jobs/start.ts'
import { readMeta } from '../../../electron/engine/store/meta.ts'
import type { JobEnd } from '../../fixtures/dyingJob.ts'
import { contextOn, emptyStore, vaultKey } from '../../fixtures/vault.ts'

const DYING = join(import.meta.dirname, '..', '..', 'fixtures', 'dyingJob.ts')
const lender = { report: () => undefined, print: () => Promise.resolve(new Uint8Array()) }

/** Runs a job of {@link DYING} on a vault of its own, and says what came of it and what it left in the vault. */
async function run(name: JobEnd): Promise<{ outcome: unknown; left: string | null }> {
  const store = emptyStore()
  const { actor, purpose, logLine, hashKey, now } = contextOn(store)
  const job = makeJobRunner(DYING).start({ callId: 1, name, input: {}, file: store.file, key: Uint8Array.from(vaultKey), hashKey, actor, purpose, logLine, now }, new Map(), lender)
  const outcome = await job.result.catch((error: unknown) => error)
  return { outcome, left: readMeta(store, 'demo-size') ?? null }
}

test.each<JobEnd>(['loses the thread beside', 'loses its own'])('a job that %s ends at once with a sentence, and the vault is as it was', async (name) => {
  expect(await run(name)).toEqual({ outcome: expect.objectContaining({ problem: { code: 'work-stopped', params: {} } }), left: null })
})

test('a job that ends the thread beside by itself goes on', async () => {
  expect(await run('ends the thread beside')).toEqual({ outcome: 'done', left: 'half' })
})
