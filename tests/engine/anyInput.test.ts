import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contract } from '#shared/contract/index.ts'
import { recordId } from '#shared/model/recordId.ts'
import { purposeChoices } from '../../electron/engine/handlers/session.ts'
import { inputsOf, type Likely } from '../fixtures/anyInput.ts'
import { fillCaseVault } from '../fixtures/caseVault.ts'
import { openEngine, type TestEngine } from '../fixtures/engine.ts'

/** An engine on a vault with rows, a network and a case, with files to read and places to write to. */
async function filledEngine(): Promise<{ started: TestEngine; likely: Likely }> {
  const started = await openEngine(['director', 'analyst', 'bibobOfficer', 'admin', 'privacyOfficer'])
  const { keys, picture } = await started.inStore((store) => {
    const mapping = { headerRow: 1, columns: [{ column: 0, heading: 'Nummer', field: 'signal_number', reason: '' }], layout: { format: 'xlsx' } }
    const filled = fillCaseVault(store)
    store.write((writer) => writer.run('UPDATE delivery SET mapping = ?', JSON.stringify(mapping)))
    return filled
  })
  await started.ask('case.create', { title: 'Toetscasus', phenomenon: 'hennep', occasion: '', goal: '', picture })
  const [source, out] = [join(started.folder, 'bron.csv'), join(started.folder, 'uit')]
  writeFileSync(source, 'Nummeraanduiding;Openbare ruimte;Huisnummer;Postcode;Woonplaats\n0034200000000001;Straat;1;1315AB;Almere\n')
  mkdirSync(out)
  started.engine.grant('bron', source)
  started.engine.grant('map', out)
  started.engine.grant('doel', join(out, 'doel'))
  return {
    started,
    likely: {
      keys: [...Object.values(keys), 'person:999', 'company:0', 'address:9999999999999999'],
      numbers: [1, 2, 5, recordId(1, 1), recordId(2, 20), recordId(2, 40), recordId(3, 5)],
      texts: { file: ['bron', 'map'], target: ['doel', 'map'], folder: ['map', 'bron'], kind: ['address', 'signal'], code: ['BU00340101'], destination: ['C-2026-0001'], sheet: ['bron'] },
    },
  }
}

/** What ends the sitting or makes another one, and what chooses the purpose the others are asked under. */
const sitting = new Set(['vault.lock', 'vault.open', 'vault.create', 'purpose.set'])
const procedures = Object.entries(contract).filter(([name]) => !sitting.has(name))

/** The call with the fault of ours it met, if any; values are shown, for they are made up. */
async function faultOf({ engine, bugs }: TestEngine, name: string, input: unknown): Promise<string | null> {
  const reply = await engine.ask(1, name, input)
  return !reply.ok && reply.problem.code === 'internal' ? `${name} ${JSON.stringify(input)}: ${bugs.at(-1)}` : null
}

test('whatever the contract admits gives an answer or a problem that can be told, never a fault of ours', async () => {
  const { started, likely } = await filledEngine()
  for (const [name, { input, kind, demands }] of procedures) {
    const purpose = purposeChoices().find(({ compartments, roles }) => compartments.includes(demands.compartment) && roles.some((role) => demands.roles.includes(role)))
    await started.ask('purpose.set', { id: purpose?.id ?? 'riec-casus', caseNumber: 'T-1' })
    await fc.assert(fc.asyncProperty(inputsOf(input, likely), async (given) => {
      expect(await faultOf(started, name, given)).toBeNull()
    }), { numRuns: kind === 'job' ? 1 : 6 })
  }
}, 120_000)

const nonsense = fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true, withTypedArray: true, maxDepth: 2 })

test('whatever else is asked is refused as bad input, or answered', async () => {
  const { started } = await filledEngine()
  for (const [name] of Object.entries(contract)) {
    if (name === 'vault.lock') continue
    await fc.assert(fc.asyncProperty(nonsense, async (given) => {
      expect(await faultOf(started, name, given)).toBeNull()
    }), { numRuns: 10 })
  }
}, 60_000)
