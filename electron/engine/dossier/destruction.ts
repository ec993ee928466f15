import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { DestroyedKind, Destruction, DestructionGround } from '#shared/model/destruction.ts'
import type { CallContext } from '../context.ts'
import { maskBsn } from '../normalise/maskBsn.ts'
import { ProblemError } from '../problem.ts'
import type { Reader, Writer } from '../store/database.ts'
import { dropDestruction, findAsked, insertDestruction, listDestructionRows, overwriting, proveDestruction, type DestructionRow, type ProofRow } from '../store/destructions.ts'

type Asking = Pick<CallContext, 'store' | 'actor' | 'now'>

/** Something that is destroyed by two people: one asks, another decides, a proof stays. */
export interface Destroyable {
  kind: DestroyedKind
  /** its number when it may be asked for on this ground; @throws ProblemError when it is not there or may not go */
  numberOf(reader: Reader, id: number, now: string, ground: DestructionGround): string
  /** @throws ProblemError when it may not be destroyed now */
  requireDue(reader: Reader, id: number, now: string, ground: DestructionGround): void
  /** all it holds, for the hash, and how much of what */
  contentOf(reader: Reader, id: number, now: string): { content: unknown; held: Record<string, number> }
  /** by what another copy of this vault, or a later delivery, knows it again */
  markOf(reader: Reader, id: number, hashKey: string): Uint8Array
  /** where it is many: the marks of all it holds, one behind the other */
  partMarksOf?(reader: Reader, id: number, hashKey: string, now: string): Uint8Array
  /** deletes it with everything in it */
  remove(writer: Writer, id: number, now: string): void
  /** Deletes what these proofs of another copy are about. @returns of how much there was something */
  removeMarked(writer: Writer, proofs: readonly ProofRow[], hashKey: string): number
}

/** What is asked to be destroyed, and the proofs of what was. */
export function listDestructions({ store }: Pick<CallContext, 'store'>, { kind }: Pick<Destroyable, 'kind'>): Destruction[] {
  return listDestructionRows(store, kind).map(shownDestruction)
}

/** The proofs alone, each with what it is about. */
export function listProofs(context: Pick<CallContext, 'store'>, kind: DestroyedKind): (Destruction & { kind: DestroyedKind })[] {
  return listDestructions(context, { kind }).flatMap((one) => (one.destroyedAt === '' ? [] : [{ ...one, kind }]))
}

/** Asks for something to be destroyed; somebody else decides. @throws ProblemError `not-found`, or that its time has not come */
export function askDestruction({ store, actor, now }: Asking, what: Destroyable, { id, motive, ground = 'term' }: { id: number; motive: string; ground?: DestructionGround }): Destruction {
  const number = what.numberOf(store, id, now, ground)
  const asked = { subjectId: id, number, ground, motive: maskBsn(motive), askedAccount: actor.account, askedBy: actor.name, askedAt: now }
  store.write((writer) => {
    dropDestruction(writer, what.kind, id)
    insertDestruction(writer, what.kind, asked)
  })
  return shownDestruction({ ...asked, destroyedBy: '', destroyedAt: '', contentHash: '', held: '{}' })
}

/**
 * Destroys it with all it holds, or refuses to: by somebody else than who asked. Its number is never given out again.
 * @throws ProblemError `not-found`, `second-person`, or that its time has not come
 */
export function decideDestruction({ store, actor, now, hashKey }: Asking & Pick<CallContext, 'hashKey'>, what: Destroyable, { id, approve }: { id: number; approve: boolean }): null {
  const asked = findAsked(store, what.kind, id)
  if (!asked) throw new ProblemError('not-found', { what: 'De aanvraag' })
  if (asked.askedAccount === actor.account) throw new ProblemError('second-person')
  if (approve) what.requireDue(store, id, now, asked.ground)
  store.write((writer) => {
    if (!approve) return dropDestruction(writer, what.kind, id)
    const { content, held } = what.contentOf(writer, id, now)
    const contentHash = createHash('sha256').update(JSON.stringify(content)).digest('hex')
    const mark = what.markOf(writer, id, hashKey)
    const partMarks = what.partMarksOf?.(writer, id, hashKey, now) ?? new Uint8Array()
    overwriting(writer, () => what.remove(writer, id, now))
    proveDestruction(writer, what.kind, id, { account: actor.account, by: actor.name, at: now, mark, partMarks, contentHash, held })
  })
  return null
}

/** Bytes of the mark of one among many. */
export const PART = 16

/** The marks of all that a proof of many is about, in hex. */
export function partsOf({ partMarks }: ProofRow): Set<string> {
  return new Set(partMarks.match(new RegExp(`.{${PART * 2}}`, 'g')))
}

const Held = z.record(z.string(), z.number().int())

/** Without whose account it was. */
export function shownDestruction({ askedAccount: _account, held, ...row }: DestructionRow): Destruction {
  return { ...row, held: Held.parse(JSON.parse(held)) }
}
