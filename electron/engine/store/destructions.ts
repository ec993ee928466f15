import type { DestroyedKind, DestructionGround } from '#shared/model/destruction.ts'
import type { Reader, Writer } from './database.ts'

export interface DestructionRow {
  subjectId: number
  number: string
  ground: DestructionGround
  motive: string
  askedAccount: string
  askedBy: string
  askedAt: string
  /** '' until it was destroyed */
  destroyedBy: string
  destroyedAt: string
  contentHash: string
  /** JSON: how much it held of what */
  held: string
}

/** What a destruction leaves. */
export interface Proof {
  account: string
  by: string
  at: string
  mark: Uint8Array
  /** the marks of all it held, one behind the other, where one proof is of many */
  partMarks: Uint8Array
  contentHash: string
  held: Record<string, number>
}

/** A proof as it stands, with the mark by which another copy of the vault knows what it is about. */
export interface ProofRow extends DestructionRow {
  kind: DestroyedKind
  /** hex */
  mark: string
  /** hex */
  partMarks: string
  destroyedAccount: string
}

const COLUMNS = `subject_id AS subjectId, number, ground, motive, asked_account AS askedAccount, asked_by AS askedBy, asked_at AS askedAt, destroyed_by AS destroyedBy, destroyed_at AS destroyedAt,
  content_hash AS contentHash, held`

/** Asked for first, then those that were done, newest first. */
export function listDestructionRows(reader: Reader, kind: DestroyedKind): DestructionRow[] {
  return reader.all<DestructionRow>(`SELECT ${COLUMNS} FROM destruction WHERE kind = ? ORDER BY destroyed_at = '' DESC, destroyed_at DESC, id DESC`, kind)
}

/** What was asked for something and not yet decided on. */
export function findAsked(reader: Reader, kind: DestroyedKind, subjectId: number): DestructionRow | undefined {
  return reader.get<DestructionRow>(`SELECT ${COLUMNS} FROM destruction WHERE kind = ? AND subject_id = ? AND destroyed_at = ''`, kind, subjectId)
}

export function insertDestruction(writer: Writer, kind: DestroyedKind, row: Pick<DestructionRow, 'subjectId' | 'number' | 'ground' | 'motive' | 'askedAccount' | 'askedBy' | 'askedAt'>): void {
  writer.run(
    'INSERT INTO destruction (kind, subject_id, number, ground, motive, asked_account, asked_by, asked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    kind, row.subjectId, row.number, row.ground, row.motive, row.askedAccount, row.askedBy, row.askedAt,
  )
}

/** Takes back what was asked; what was destroyed stays. */
export function dropDestruction(writer: Writer, kind: DestroyedKind, subjectId: number): void {
  writer.run("DELETE FROM destruction WHERE kind = ? AND subject_id = ? AND destroyed_at = ''", kind, subjectId)
}

/** Takes back all that was asked of a kind. */
export function dropAsked(writer: Writer, kind: DestroyedKind): void {
  writer.run("DELETE FROM destruction WHERE kind = ? AND destroyed_at = ''", kind)
}

/** The highest number of a year (`L-2026-`…) that was given to something of a kind; or null. */
export function lastProofNumber(reader: Reader, kind: DestroyedKind, prefix: string): string | null {
  const row = reader.get<{ number: string }>('SELECT number FROM destruction WHERE kind = ? AND substr(number, 1, length(?)) = ? ORDER BY length(number) DESC, number DESC LIMIT 1', kind, prefix, prefix)
  return row?.number ?? null
}

/** Turns what was asked into the proof that it was done. The table refuses who asked for it. */
export function proveDestruction(writer: Writer, kind: DestroyedKind, subjectId: number, proof: Proof): void {
  writer.run(
    "UPDATE destruction SET destroyed_account = ?, destroyed_by = ?, destroyed_at = ?, mark = ?, part_marks = ?, content_hash = ?, held = ? WHERE kind = ? AND subject_id = ? AND destroyed_at = ''",
    proof.account, proof.by, proof.at, proof.mark, proof.partMarks, proof.contentHash, JSON.stringify(proof.held), kind, subjectId,
  )
}

/** The proofs of which a copy of the vault can know again what they are about. @param kind of this only */
export function proofRows(reader: Reader, kind: DestroyedKind | null = null): ProofRow[] {
  return reader.all<ProofRow>(
    `SELECT kind, lower(hex(mark)) AS mark, lower(hex(part_marks)) AS partMarks, destroyed_account AS destroyedAccount, ${COLUMNS} FROM destruction WHERE mark IS NOT NULL AND (? IS NULL OR kind = ?) ORDER BY id`, kind, kind,
  )
}

export function countProofs(reader: Reader): number {
  return reader.get<{ n: number }>('SELECT count(*) AS n FROM destruction WHERE mark IS NOT NULL')?.n ?? 0
}

/** Takes over a proof from another copy of this vault; what was asked and not yet decided here is settled by it. */
export function insertProof(writer: Writer, row: ProofRow): void {
  writer.run("DELETE FROM destruction WHERE kind = ? AND subject_id = ? AND number = ? AND destroyed_at = ''", row.kind, row.subjectId, row.number)
  writer.run(
    `INSERT INTO destruction (kind, subject_id, number, mark, part_marks, ground, motive, asked_account, asked_by, asked_at, destroyed_account, destroyed_by, destroyed_at, content_hash, held)
     VALUES (?, ?, ?, unhex(?), unhex(?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.kind, row.subjectId, row.number, row.mark, row.partMarks, row.ground, row.motive, row.askedAccount, row.askedBy, row.askedAt, row.destroyedAccount, row.destroyedBy, row.destroyedAt,
    row.contentHash, row.held,
  )
}

/** The marks of everything of a kind that was destroyed, in hex. */
export function destroyedMarks(reader: Reader, kind: DestroyedKind): Set<string> {
  return new Set(reader.all<{ mark: string }>('SELECT lower(hex(mark)) AS mark FROM destruction WHERE kind = ? AND mark IS NOT NULL', kind).map(({ mark }) => mark))
}

/** Deletes so that what stood on the pages is overwritten. */
export function overwriting(writer: Writer, remove: () => void): void {
  writer.get('PRAGMA secure_delete = ON')
  remove()
  writer.get('PRAGMA secure_delete = OFF')
}
