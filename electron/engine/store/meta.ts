import type { Actor, Role } from '#shared/model/access.ts'
import { Role as RoleSchema } from '#shared/model/access.ts'
import type { Reader, Writer } from './database.ts'

/** Small facts the vault keeps of itself. */
export type MetaName = 'created-at' | 'log-key' | 'log-anchor' | 'hash-key' | 'is-demo' | 'demo-size' | 'match-stamp' | 'decisions-applied' | 'record-keys'

export function readMeta(store: Reader, name: MetaName): string | null {
  return store.get<{ value: string }>('SELECT value FROM meta WHERE name = ?', name)?.value ?? null
}

export function writeMeta(writer: Writer, name: MetaName, value: string): void {
  writer.run('INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', name, value)
}

export function addUser(writer: Writer, actor: Actor, since: string): void {
  writer.run('INSERT INTO user_account (account, name, roles, since) VALUES (?, ?, ?, ?)', actor.account, actor.name, JSON.stringify(actor.roles), since)
}

/** The user behind an account of the operating system, or null when the vault does not know him. */
export function findUser(store: Reader, account: string): Actor | null {
  const row = store.get<{ name: string; roles: string }>('SELECT name, roles FROM user_account WHERE account = ?', account)
  if (!row) return null
  const roles: Role[] = RoleSchema.array().parse(JSON.parse(row.roles))
  return { account, name: row.name, roles }
}
