import type { Writer } from '../store/database.ts'
import { addEntityRecord, eachEntityRecord, removeEntityRecord, type EntityRecord, type JoinedKind } from '../store/entities.ts'

/**
 * Writes which records each entity was put together from; what already stands so is left alone.
 * @param wanted by entity, then record, without repeats, so that old and new can be merged without holding either
 * @param stands what is written now of those entities, in the same order; without it all that is
 */
export function saveEntityRecords(writer: Writer, kind: JoinedKind, wanted: Iterator<EntityRecord>, stands?: Iterable<EntityRecord>): void {
  const added: EntityRecord[] = []
  const gone: EntityRecord[] = []
  let next = wanted.next()
  for (const old of stands ?? eachEntityRecord(writer, kind)) {
    while (!next.done && compare(next.value, old) < 0) {
      added.push(next.value)
      next = wanted.next()
    }
    const isSame = !next.done && compare(next.value, old) === 0
    if (isSame && !next.done && next.value.basis === old.basis) next = wanted.next()
    else gone.push(old)
  }
  const remove = removeEntityRecord(writer, kind)
  for (const { entityId, recordId } of gone) remove(entityId, recordId)
  const add = addEntityRecord(writer, kind)
  for (const { entityId, recordId, basis } of added) add(entityId, recordId, basis)
  for (; !next.done; next = wanted.next()) add(next.value.entityId, next.value.recordId, next.value.basis)
}

function compare(first: EntityRecord, second: EntityRecord): number {
  return first.entityId - second.entityId || first.recordId - second.recordId
}
