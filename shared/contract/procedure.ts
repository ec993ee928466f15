import type { z } from 'zod'
import type { Compartment, Role } from '../model/access.ts'
import type { AuditAction } from '../model/audit.ts'

/** What a line in the log says of a call: the action and, where there is one, the thing looked at. */
export interface LogLine {
  action: AuditAction
  object?: string
}

/** What a procedure demands and touches. Checked in one place: `electron/engine/answer.ts`. */
export interface Demands<Input> {
  roles: readonly Role[]
  /** whether a purpose must have been chosen before */
  purpose: boolean
  compartment: Compartment
  /** a compartment that this input opens besides: a question about a person asks for more than one about an address */
  also?: (input: Input) => Compartment | null
  /** the line this call leaves in the log; `null` only where nothing about anybody is shown or changed */
  logs: ((input: Input) => LogLine) | null
  /** whether the vault must be open; everything but opening itself needs it */
  vault?: 'any'
}

/** What screens may show stale after a command; `useAnswer` asks again when a topic it reads is announced. */
export type Topic = 'vault' | 'purpose' | 'sources' | 'index' | 'scores' | 'triage' | 'cases' | 'review' | 'log' | 'users'

export interface Procedure<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** `query` reads; `command` writes and is short; `job` is long: it runs in a worker, reports progress and can be cancelled */
  kind: 'query' | 'command' | 'job'
  input: I
  output: O
  demands: Demands<z.output<I>>
  topics: readonly Topic[]
  /** a query that may take seconds in a large vault: answered in a worker, where it reports progress and can be cancelled */
  isLong?: boolean
  /** what the last line in the log says of what came out of it */
  outcome?: (value: unknown) => string
}

/** A reading procedure; `reads` are the topics that make its answer stale. */
export function query<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  { outcome, isLong = false, ...demands }: Demands<z.output<I>> & { reads: readonly Topic[]; isLong?: boolean; outcome?: (value: z.output<O>) => string },
): Procedure<I, O> & { kind: 'query' } {
  return { kind: 'query', input, output, demands, topics: demands.reads, isLong, ...outcomeOf(output, outcome) }
}

/** A short writing procedure; `writes` are the topics it makes stale. */
export function command<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  { outcome, ...demands }: Demands<z.output<I>> & { writes: readonly Topic[]; outcome?: (value: z.output<O>) => string },
): Procedure<I, O> & { kind: 'command' } {
  return { kind: 'command', input, output, demands, topics: demands.writes, ...outcomeOf(output, outcome) }
}

/** A long procedure, run in a worker with a store of its own; reports progress, can be cancelled, leaves all or nothing. */
export function job<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  { outcome, ...demands }: Demands<z.output<I>> & { writes: readonly Topic[]; outcome?: (value: z.output<O>) => string },
): Procedure<I, O> & { kind: 'job' } {
  return { kind: 'job', input, output, demands, topics: demands.writes, ...outcomeOf(output, outcome) }
}

function outcomeOf<O extends z.ZodType>(output: O, outcome: ((value: z.output<O>) => string) | undefined): Pick<Procedure, 'outcome'> {
  return outcome ? { outcome: (value) => outcome(output.parse(value)) } : {}
}
