import { contract, type ParsedOf } from '#shared/contract/index.ts'
import type { Problem, Reply } from '#shared/contract/problem.ts'
import type { LogLine, Procedure } from '#shared/contract/procedure.ts'
import { compartmentRoles, type Compartment } from '#shared/model/access.ts'
import type { AuditResult } from '#shared/model/audit.ts'
import { noPurpose } from './context.ts'
import { rememberDestroyed } from './destroyed.ts'
import { handlers } from './handlers/index.ts'
import { purposeChoices, sessionHandlers } from './handlers/session.ts'
import type { Handlers, SessionCall, VaultCall } from './handlers/types.ts'
import type { SessionHolder } from './holder.ts'
import type { JobRequest } from './jobs/request.ts'
import { rememberIfFree } from './logEnd.ts'
import { followEnds } from './logHead.ts'
import { ProblemError, toProblem } from './problem.ts'
import { isApart, lineOf, openedBy, parseInput } from './procedures.ts'
import { isPresent, writeLine, type Session } from './session.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * The one place where a call is checked and logged: known procedure, input, open vault, role, purpose; then run; then log.
 * Never throws.
 */
export async function answer(holder: SessionHolder, around: Surroundings, callId: number, name: string, input: unknown): Promise<Reply<unknown>> {
  try {
    if (isSessionCall(name)) return { ok: true, value: await answerSession(name, holder, around, callId, input) }
    if (isVaultCall(name)) return { ok: true, value: await answerVault(name, holder, around, callId, input) }
    throw new ProblemError('unknown-procedure', { name: name.slice(0, 60) })
  } catch (error) {
    return { ok: false, problem: report(around, callId, name, error) }
  }
}

function isSessionCall(name: string): name is SessionCall {
  return Object.hasOwn(sessionHandlers, name)
}

function isVaultCall(name: string): name is VaultCall {
  return Object.hasOwn(handlers, name)
}

function report(around: Surroundings, callId: number, name: string, error: unknown): Problem {
  const problem = toProblem(error)
  if (problem.code !== 'internal') return problem
  const id = `${callId}-${around.now()}`
  around.reportBug(name, id, error)
  return { ...problem, id }
}

async function answerSession<N extends SessionCall>(name: N, holder: SessionHolder, around: Surroundings, callId: number, raw: unknown): Promise<unknown> {
  const input = parseInput(name, raw)
  const value = await sessionHandlers[name](holder, around, input, callId)
  announce(contract[name], around)
  return value
}

async function answerVault<N extends VaultCall>(name: N, holder: SessionHolder, around: Surroundings, callId: number, raw: unknown): Promise<unknown> {
  const procedure = contract[name]
  const input = parseInput(name, raw)
  const session = requireSession(holder)
  const line = lineOf(name, input)
  const opened = openedBy(name, input)
  requireRole(session, procedure, opened, line, around)
  if (procedure.demands.purpose) requirePurpose(session, opened, line, around)
  const value = await inPresentVault(holder, session, () => logged(session, procedure, line, around, (logLine) => run(name, input, session, around, callId, logLine)))
  announce(procedure, around)
  return value
}

/**
 * A long call leaves time for the vault to be deleted or moved away; what was written then went nowhere, whatever it answers. Or to be
 * locked: nobody is shown what was asked before that.
 * @throws ProblemError `vault-missing`, with the session given up; `vault-locked`
 */
async function inPresentVault<T>(holder: SessionHolder, session: Session, work: () => Promise<T>): Promise<T> {
  const outcome = await work().then((value) => () => value, (error: unknown) => () => { throw error })
  if (isPresent(session)) return session.isOver ? over() : outcome()
  if (holder.session === session) holder.abandon()
  throw new ProblemError('vault-missing')
}

function over(): never {
  throw new ProblemError('vault-locked')
}

function announce(procedure: Procedure, around: Surroundings): void {
  if (procedure.kind !== 'query' && procedure.topics.length > 0) around.announce({ type: 'changed', topics: procedure.topics })
}

