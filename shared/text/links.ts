import type { LinkKind } from '../model/entity.ts'
import { linkKindLabel, linkKindNoun } from './terms.ts'

/** What a link's own label adds to the words of its kind: ` (eigendom 1/2)`; nothing when it only repeats them. */
export function linkAddition({ kind, label }: { kind: LinkKind; label: string }): string {
  const own = label.trim().toLowerCase()
  const isRepeat = own === '' || linkKindNoun[kind].toLowerCase().startsWith(own) || linkKindLabel[kind].startsWith(own)
  return isRepeat ? '' : ` (${label})`
}

/** A link as the words between its ends, forwards: `eigenaar van (eigendom 1/2)`. */
export function linkWords(link: { kind: LinkKind; label: string }): string {
  return linkKindLabel[link.kind] + linkAddition(link)
}
