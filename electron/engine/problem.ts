import type { Problem, ProblemCode } from '#shared/contract/problem.ts'

/** An expected failure with a sentence for the user. Anything else that is thrown is a bug. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(code: ProblemCode, params: Problem['params'] = {}) {
    super(code)
    this.name = 'ProblemError'
    this.problem = { code, params }
  }
}

/** Codes of the database and the operating system that a user can do something about. */
const systemProblems: Record<string, ProblemCode> = {
  SQLITE_FULL: 'disk-full',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  SQLITE_BUSY: 'vault-in-use',
  SQLITE_LOCKED: 'vault-in-use',
  SQLITE_CORRUPT: 'vault-damaged',
  SQLITE_NOTADB: 'vault-damaged',
  SQLITE_IOERR: 'write-failed',
  // no room for the file beside the vault that connections share
  SQLITE_IOERR_SHMSIZE: 'disk-full',
  SQLITE_READONLY: 'vault-forbidden',
  SQLITE_CANTOPEN: 'vault-forbidden',
  SQLITE_READONLY_DBMOVED: 'vault-missing',
  EACCES: 'file-forbidden',
  EPERM: 'file-forbidden',
  EROFS: 'file-forbidden',
  EBUSY: 'file-locked',
  ETXTBSY: 'file-locked',
  EISDIR: 'file-is-folder',
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  ERR_WORKER_OUT_OF_MEMORY: 'file-too-large',
}

/** Turns whatever was thrown into a problem; unknown things become `internal` and are reported by the caller. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const known = systemProblems[code] ?? systemProblems[code.split('_').slice(0, 2).join('_')]
  return { code: known ?? 'internal', params: {} }
}

const SHOWN_CALLS = 6

/** Where a fault went wrong, never with which values: a message may hold those, on several lines. */
export function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')).slice(0, SHOWN_CALLS).join('\n') : ''
}
