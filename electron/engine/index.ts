import type { FromEngine, ToEngine } from '#shared/contract/host.ts'
import { packReply } from '#shared/contract/reply.ts'
import { clearTemporaryFolders } from '../disk/temporaryFolder.ts'
import { makeEngine } from './engine.ts'
import { ProblemError, traceOf } from './problem.ts'
import { noWorkstation, workstationIn } from './workstation.ts'

/**
 * Entry of the engine process: the only file that knows how it talks to the process that started it.
 * Under Electron's utilityProcess that is `process.parentPort`, under Node's fork `process.send`.
 */
interface ParentPort {
  postMessage(message: FromEngine): void
  on(event: 'message', listener: (event: { data: ToEngine }) => void): void
}

const parentPort: ParentPort | undefined = Reflect.get(process, 'parentPort')

function tell(message: FromEngine): void {
  if (parentPort) parentPort.postMessage(message)
  else process.send?.(message)
}

const printing = new Map<number, PromiseWithResolvers<Uint8Array>>()
let printCount = 0

const [, , settings] = process.argv
// also after a power cut nothing of a delivery stands longer outside a vault than until the next start
clearTemporaryFolders()

const engine = makeEngine({
  workstation: settings === undefined ? noWorkstation : workstationIn(settings),
  now: () => new Date().toISOString(),
  announce: (event) => tell({ type: 'event', event }),
  print: (html) => {
    const waiting = Promise.withResolvers<Uint8Array>()
    printCount += 1
    printing.set(printCount, waiting)
    tell({ type: 'print', printId: printCount, html })
    return waiting.promise
  },
  reportBug: (name, id, error) => {
    process.stderr.write(`bug in ${name} (${id})\n${traceOf(error)}\n`)
  },
})

async function receive(message: ToEngine): Promise<void> {
  if (message.type === 'ask') {
    const reply = await engine.ask(message.callId, message.name, message.input)
    tell({ type: 'reply', callId: message.callId, reply: packReply(reply) })
  } else if (message.type === 'cancel') engine.cancel(message.callId)
  else if (message.type === 'grant') engine.grant(message.token, message.path)
  else if (message.type === 'printed') settlePrint(message)
  else {
    await engine.stop()
    process.exit(0)
  }
}

function settlePrint(message: Extract<ToEngine, { type: 'printed' }>): void {
  const waiting = printing.get(message.printId)
  printing.delete(message.printId)
  if (message.pdf) waiting?.resolve(message.pdf)
  else waiting?.reject(new ProblemError(message.problem?.code ?? 'print-unavailable', message.problem?.params))
}

if (parentPort) parentPort.on('message', (event) => void receive(event.data))
else process.on('message', (message: ToEngine) => void receive(message))
tell({ type: 'ready' })
