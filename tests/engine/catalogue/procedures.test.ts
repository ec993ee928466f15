import { expect, test } from 'vitest'
import { recordId } from '../../../shared/model/recordId.ts'
import { closeVault, openVault } from '../../../electron/engine/store/vault.ts'
import { openEngine, PASSPHRASE, type TestEngine } from '../../fixtures/engine.ts'
import { addAddress, addDelivery, addRecord } from '../../fixtures/register.ts'

const here = { given_street: 'Markerkant', given_number: 12, given_postcode: '1314AN' }

/** Puts records in the vault behind an open engine, as an import would. */
async function fill({ file }: TestEngine): Promise<void> {
  const vault = await openVault(file, PASSPHRASE)
  vault.store.write((writer) => {
    for (const id of [1, 2, 3, 4]) addDelivery(writer, id)
    addAddress(writer, 1, { id: 34_200_000_000_001, street: 'Markerkant', number: 12, postcode: '1314AN' })
    addRecord(writer, 'company_record', 2, 2, { kvk: 1234567, name: 'Polderglas B.V.', ...here })
    addRecord(writer, 'person_record', 3, 2, { given_names: 'Jan', family_name: 'Vries', birth_date: '1980-05-17', ...here })
    addRecord(writer, 'signal_record', 4, 2, { department: 'Toezicht', ...here })
  })
  closeVault(vault)
}

test('link, search and look up through the contract, each with its line in the log', async () => {
  const started = await openEngine(['director', 'analyst'])
  await fill(started)
  expect(await started.ask('link.run', {})).toMatchObject({ addresses: { exact: 3 }, links: { 'established-at': 1, 'lives-at': 1 } })
  expect(started.events).toContainEqual(expect.objectContaining({ type: 'progress', progress: expect.objectContaining({ step: 'Adressen koppelen', total: 3 }) }))

  const { hits } = await started.ask('search.suggest', { text: 'markerkant', kinds: [], limit: 5 })
  expect(hits.map(({ key }) => key)).toEqual(['address:0034200000000001'])
  const key = 'address:0034200000000001'
  const { departments } = await started.ask('reference.lookup', { key })
  expect(departments.map(({ department, isHit }) => [department, isHit])).toEqual([['Toezicht', true]])
  expect((await started.ask('address.get', { key })).facts).toHaveLength(2)
  expect((await started.ask('company.get', { key: 'company:1' })).title).toBe('Polderglas B.V.')
  expect((await started.ask('person.get', { key: 'person:1' })).title).toBe('Jan Vries')
  expect((await started.refuse('person.get', { key: 'person:2' })).code).toBe('not-found')
  const explained = await started.ask('address.explain', { recordId: recordId(3, 2) })
  expect([explained.method, explained.match, explained.candidates]).toEqual(['exact', { key, label: 'Markerkant 12, Almere' }, []])
  expect(explained.steps.at(-1)).toBe('Eén adres past: letterlijk hetzelfde.')
  expect((await started.refuse('address.explain', { recordId: recordId(3, 3) })).code).toBe('not-found')

  const { events } = await started.ask('audit.list', { limit: 20 })
  const lines = events.map(({ action, object, result }) => [action, object, result]).reverse()
  expect(lines.slice(lines.findIndex(([action]) => action === 'link-run'))).toEqual([
    ['link-run', '', 'started'], ['link-run', '', 'done'], ['search', 'markerkant', 'done'], ['reference-lookup', key, 'done'], ['address-view', key, 'done'],
    ['company-view', 'company:1', 'done'], ['person-view', 'person:1', 'done'], ['person-view', 'person:2', 'failed'],
    ['evidence-view', `adres van bronrij ${recordId(3, 2)}`, 'done'], ['evidence-view', `adres van bronrij ${recordId(3, 3)}`, 'failed'],
  ])
})

test('nothing is looked up without a purpose', async () => {
  const started = await openEngine(['director', 'analyst'])
  await fill(started)
  await started.ask('vault.lock', {})
  await started.ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })
  expect((await started.refuse('search.suggest', { text: 'markerkant', kinds: [], limit: 5 })).code).toBe('purpose-missing')
  expect((await started.refuse('address.get', { key: 'address:0034200000000001' })).code).toBe('purpose-missing')
  expect((await started.refuse('link.run', {})).code).toBe('purpose-missing')
})

test('a reader may ask which departments know an address, and nothing more', async () => {
  const started = await openEngine(['reader'])
  await fill(started)
  expect((await started.refuse('link.run', {})).code).toBe('role-missing')
  expect(await started.ask('reference.lookup', { key: 'address:0034200000000001' })).toEqual({ departments: [{ department: 'Toezicht', isHit: false, references: [], alsoAt: [] }] })
  expect((await started.refuse('search.suggest', { text: 'markerkant', kinds: [], limit: 5 })).code).toBe('role-missing')
  expect((await started.refuse('address.get', { key: 'address:0034200000000001' })).code).toBe('role-missing')
})
