import type { Progress } from '#shared/contract/events.ts'
import { handlers } from '../handlers/index.ts'
import type { Handlers, VaultCall } from '../handlers/types.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { isApart, parseInput } from '../procedures.ts'
import { closeVault, openWithKey } from '../store/vault.ts'
import type { JobRequest } from './request.ts'

/** What a job can say to, and ask of, the thread that started it. */
export interface JobSurroundings {
  report(progress: Progress): void
  isCancelled(): boolean
  path(token: string): string
  print(html: string): Promise<Uint8Array>
  /** hears what the job gave as soon as that is safe in the vault */
  answer(value: unknown): void
}

/** Runs a job, or answers a long query, on a connection of its own, and leaves the vault tidy. */
export async function runJob(request: JobRequest, around: JobSurroundings): Promise<void> {
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
    checkCancelled: () => {
      if (around.isCancelled()) throw new ProblemError('cancelled')
    },
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
