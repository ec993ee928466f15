import { randomUUID } from 'node:crypto'
import { contract, type InputOf, type OutputOf, type ProcedureName } from '#shared/contract/index.ts'
import { makeEngine } from '../engine/engine.ts'
import { ProblemError, traceOf } from '../engine/problem.ts'
import type { Io } from './io.ts'
import { makeProgressLine } from './progress.ts'
import { workstationOf } from './settings.ts'

/** The engine as the command line uses it: the same calls as the window, in the same process. */
export interface Client {
  /** @throws ProblemError when the engine refuses */
  ask<N extends ProcedureName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** lets the engine at a path and returns the token that stands for it */
  grant(path: string): string
}

/** What is said until a call says something itself: a passphrase is made into a key slowly on purpose, and a job has a thread to start. */
function firstStep(name: ProcedureName): string | undefined {
  if (name === 'vault.create') return 'Kluis maken'
  if (name === 'vault.open') return 'Kluis openen'
  return contract[name].kind === 'job' ? 'Voorbereiden' : undefined
}

const outputs: { [N in ProcedureName]: { output: { parse(raw: unknown): OutputOf<N> } } } = contract

/** Runs `work` with an engine of its own; Ctrl-C cancels what runs, and whatever happens the vault is locked behind it. */
export async function withEngine<T>(io: Io, work: (client: Client) => Promise<T>): Promise<T> {
  const line = makeProgressLine(io)
  let calls = 0
  const engine = makeEngine({
    workstation: workstationOf(io.environment),
    now: () => io.now(),
    print: (html) => io.print(html),
    announce: (event) => {
      if (event.type === 'progress') line.show(event.progress)
    },
    reportBug: (name, id, error) => io.error(`fout in ${name} (${id})\n${traceOf(error)}`),
  })
  const stopListening = io.onInterrupt(() => engine.cancel(calls))
  const client: Client = {
    ask: async (name, input) => {
      calls += 1
      const first = firstStep(name)
      if (first !== undefined) line.show({ step: first, done: 0, total: null })
      const reply = await engine.ask(calls, name, input)
      line.clear()
      if (!reply.ok) throw new ProblemError(reply.problem.code, reply.problem.params)
      return answerOf(name, reply.value)
    },
    grant: (path) => {
      const token = randomUUID()
      engine.grant(token, path)
      return token
    },
  }
  try {
    return await work(client)
  } finally {
    stopListening()
    line.clear()
    await engine.stop()
  }
}

function answerOf<N extends ProcedureName>(name: N, value: unknown): OutputOf<N> {
  return outputs[name].output.parse(value)
}
