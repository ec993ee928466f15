import { contract, type ParsedOf, type ProcedureName } from '#shared/contract/index.ts'
import type { Compartment } from '#shared/model/access.ts'
import type { LogLine, Procedure } from '#shared/contract/procedure.ts'
import { ProblemError } from './problem.ts'

type Parsed<T> = { success: true; data: T } | { success: false; error: { issues: { path: PropertyKey[] }[] } }

/** The contract seen by name, so that for one name input, log line and handler stay of one type. */
const typed: {
  [N in ProcedureName]: { input: { safeParse(raw: unknown): Parsed<ParsedOf<N>> }; demands: { compartment: Compartment; also?: (input: ParsedOf<N>) => Compartment | null; logs: ((input: ParsedOf<N>) => LogLine) | null } }
} = contract

/** @throws ProblemError `bad-input`, naming the field but never the value */
export function parseInput<N extends ProcedureName>(name: N, raw: unknown): ParsedOf<N> {
  const parsed = typed[name].input.safeParse(raw)
  if (parsed.success) return parsed.data
  throw new ProblemError('bad-input', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
}

/** Whether a procedure is answered in a worker: every job, and every query that may take seconds. */
export function isApart(name: ProcedureName): boolean {
  const { kind, isLong = false }: Procedure = contract[name]
  return kind === 'job' || isLong
}

/** The line a call leaves in the log; null when it shows or changes nothing about anybody. */
export function lineOf<N extends ProcedureName>(name: N, input: ParsedOf<N>): LogLine | null {
  return typed[name].demands.logs?.(input) ?? null
}

/** The compartments a call opens: that of the procedure, and what its input opens besides. */
export function openedBy<N extends ProcedureName>(name: N, input: ParsedOf<N>): Compartment[] {
  const { compartment, also } = typed[name].demands
  const other = also?.(input) ?? null
  return other === null ? [compartment] : [compartment, other]
}
