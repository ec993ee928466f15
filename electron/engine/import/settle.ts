import { recordId } from '#shared/model/recordId.ts'
import type { Reader, Writer } from '../store/database.ts'
import { confirmationsOf, confirmer, eachRowOf, recordsEndedBy, recordCopier, recordEnder, recordRemover, recordRestorer, removeConfirmations } from '../store/history.ts'
import type { Kind } from './kinds.ts'
import { rowIdentity, type RowIdentity } from './rowIdentity.ts'

/** What a delivery did to the state of its source. */
export interface Change {
  added: number
  changed: number
  gone: number
  unchanged: number
}

/** Which rows of a delivery are which rows of before, by record id. */
export interface Pairs {
  /** new row, old row */
  same: [number, number][]
  changed: [number, number][]
  added: number[]
  gone: number[]
}

/**
 * Compares the rows of a delivery, all in the table already, with the rows that stood there from earlier deliveries of its source:
 * first by what they say, then by their key, both in order of row.
 * @param isComplete rows of before that are not in it are gone; else they stay as they are
 */
export function compareRows(reader: Reader, kind: Kind, deliveryId: number, earlier: readonly number[], isComplete: boolean): Pairs {
  const identity = rowIdentity(reader, kind)
  const before = new Queues()
  for (const id of earlier) for (const row of eachRowOf(reader, kind.table, id)) before.add(identity.content(row), Number(row['id']))
  const same: [number, number][] = []
  const rest: { id: number; key: string | null }[] = []
  for (const row of eachRowOf(reader, kind.table, deliveryId)) {
    const id = Number(row['id'])
    const old = before.take(identity.content(row))
    if (old === undefined) rest.push({ id, key: identity.key(row) })
    else same.push([id, old])
  }
  return { same, ...pairByKey(reader, kind, identity, rest, before.left(), earlier, isComplete) }
}

function pairByKey(
  reader: Reader, kind: Kind, identity: RowIdentity, rest: readonly { id: number; key: string | null }[], left: ReadonlySet<number>,
  earlier: readonly number[], isComplete: boolean,
): Omit<Pairs, 'same'> {
  const byKey = new Queues()
  const gone: number[] = []
  for (const delivery of earlier) {
    for (const row of eachRowOf(reader, kind.table, delivery)) {
      const id = Number(row['id'])
      if (!left.has(id)) continue
      const key = identity.key(row)
      if (key === null) gone.push(id)
      else byKey.add(key, id)
    }
  }
  const changed: [number, number][] = []
  const added: number[] = []
  for (const { id, key } of rest) {
    const old = key === null ? undefined : byKey.take(key)
    if (old === undefined) added.push(id)
    else changed.push([id, old])
  }
  return { changed, added, gone: isComplete ? [...gone, ...byKey.left()].sort((a, b) => a - b) : [] }
}

/** Ids under a text, taken in the order in which they came; one id costs no list. */
class Queues {
  readonly #ids = new Map<string, number | number[]>()

  add(text: string, id: number): void {
    const held = this.#ids.get(text)
    if (held === undefined) this.#ids.set(text, id)
    else if (typeof held === 'number') this.#ids.set(text, [held, id])
    else held.push(id)
  }

  take(text: string): number | undefined {
    const held = this.#ids.get(text)
    if (held === undefined) return undefined
    if (typeof held === 'number' || held.length === 1) this.#ids.delete(text)
    return typeof held === 'number' ? held : held.shift()
  }

  left(): Set<number> {
    return new Set([...this.#ids.values()].flat())
  }
}

/** Makes the newest state of the source: what says the same keeps its record, what changed or is gone moves to the past. */
export function settle(writer: Writer, kind: Kind, deliveryId: number, { same, changed, added, gone }: Pairs): Change {
  const remove = recordRemover(writer, kind.table)
  const confirm = confirmer(writer)
  for (const [id, old] of same) {
    remove(id)
    confirm(id, old)
  }
  const end = recordEnder(writer, kind.table, deliveryId)
  for (const [id, old] of changed) end(old, id)
  for (const old of gone) end(old, null)
  return { added: added.length, changed: changed.length, gone: gone.length, unchanged: same.length }
}

/** The reverse of {@link settle}, for the newest delivery of a source: its rows stand in the table as delivered, and so does all it ended. */
export function unsettle(writer: Writer, kind: Kind, deliveryId: number): void {
  const copy = recordCopier(writer, kind.table)
  for (const { row, record } of confirmationsOf(writer, deliveryId)) copy(record, recordId(deliveryId, row))
  removeConfirmations(writer, deliveryId)
  const restore = recordRestorer(writer)
  for (const past of recordsEndedBy(writer, deliveryId)) restore(past)
}
