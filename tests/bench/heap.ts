import type { CDPSession } from '@playwright/test'

/** MB a page holds after garbage was collected. */
export interface Held {
  /** what its script made: objects, words, functions */
  made: number
  /** what the engine made of the script, to run it: it comes as code runs often, stays below what all of it takes, and is of no network */
  compiled: number
}

/** How V8 writes down a heap: a flat row of numbers, so many fields a thing. */
interface Snapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } }
  nodes: number[]
}

/** `hidden` are lists of which code leans on what */
const COMPILED: ReadonlySet<string> = new Set(['code', 'hidden'])
/** kept by the page outside the heap of its script; measurements of the window itself among them */
const NATIVE = 'native'
const MEGABYTE = 2 ** 20

/** Takes a snapshot, which collects garbage first, and adds up what is in it. */
export async function heldBy(inspector: CDPSession): Promise<Held> {
  const chunks: string[] = []
  const keep = ({ chunk }: { chunk: string }): void => void chunks.push(chunk)
  inspector.on('HeapProfiler.addHeapSnapshotChunk', keep)
  await inspector.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  inspector.off('HeapProfiler.addHeapSnapshotChunk', keep)
  return sumOf(JSON.parse(chunks.join('')))
}

function sumOf({ snapshot: { meta }, nodes }: Snapshot): Held {
  const [type, size] = [meta.node_fields.indexOf('type'), meta.node_fields.indexOf('self_size')]
  const [names] = meta.node_types
  const held = { made: 0, compiled: 0 }
  for (let at = 0; at < nodes.length; at += meta.node_fields.length) {
    const name = names[nodes[at + type] ?? 0] ?? ''
    if (name !== NATIVE) held[COMPILED.has(name) ? 'compiled' : 'made'] += (nodes[at + size] ?? 0) / MEGABYTE
  }
  return held
}
