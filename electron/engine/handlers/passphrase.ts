import { randomBytes, timingSafeEqual } from 'node:crypto'
import { statSync } from 'node:fs'
import { contract, type ParsedOf } from '#shared/contract/index.ts'
import { ProblemError, toProblem } from '../problem.ts'
import { writeLine, type Session } from '../session.ts'
import { deriveKey } from '../store/key.ts'
import { rekeyVault } from '../store/rekey.ts'
import type { Surroundings } from '../surroundings.ts'

/** Passphrases shorter than this are refused when one is chosen; opening is never refused for it. */
const SHORTEST_PASSPHRASE = 12

/** @throws ProblemError `passphrase-weak` */
export function requireStrength(passphrase: string): void {
  if ([...passphrase].length < SHORTEST_PASSPHRASE) throw new ProblemError('passphrase-weak', { shortest: SHORTEST_PASSPHRASE })
}

/**
 * Gives the vault another passphrase, for who knows the one it has. Copies made before keep theirs.
 * @throws ProblemError `role-missing`, `passphrase-weak`, `passphrase-same`, `vault-wrong-passphrase`, `vault-in-use`, `vault-locked`, `busy`, `cancelled`
 */
export async function changePassphrase(session: Session, { now, writeCopy }: Surroundings, { current, next }: ParsedOf<'vault.changePassphrase'>, callId: number): Promise<void> {
  const line = { action: 'passphrase-change' } as const
  if (!session.actor.roles.some((role) => contract['vault.changePassphrase'].demands.roles.includes(role))) {
    writeLine(session, { action: 'access-denied', object: line.action }, 'denied', now())
    throw new ProblemError('role-missing')
  }
  requireStrength(next)
  if (next.normalize('NFC') === current.normalize('NFC')) throw new ProblemError('passphrase-same')
  writeLine(session, line, 'started', now())
  try {
    const { vault } = session
    const [known, key] = [await deriveKey(current, vault.key.subarray(32)), await deriveKey(next, randomBytes(16))]
    if (session.isOver) throw new ProblemError('vault-locked')
    if (!timingSafeEqual(known, vault.key)) throw new ProblemError('vault-wrong-passphrase')
    await rekeyVault(vault, key, (copying) => writeCopy({ callId, ...copying }), () => session.isOver)
    session.inode = statSync(vault.store.file).ino
    writeLine(session, line, 'done', now())
  } catch (error) {
    if (!session.isOver) writeLine(session, line, toProblem(error).code === 'cancelled' ? 'cancelled' : 'failed', now())
    throw error
  }
}
