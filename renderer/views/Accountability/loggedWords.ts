import { EntityKind } from '#shared/model/entity.ts'
import { entityKindLabel } from '#shared/text/terms.ts'

const key = new RegExp(`\\b(${EntityKind.options.join('|')}):(\\d+)`, 'g')

/** The object of a log line as people read it: keys become `adres 0034200000123456`. */
export function loggedWords(object: string): string {
  return object.replace(key, (_key, kind, number) => `${entityKindLabel[EntityKind.parse(kind)]} ${number}`)
}
