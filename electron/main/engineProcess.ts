import type { EngineEvent } from '#shared/contract/events.ts'
import type { FromEngine, ToEngine } from '#shared/contract/host.ts'
import type { Problem, Reply } from '#shared/contract/problem.ts'
import type { EngineChild, EngineListeners } from './engineChild.ts'

/** What the engine needs of the main process in its turn. */
export interface EngineHost {
  startChild(listeners: EngineListeners): EngineChild
  announce(event: EngineEvent): void
  print(html: string): Promise<{ pdf: Uint8Array | null; problem: Problem | null }>
}

interface Call {
  windowCallId: number
  answer(reply: Reply<string>): void
}

const readyMilliseconds = 30_000
const stopMilliseconds = 5_000
/** waits before the next start after the first, second, … stop in a row; after the last the engine stays down */
const restartMilliseconds = [100, 1_000, 5_000, 15_000]
const stopped: Reply<string> = { ok: false, problem: { code: 'engine-stopped', params: {} } }

/**
 * The engine as the rest of the main process sees it: always there, whatever happens to its process. Calls wait until
 * it is ready and are answered `engine-stopped` when it stops before them; then it is started again, ever more slowly.
 */
export class EngineProcess {
  readonly #host: EngineHost
  readonly #calls = new Map<number, Call>()
  readonly #grants = new Map<string, string>()
  #child: EngineChild | null = null
  #waiting: ToEngine[] = []
  #isReady = false
  #isOver = false
  #nextCall = 1
  #stopsInARow = 0
  #whenStopped: () => void = () => undefined

  constructor(host: EngineHost) {
    this.#host = host
  }

  /** Starts the process; what was asked before waits for it. */
  start(): void {
    if (this.#isOver) return
    const child = this.#host.startChild({ message: (message) => this.#receive(message), exit: () => this.#ended(child) })
    this.#child = child
    setTimeout(() => {
      if (this.#child === child && !this.#isReady) child.kill()
    }, readyMilliseconds).unref()
  }

  /** Whether something is being done that would be broken off. */
  get isBusy(): boolean {
    return this.#calls.size > 0
  }

  /** @param windowCallId the window's own number, by which it cancels and hears of progress */
  ask(windowCallId: number, name: string, input: unknown): Promise<Reply<string>> {
    if (this.#isOver) return Promise.resolve(stopped)
    const callId = this.#nextCall++
    return new Promise((answer) => {
      this.#calls.set(callId, { windowCallId, answer })
      this.#post({ type: 'ask', callId, name, input })
    })
  }

  cancel(windowCallId: number): void {
    for (const [callId, call] of this.#calls) {
      if (call.windowCallId === windowCallId) this.#post({ type: 'cancel', callId })
    }
  }

  /** For a window that is gone: nobody waits for its answers any more. */
  cancelAll(): void {
    for (const callId of this.#calls.keys()) this.#post({ type: 'cancel', callId })
  }

  /** Lets the engine use a path under a token; holds over restarts. */
  grant(token: string, path: string): void {
    this.#grants.set(token, path)
    if (this.#isReady) this.#post({ type: 'grant', token, path })
  }

  /** Asks the engine to close its vault and end; ends it after a deadline. */
  stop(): Promise<void> {
    this.#isOver = true
    const child = this.#child
    if (child === null) return Promise.resolve()
    return new Promise((resolve) => {
      const deadline = setTimeout(() => child.kill(), stopMilliseconds)
      this.#whenStopped = () => {
        clearTimeout(deadline)
        resolve()
      }
      child.post({ type: 'stop' })
    })
  }

  #receive(message: FromEngine): void {
    if (message.type === 'ready') this.#becomeReady()
    else if (message.type === 'reply') this.#settle(message.callId, message.reply)
    else if (message.type === 'print') void this.#print(message.printId, message.html)
    else this.#announce(message.event)
  }

  #becomeReady(): void {
    this.#isReady = true
    for (const [token, path] of this.#grants) this.#post({ type: 'grant', token, path })
    const waiting = this.#waiting
    this.#waiting = []
    for (const message of waiting) this.#post(message)
  }

  #settle(callId: number, reply: Reply<string>): void {
    if (reply.ok) this.#stopsInARow = 0
    this.#calls.get(callId)?.answer(reply)
    this.#calls.delete(callId)
  }

  #announce(event: EngineEvent): void {
    const call = event.type === 'progress' ? this.#calls.get(event.callId) : undefined
    if (event.type !== 'progress') this.#host.announce(event)
    else if (call !== undefined) this.#host.announce({ ...event, callId: call.windowCallId })
  }

  async #print(printId: number, html: string): Promise<void> {
    this.#post({ type: 'printed', printId, ...(await this.#host.print(html)) })
  }

  #ended(child: EngineChild): void {
    if (child !== this.#child) return
    // first drop the handle: nothing may be posted to a process that is gone
    this.#child = null
    this.#isReady = false
    this.#waiting = []
    const pending = [...this.#calls.values()]
    this.#calls.clear()
    for (const call of pending) call.answer(stopped)
    if (this.#isOver) this.#whenStopped()
    else this.#restart()
  }

  #restart(): void {
    const wait = restartMilliseconds[this.#stopsInARow]
    this.#stopsInARow += 1
    this.#isOver = wait === undefined
    this.#host.announce({ type: 'stopped', willRestart: wait !== undefined })
    if (wait !== undefined) setTimeout(() => this.start(), wait)
  }

  #post(message: ToEngine): void {
    if (this.#isReady) this.#child?.post(message)
    else if (!this.#isOver) this.#waiting.push(message)
  }
}
