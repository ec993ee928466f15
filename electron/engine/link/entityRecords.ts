import type { Writer } from '../store/database.ts'
import { addEntityRecord, eachEntityRecord, removeEntityRecord, type EntityRecord, type JoinedKind } from '../store/entities.ts'

/**
 * Writes which records each entity was put together from; what already stands so is left alone.
 * @param wanted by record, then entity, without repeats, so that old and new can be merged without holding either
 * @param stands what is written now of those entities, in the same order; without it all that is
 */
export function saveEntityRecords(writer: Writer, kind: JoinedKind, wanted: Iterator<EntityRecord>, stands?: Iterable<EntityRecord>): void {
  const added: EntityRecord[] = []
  const gone: EntityRecord[] = []
  let next = wanted.next()
  for (const old of stands ?? eachEntityRecord(writer, kind)) {
    while (!next.done && compareRecords(next.value, old) < 0) {
      added.push(next.value)
      next = wanted.next()
    }
    const isSame = !next.done && compareRecords(next.value, old) === 0
    if (isSame && !next.done && next.value.basis === old.basis) next = wanted.next()
    else gone.push(old)
  }
  const remove = removeEntityRecord(writer, kind)
  for (const record of gone) remove(record)
  const add = addEntityRecord(writer, kind)
  for (const record of added) add(record)
  for (; !next.done; next = wanted.next()) add(next.value)
}

/** By record, then entity. */
export function compareRecords(first: EntityRecord, second: EntityRecord): number {
  return first.recordId - second.recordId || first.entityId - second.entityId
}
