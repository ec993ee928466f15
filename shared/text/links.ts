import type { LinkKind } from '../model/entity.ts'
import { linkKindLabel, linkKindNoun } from './terms.ts'

/**
 * What a link's own label adds to the words of its kind: ` (eigendom 1/2)`, ` (zelfstandig bevoegd)` for a director who is
 * so; nothing when it only repeats them.
 */
export function linkAddition({ kind, label }: { kind: LinkKind; label: string }): string {
  const office = linkKindLabel[kind].split(' ')[0] ?? ''
  const own = label.trim().toLowerCase().startsWith(`${office}, `) ? label.trim().slice(office.length + 2) : label.trim()
  const isRepeat = own === '' || own.toLowerCase() === office || linkKindNoun[kind].toLowerCase().startsWith(own.toLowerCase())
  return isRepeat ? '' : ` (${own})`
}

/** A link as the words between its ends, forwards: `eigenaar van (eigendom 1/2)`. */
export function linkWords(link: { kind: LinkKind; label: string }): string {
  return linkKindLabel[link.kind] + linkAddition(link)
}
