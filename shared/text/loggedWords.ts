import { EntityKind } from '../model/entity.ts'
import { ScoreLevel } from '../model/score.ts'
import { entityKindLabel, scoreLevelLabel } from './terms.ts'

const key = new RegExp(`\\b(${EntityKind.options.join('|')}):(\\d+)`, 'g')
const level = new RegExp(`\\b(?:${ScoreLevel.options.join('|')})\\b`)

/** The object of a log line as people read it: keys become `adres 0034200000123456`, levels of a score `SBI-afdeling`. */
export function loggedWords(object: string): string {
  return object
    .replace(key, (_key, kind, number) => `${entityKindLabel[EntityKind.parse(kind)]} ${number}`)
    .replace(level, (name) => scoreLevelLabel[ScoreLevel.parse(name)])
}
