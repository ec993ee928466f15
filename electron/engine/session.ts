import { statSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import type { Opening } from '#shared/contract/vault.ts'
import type { Actor, Purpose } from '#shared/model/access.ts'
import type { AuditAction, AuditResult } from '#shared/model/audit.ts'
import { chainHash } from './audit/chainHash.ts'
import { withoutBsn } from './audit/redact.ts'
import { rememberLogEnd } from './logEnd.ts'
import { ProblemError } from './problem.ts'
import { findUser, readMeta } from './store/meta.ts'
import { appendLine, type LogEntry } from './store/log.ts'
import { clearBrokenOff } from './store/rekey.ts'
import { closeVault, createVault, openVault, type Vault } from './store/vault.ts'

/** Room for every key one call can ask about: none may be looked up behind what was cut off. */
const LONGEST_OBJECT = 130_000

/** One open vault with the person at the keyboard and his purpose. */
export interface Session {
  vault: Vault
  actor: Actor
  purpose: Purpose | null
  hashKey: string
  /** tells this very file from another one put in its place */
  inode: number
  /** outcome of the verification at opening */
  logIntact: boolean
  /** what came to light of this copy of the vault when it was opened */
  opening: Opening
  /** how many proofs of destructions the workstation remembers of this vault; null when it does not know the vault */
  keptProofs: number | null
  /** locked or given up: what was still at work in it writes nothing more */
  isOver: boolean
}

/** The account of the operating system; it decides who somebody is, so no second name or password is asked. */
export function currentAccount(): string {
  return userInfo().username
}

/** Makes a vault whose maker is its first user. */
export async function startNew(file: string, passphrase: string, name: string, roles: Actor['roles'], now: string): Promise<Session> {
  const actor: Actor = { account: currentAccount(), name, roles }
  return sessionOf(await createVault(file, passphrase, actor, now), actor, file)
}

/** Opens a vault; an account it does not know may only read the index. */
export async function startExisting(file: string, passphrase: string): Promise<Session> {
  const vault = await openVault(file, passphrase)
  const clearedChange = clearBrokenOff(file)
  const account = currentAccount()
  const actor = findUser(vault.store, account) ?? { account, name: account, roles: ['reader'] }
  const session = sessionOf(vault, actor, file)
  return { ...session, opening: { ...session.opening, clearedChange } }
}

function sessionOf(vault: Vault, actor: Actor, file: string): Session {
  const hashKey = readMeta(vault.store, 'hash-key')
  if (!hashKey) throw new ProblemError('vault-damaged')
  return { vault, actor, purpose: null, hashKey, inode: statSync(file).ino, logIntact: true, opening: { isFirstHere: false, destroyedAgain: 0, clearedChange: false }, keptProofs: null, isOver: false }
}

/** Remembers the last log line inside the vault and closes both. */
export function endSession(session: Session): void {
  try {
    if (isPresent(session)) rememberLogEnd(session, false)
  } finally {
    dropSession(session)
  }
}

/** Closes the files and wipes the key: what stays of it in memory is what the runtime copied on its way to the database. */
export function dropSession(session: Session): void {
  session.isOver = true
  closeVault(session.vault)
  session.vault.key.fill(0)
}

/** Whether the vault still is the file that was opened; it can be deleted or replaced under our feet. */
export function isPresent(session: Session): boolean {
  const found = statSync(session.vault.store.file, { throwIfNoEntry: false })
  return found?.ino === session.inode
}

/**
 * Writes a line in the log and returns its number. BSNs are hashed.
 * @param purpose of the call, where another may have been chosen since
 */
export function writeLine(session: Session, line: { action: AuditAction; object?: string }, result: AuditResult, at: string, purpose = session.purpose): number {
  return appendLine(
    session.vault.log,
    {
      ...entryOf(session, at, purpose),
      action: line.action,
      object: withoutBsn(line.object ?? '', session.hashKey).slice(0, LONGEST_OBJECT),
      result,
    },
    chainHash,
  )
}

/** Who writes a line, when, why and from where. */
export function entryOf({ actor, hashKey, purpose: chosen }: Session, at: string, purpose = chosen): Omit<LogEntry, 'action' | 'object' | 'result'> {
  return { at, account: actor.account, name: actor.name, purpose: purpose?.id ?? '', caseNumber: withoutBsn(purpose?.caseNumber ?? '', hashKey), origin: hostname() }
}
