import { deliveryKindName } from '#shared/text/deliveryKinds.ts'
import { listKinds } from '../engine/import/index.ts'
import { UsageError } from './io.ts'

/** The short names of the kinds of delivery, for the help. */
export function deliveryKindNames(): string[] {
  return listKinds().map(({ id }) => deliveryKindName(id))
}

/** The kind behind its short name, its label or its id. @throws UsageError with the kinds there are */
export function deliveryKindOf(word: string): string {
  const kinds = listKinds()
  const found = kinds.find(({ id, label }) => [id, label, deliveryKindName(id)].some((name) => name.toLowerCase() === word.trim().toLowerCase()))
  if (found) return found.id
  const width = Math.max(...deliveryKindNames().map(({ length }) => length))
  throw new UsageError(`De soort levering ‘${word}’ bestaat niet.`, ['Bij --soort kan:', ...kinds.map(({ id, label }) => `  ${deliveryKindName(id).padEnd(width)}  ${label}`)])
}
