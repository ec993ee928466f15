import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { DestroyedKind, DestructionGround } from '#shared/model/destruction.ts'
import { ProblemError } from '../problem.ts'
import type { ProofRow } from '../store/destructions.ts'
import { keyedHash } from './redact.ts'

const CIPHER = 'aes-256-gcm'
const FORMAT = 'signaleringstool-vernietigingslijst'

const Hex = z.string().regex(/^([0-9a-f]{2})*$/)
const SealedList = z.object({ formaat: z.literal(FORMAT), versie: z.literal(1), kluis: Hex, iv: Hex, tag: Hex, inhoud: Hex })

const Proof = z.object({
  kind: DestroyedKind,
  subjectId: z.number().int(),
  number: z.string(),
  mark: Hex.length(64),
  partMarks: Hex.default(''),
  // a list of before this was told held nothing else
  ground: DestructionGround.default('term'),
  motive: z.string(),
  askedAccount: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
  destroyedAccount: z.string(),
  destroyedBy: z.string(),
  destroyedAt: z.string(),
  contentHash: z.string(),
  held: z.string(),
}) satisfies z.ZodType<ProofRow>

/**
 * The proofs of what was destroyed as a text that only copies of the same vault can read, and that none but they can have made
 * (AES-256-GCM under a key that follows from the vault's own).
 * @param hashKey hex key of the vault
 */
export function sealList(proofs: readonly ProofRow[], hashKey: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv(CIPHER, listKey(hashKey), iv)
  const content = Buffer.concat([cipher.update(JSON.stringify(proofs), 'utf8'), cipher.final()])
  const sealed: z.infer<typeof SealedList> = {
    formaat: FORMAT, versie: 1, kluis: vaultMark(hashKey), iv: iv.toString('hex'), tag: cipher.getAuthTag().toString('hex'), inhoud: content.toString('hex'),
  }
  return `${JSON.stringify(sealed)}\n`
}

/** @throws ProblemError `destruction-list-unfit` when it is no such list, is of another vault, or was altered */
export function openList(text: string, hashKey: string): ProofRow[] {
  try {
    const { iv, tag, inhoud } = SealedList.parse(JSON.parse(text))
    const decipher = createDecipheriv(CIPHER, listKey(hashKey), Buffer.from(iv, 'hex'), { authTagLength: 16 })
    decipher.setAuthTag(Buffer.from(tag, 'hex'))
    const content = Buffer.concat([decipher.update(Buffer.from(inhoud, 'hex')), decipher.final()])
    return z.array(Proof).parse(JSON.parse(content.toString('utf8')))
  } catch {
    throw new ProblemError('destruction-list-unfit')
  }
}

/** By what every copy of one vault is known, whatever its file is called; tells nothing of its key. */
export function vaultMark(hashKey: string): string {
  return keyedHash('kluis', hashKey).toString('hex').slice(0, 32)
}

function listKey(hashKey: string): Buffer {
  return keyedHash('vernietigingslijst', hashKey)
}
