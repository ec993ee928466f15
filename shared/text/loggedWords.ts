import { AuditAction, type AuditEvent } from '../model/audit.ts'
import { EntityKind } from '../model/entity.ts'
import { ScoreLevel } from '../model/score.ts'
import { auditActionLabel, entityKindLabel, scoreLevelLabel } from './terms.ts'

const key = new RegExp(`\\b(${EntityKind.options.join('|')}):(\\d+)`, 'g')
const level = new RegExp(`\\b(?:${ScoreLevel.options.join('|')})\\b`)

/** What a line of the log is about, as people read it: keys become `adres 0034200000123456`, levels of a score `SBI-afdeling`, what was denied its name. */
export function loggedWords({ action, object }: Pick<AuditEvent, 'action' | 'object'>): string {
  return (action === 'access-denied' ? deniedWords(object) : object)
    .replace(key, (_key, kind, number) => `${entityKindLabel[EntityKind.parse(kind)]} ${number}`)
    .replace(level, (name) => scoreLevelLabel[ScoreLevel.parse(name)])
}

/** Of a denied call the action stands first, and then what it was about. */
function deniedWords(object: string): string {
  const [first = '', ...about] = object.split(' ')
  const denied = AuditAction.safeParse(first)
  return denied.success ? [auditActionLabel[denied.data], about.join(' ')].filter((part) => part !== '').join(': ') : object
}
