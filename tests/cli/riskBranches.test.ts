import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decideRisk } from '../../electron/engine/score/index.ts'
import { closeVault, openVault } from '../../electron/engine/store/vault.ts'
import { contextOn, temporaryFolder } from '../fixtures/vault.ts'
import { PASSPHRASE, type } from './terminal.ts'

const motive = ['--motivering', 'Uit de controles van dit jaar blijkt dat dit hoort.']
const set = (codes: string) => ['--zet', 'Adviesbureaus', '--codes', codes, '--fenomenen', 'witwassen, Hennep', '--reden', 'Facturen zonder prestatie.', '--bron', 'Eigen oordeel', ...motive]

/** Decides as somebody with another account would. */
async function approveAsAnother(file: string, id: number): Promise<void> {
  const vault = await openVault(file, PASSPHRASE)
  decideRisk(contextOn(vault.store, { actor: { account: 'ander', name: 'Ander', roles: ['director'] } }), { id, approve: true, motive: 'Akkoord na bespreking in het overleg.' })
  closeVault(vault)
}

test('risicobranches shows the list, takes a proposal, and leaves the decision to another', async () => {
  const vault = join(temporaryFolder(), 'toets.kluis')
  const ask = (...words: string[]) => type(['risicobranches', vault, ...words, '--json'])
  await type(['nieuw', vault])
  const before = (await ask()).json()
  expect(before).toMatchObject({ lijst: { versie: 1, branches: expect.arrayContaining([expect.objectContaining({ codes: expect.any(Object) })]) }, wijzigingen: [] })

  const wrong = await ask(...set('2025:45112'))
  expect([wrong.code, wrong.error.join(' ')]).toEqual([1, expect.stringContaining('SBI 2025: 45112')])

  const entry = { naam: 'Adviesbureaus', codes: { 2008: ['7022', '7021'], 2025: ['7020'] }, fenomenen: ['witwassen', 'hennep'], reden: 'Facturen zonder prestatie.', bron: 'Eigen oordeel' }
  const proposed = await ask(...set('2008:7022,2008:7021,2025:7020'))
  expect(proposed.json()).toMatchObject({ lijst: { versie: 1 }, wijzigingen: [{ nummer: 1, wordt: entry, besluit: 'wacht op besluit', eigen: true }] })
  const own = await ask('--besluit', '1', '--uitkomst', 'goed', ...motive)
  expect([own.code, own.error.length > 0]).toEqual([1, true])

  await approveAsAnother(vault, 1)
  expect((await ask()).json()).toMatchObject({ lijst: { versie: 2, branches: expect.arrayContaining([entry]) }, wijzigingen: [{ besluit: 'goedgekeurd', besloten_door: 'Ander', versie: 2 }] })

  await ask('--haal', 'Adviesbureaus', ...motive)
  const words = await type(['risicobranches', vault])
  expect(words.out.join('\n')).toMatch(/^Lijst van risicobranches, versie 2, vastgesteld 21-11-2026 door .* \(voorstel\), Ander \(besluit\)\./)
  expect(words.out.join('\n')).toContain('Adviesbureaus (witwassen, hennep): SBI 2008: 7022, 7021; SBI 2025: 7020')
  expect(words.out.join('\n')).toContain('2. Adviesbureaus van de lijst, door ')
})
