import { describe, expect, test } from 'vitest'
import { currentAccount } from '../../../electron/engine/session.ts'
import { findUser, saveUser, writeMeta } from '../../../electron/engine/store/meta.ts'
import { openVault, closeVault } from '../../../electron/engine/store/vault.ts'
import { openEngine, PASSPHRASE } from '../../fixtures/engine.ts'
import { NOW } from '../../fixtures/vault.ts'

const colleague = { account: 'j.jansen', name: 'J. Jansen', roles: ['privacyOfficer' as const] }

describe('who may do what', () => {
  test('an administrator gives a colleague roles, and others later; the log says which', async () => {
    const { ask } = await openEngine(['admin', 'analyst'])
    await ask('user.set', colleague)
    await ask('user.set', { ...colleague, roles: ['reader', 'director', 'reader'] })
    const users = await ask('user.list', {})
    expect(users).toEqual([
      { ...colleague, roles: ['reader', 'director'], since: NOW },
      { account: currentAccount(), name: 'Toetser', roles: ['admin', 'analyst'], since: NOW },
    ])
    const { events } = await ask('audit.list', { limit: 200, action: 'user-change' })
    expect(events.filter(({ result }) => result === 'done').map(({ object }) => object)).toEqual([
      'j.jansen: lezer, regisseur ondermijning',
      'j.jansen: privacyfunctionaris',
    ])
  })

  test('nobody gives himself roles, and who does not administer gives none', async () => {
    const { ask, refuse } = await openEngine(['admin', 'director'])
    expect((await refuse('user.set', { account: currentAccount(), name: 'Toetser', roles: ['bibobOfficer'] })).code).toBe('own-roles')
    expect((await ask('user.list', {})).map(({ roles }) => roles)).toEqual([['admin', 'director']])
    const other = await openEngine(['director', 'privacyOfficer'])
    expect((await other.refuse('user.set', colleague)).code).toBe('role-missing')
    const analyst = await openEngine(['analyst'])
    expect((await analyst.refuse('user.list', {})).code).toBe('role-missing')
  })

  test('an account is one, however somebody writes it: the operating system lets in both', async () => {
    const { ask, refuse, inStore } = await openEngine(['admin', 'director'])
    const own = currentAccount().toUpperCase()
    expect((await refuse('user.set', { account: own, name: 'Toetser', roles: ['director'] })).code).toBe('own-roles')
    await ask('user.set', colleague)
    await ask('user.set', { ...colleague, account: 'J.JANSEN', roles: ['director'] })
    expect((await ask('user.list', {})).map(({ account, roles }) => [account, roles])).toEqual([['j.jansen', ['director']], [currentAccount(), ['admin', 'director']]])
    // what he asked for under the one spelling he cannot decide on under the other
    expect(await inStore((store) => findUser(store, own))).toEqual({ account: currentAccount(), name: 'Toetser', roles: ['admin', 'director'] })
  })

  test('the rights are gone through each quarter, by somebody who does not hand them out; the log and the vault keep that', async () => {
    const { ask, refuse, inStore } = await openEngine(['director'])
    expect(await ask('user.reviewed', {})).toEqual({ last: null, isDue: false })
    const made = (at: string) => inStore((store) => store.write((writer) => writeMeta(writer, 'created-at', at)))
    await made('2026-01-01T09:00:00.000Z')
    expect(await ask('user.reviewed', {})).toEqual({ last: null, isDue: true })
    expect((await refuse('user.review', { outcome: 'goed' })).code).toBe('bad-input')
    const last = { at: NOW, by: 'Toetser', users: 1, outcome: 'Niemand heeft meer dan nodig is.' }
    expect(await ask('user.review', { outcome: ` ${last.outcome} ` })).toEqual({ last, isDue: false })
    expect(await ask('user.reviewed', {})).toEqual({ last, isDue: false })
    const { events } = await ask('audit.list', { limit: 2, action: 'user-review' })
    expect(events[0]).toMatchObject({ object: '1 gebruiker', result: 'done' })
    await inStore((store) => store.write((writer) => writer.run("UPDATE rights_review SET at = '2026-01-01T09:00:00.000Z'")))
    expect((await ask('user.reviewed', {})).isDue).toBe(true)
    const administrator = await openEngine(['admin'])
    expect((await administrator.refuse('user.review', { outcome: last.outcome })).code).toBe('role-missing')
  })

  test('the roles hold from the next opening on', async () => {
    const { ask, file } = await openEngine(['admin'])
    await ask('vault.lock', {})
    const vault = await openVault(file, PASSPHRASE)
    vault.store.write((writer) => saveUser(writer, { account: currentAccount(), name: 'Ander', roles: ['reader'] }, NOW))
    closeVault(vault)
    expect((await ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })).actor).toMatchObject({ name: 'Ander', roles: ['reader'] })
  })
})
