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
  SQLITE_BUSY: 'busy',
  SQLITE_LOCKED: 'busy',
  SQLITE_CORRUPT: 'vault-damaged',
  SQLITE_NOTADB: 'vault-damaged',
  SQLITE_IOERR: 'write-failed',
  SQLITE_READONLY: 'write-failed',
  EACCES: 'file-locked',
  EPERM: 'file-locked',
  EBUSY: 'file-locked',
  ENOENT: 'file-missing',
  ERR_WORKER_OUT_OF_MEMORY: 'file-too-large',
}

/** Turns whatever was thrown into a problem; unknown things become `internal` and are reported by the caller. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const known = systemProblems[code] ?? systemProblems[code.split('_').slice(0, 2).join('_')]
  return { code: known ?? 'internal', params: {} }
}