function requireSession(holder: SessionHolder): Session {
  const { session } = holder
  if (!session) throw new ProblemError('vault-locked')
  if (isPresent(session)) return session
  holder.abandon()
  throw new ProblemError('vault-missing')
}

function requireRole(session: Session, { demands: { roles } }: Procedure, opened: readonly Compartment[], line: LogLine | null, around: Surroundings): void {
  if (session.actor.roles.some((role) => roles.includes(role) && opened.every((compartment) => compartmentRoles[compartment].includes(role)))) return
  writeDenied(session, line, around)
  throw new ProblemError('role-missing')
}

/** A purpose opens only the compartments it was declared for (doelbinding). */
function requirePurpose(session: Session, opened: readonly Compartment[], line: LogLine | null, around: Surroundings): void {
  const { purpose, actor } = session
  if (!purpose) throw new ProblemError('purpose-missing')
  const closed = opened.filter((compartment) => !purpose.compartments.includes(compartment))
  if (closed.length === 0) return
  writeDenied(session, line, around)
  const fitting = purposeChoices().filter(({ roles, compartments }) => roles.some((role) => actor.roles.includes(role)) && opened.every((one) => compartments.includes(one)))
  throw new ProblemError('purpose-unfit', { purpose: purpose.label, closed: closed[0] ?? '', fitting: fitting.map(({ label }) => label).join(', ') })
}

function writeDenied(session: Session, line: LogLine | null, around: Surroundings): void {
  writeLine(session, { action: 'access-denied', object: [line?.action, line?.object].filter(Boolean).join(' ') }, 'denied', around.now())
}

/** Commands and jobs leave a line before they start, so that an export can carry its number and a crash leaves a trace. */
async function logged<T>(session: Session, procedure: Procedure, line: LogLine | null, around: Surroundings, work: (logLine: number) => Promise<T>): Promise<T> {
  if (!line) return work(0)
  const { purpose } = session
  const write = (result: AuditResult, told = line) => writeLine(session, told, result, around.now(), purpose)
  const started = procedure.kind === 'query' ? 0 : write('started')
  try {
    const value = await work(started)
    if (procedure.kind !== 'query' && procedure.topics.includes('log')) followEnds(session, around.now())
    write('done', finished(procedure, line, value))
    if (procedure.kind !== 'query' && procedure.topics.length > 0) {
      rememberIfFree(session)
      rememberDestroyed(session, around)
    }
    return value
  } catch (error) {
    write(toProblem(error).code === 'cancelled' ? 'cancelled' : 'failed')
    throw error
  }
}

/** What came out stands first: text that somebody typed cannot pass for it. */
function finished({ outcome }: Procedure, line: LogLine, value: unknown): LogLine {
  return outcome ? { action: line.action, object: [outcome(value), line.object].filter(Boolean).join(', ') } : line
}

async function run<N extends VaultCall>(name: N, input: ParsedOf<N>, session: Session, around: Surroundings, callId: number, logLine: number): Promise<unknown> {
  const { vault, actor, hashKey } = session
  const purpose = session.purpose ?? noPurpose
  const now = around.now()
  if (isApart(name)) {
    const request: JobRequest = { callId, name, input, file: vault.store.file, key: vault.key, hashKey, actor, purpose, logLine, now }
    return contract[name].kind === 'job' ? around.runJob(request) : around.runQuery(request)
  }
  const handler: Handlers[N] = handlers[name]
  return handler(
    {
      store: vault.store,
      log: vault.log,
      actor,
      purpose,
      logLine,
      hashKey,
      now,
      report: (progress) => around.announce({ type: 'progress', callId, progress }),
      checkCancelled: () => undefined,
      path: around.path,
      print: async (html) => {
        const pdf = await around.print(html)
        return session.isOver ? over() : pdf
      },
    },
    input,
  )
}
