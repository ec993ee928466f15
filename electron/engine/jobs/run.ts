import type { Progress } from '#shared/contract/events.ts'
import { handlers } from '../handlers/index.ts'
import type { Handlers, VaultCall } from '../handlers/types.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { isApart, parseInput } from '../procedures.ts'
import { closeVault, openWithKey } from '../store/vault.ts'
import { writeCopy } from '../store/rekey.ts'
import type { CopyRequest, JobRequest, WorkRequest } from './request.ts'

/** What a job can say to, and ask of, the thread that started it. */
export interface JobSurroundings {
  report(progress: Progress): void
  isCancelled(): boolean
  path(token: string): string
  print(html: string): Promise<Uint8Array>
  /** hears what the job gave as soon as that is safe in the vault */
  answer(value: unknown): void
}

/** Does what a worker was given to do. */
export function runWork(request: WorkRequest, around: JobSurroundings): Promise<void> {
  return 'copy' in request ? runCopy(request, around) : runJob(request, around)
}

/** Writes a vault anew under another key, beside it. */
async function runCopy(request: CopyRequest, around: JobSurroundings): Promise<void> {
  try {
    writeCopy(request, (done, total) => {
      checkCancelled(around)
      around.report({ step: 'Opnieuw versleutelen (MB)', done: inMegabytes(done), total: inMegabytes(total) })
    })
    around.answer(null)
  } finally {
    request.next.fill(0)
  }
}

function inMegabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000)
}

function checkCancelled({ isCancelled }: JobSurroundings): void {
  if (isCancelled()) throw new ProblemError('cancelled')
}

/** Runs a job, or answers a long query, on a connection of its own, and leaves the vault tidy. */
async function runJob(request: JobRequest, around: JobSurroundings): Promise<void> {
  if (!isApartName(request.name)) throw new ProblemError('unknown-procedure', { name: request.name })
  const vault = openWithKey(request.file, request.key, 'job')
  const context: CallContext = {
    store: vault.store,
    log: vault.log,
    actor: request.actor,
    purpose: request.purpose,
    logLine: request.logLine,
    hashKey: request.hashKey,
    now: request.now,
    report: around.report,
    checkCancelled: () => checkCancelled(around),
    path: around.path,
    print: around.print,
    vault: { file: request.file, key: request.key },
  }
  try {
    around.answer(await call(request.name, context, request.input))
    vault.store.tidy()
  } finally {
    closeVault(vault)
  }
}

function isApartName(name: string): name is VaultCall {
  return isVaultCall(name) && isApart(name)
}

function isVaultCall(name: string): name is VaultCall {
  return Object.hasOwn(handlers, name)
}

async function call<N extends VaultCall>(name: N, context: CallContext, raw: unknown): Promise<unknown> {
  const handler: Handlers[N] = handlers[name]
  return handler(context, parseInput(name, raw))
}
