import { type Actor, isSameAccount, Role } from '#shared/model/access.ts'
import type { Reader, Writer } from './database.ts'

/** Small facts the vault keeps of itself. */
export type MetaName = 'created-at' | 'log-key' | 'log-anchor' | 'hash-key' | 'is-demo' | 'demo-size' | 'match-stamp' | 'decisions-applied' | 'record-keys' | 'search-words'

export function readMeta(store: Reader, name: MetaName): string | null {
  return store.get<{ value: string }>('SELECT value FROM meta WHERE name = ?', name)?.value ?? null
}

export function writeMeta(writer: Writer, name: MetaName, value: string): void {
  writer.run('INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', name, value)
}

/** Makes a user known, or gives one who is known other roles. */
export function saveUser(writer: Writer, { account, name, roles }: Actor, since: string): void {
  writer.run(
    'INSERT INTO user_account (account, name, roles, since) VALUES (?, ?, ?, ?) ON CONFLICT (account) DO UPDATE SET name = excluded.name, roles = excluded.roles, since = excluded.since',
    account, name, JSON.stringify(roles), since,
  )
}

/** Everybody the vault knows, by name. */
export function listUsers(store: Reader): (Actor & { since: string })[] {
  const rows = store.all<{ account: string; name: string; roles: string; since: string }>('SELECT account, name, roles, since FROM user_account ORDER BY name, account')
  return rows.map((row) => ({ ...row, roles: Role.array().parse(JSON.parse(row.roles)) }))
}

/** The user behind an account of the operating system, as the vault writes it, or null when the vault does not know him. */
export function findUser(store: Reader, account: string): Actor | null {
  const user = listUsers(store).find((known) => isSameAccount(known.account, account))
  return user ? { account: user.account, name: user.name, roles: user.roles } : null
}
