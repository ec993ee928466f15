import type { EngineBridge, ShellBridge } from '#shared/contract/bridge.ts'
import type { EngineEvent, Progress } from '#shared/contract/events.ts'
import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/index.ts'
import type { Problem, ProblemCode, Reply } from '#shared/contract/problem.ts'
import { packReply } from '#shared/contract/reply.ts'

/** How the fake answers one procedure: at once with a value, later, or with a problem it throws. */
export type FakeAnswers = {
  [N in ProcedureName]?: (input: InputOf<N>, call: FakeCall) => OutputOf<N> | Promise<OutputOf<N>>
}

export interface FakeCall {
  progress(progress: Progress): void
  /** settles when the window cancels the call */
  cancelled: Promise<void>
}

/** Thrown in an answer to make the call fail as the engine would. */
export class FakeProblem extends Error {
  readonly problem: Problem
  constructor(code: ProblemCode, params: Problem['params'] = {}) {
    super(code)
    this.problem = { code, params }
  }
}

export interface FakeEngine {
  bridge: EngineBridge
  announce(event: EngineEvent): void
  /** every call so far, oldest first */
  calls: { name: string; input: unknown }[]
  /** replaces or adds answers */
  answer(answers: FakeAnswers): void
}

/** Stands in for the preload's bridge, typed from the contract, so that a changed procedure breaks the fake at compile time. */
export function fakeEngine(answers: FakeAnswers): FakeEngine {
  const listeners = new Set<(event: EngineEvent) => void>()
  const cancels = new Map<number, () => void>()
  const known = new Map<string, (input: never, call: FakeCall) => unknown>()
  const calls: FakeEngine['calls'] = []
  const announce = (event: EngineEvent) => listeners.forEach((listener) => listener(event))
  const answer = (more: FakeAnswers) => {
    for (const [name, run] of Object.entries(more)) known.set(name, run)
  }
  answer(answers)

  async function ask(callId: number, name: string, input: unknown): Promise<Reply<string>> {
    calls.push({ name, input })
    const run = known.get(name)
    if (!run) return { ok: false, problem: { code: 'internal', params: {}, id: `geen antwoord op ${name}` } }
    const call: FakeCall = {
      progress: (progress) => announce({ type: 'progress', callId, progress }),
      cancelled: new Promise((resolve) => cancels.set(callId, resolve)),
    }
    try {
      return packReply({ ok: true, value: await Reflect.apply(run, undefined, [input, call]) })
    } catch (error) {
      if (error instanceof FakeProblem) return { ok: false, problem: error.problem }
      throw error
    }
  }

  const bridge: EngineBridge = {
    ask,
    cancel: (callId) => cancels.get(callId)?.(),
    on: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return { bridge, announce, calls, answer }
}

/** The operating system as the window sees it, with one file for every dialog. */
export function fakeShell(changes: Partial<ShellBridge> = {}): ShellBridge {
  const file = (name: string) => ({ token: `token ${name}`, name, bytes: 1_204_000 })
  return {
    chooseFiles: async () => [file('Horeca 2026.xlsx')],
    chooseSave: async (suggestion) => file(suggestion),
    chooseFolder: async () => file('Dossiers'),
    grantDropped: async () => file('Horeca 2026.xlsx'),
    recentVaults: async () => [file('Almere 2026.kluis'), file('Demogemeente.kluis')],
    reveal: () => undefined,
    setFullScreen: () => undefined,
    chooseTheme: () => undefined,
    runtime: { theme: 'system', electron: '33.2.1', isTestRuntime: false, version: '0.1.0' },
    ...changes,
  }
}

/** Puts both on the window, as the preload does. */
export function install(engine: FakeEngine, shell: ShellBridge = fakeShell()): void {
  Object.defineProperty(window, 'engine', { value: engine.bridge, configurable: true })
  Object.defineProperty(window, 'shell', { value: shell, configurable: true })
}
