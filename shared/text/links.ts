import type { LinkKind } from '../model/entity.ts'
import { linkKindLabel, linkKindNoun, linkKindReverse } from './terms.ts'

type Link = { kind: LinkKind; label: string }

/** Who is behind a company without legal personality is called by the office as registered: an eenmanszaak has an owner, no partner. */
const partnerOffices = ['eigenaar', 'mede-eigenaar', 'maat']

function partnerOffice({ kind, label }: Link): string | undefined {
  return kind === 'partner' ? partnerOffices.find((office) => label.trim().toLowerCase().split(',')[0] === office) : undefined
}

/** The words of one link from its beginning to its end: `bestuurder van`, and `eigenaar van` for an eenmanszaak. */
export function linkForward(link: Link): string {
  const office = partnerOffice(link)
  return office === undefined ? linkKindLabel[link.kind] : `${office} van`
}

/** The same from its end: `bestuurd door`, and `met als eigenaar`. */
export function linkBackward(link: Link): string {
  const office = partnerOffice(link)
  return office === undefined ? linkKindReverse[link.kind] : `met als ${office}`
}

/**
 * What a link's own label adds to the words of its kind: ` (eigendom 1/2)`, ` (zelfstandig bevoegd)` for a director who is
 * so; nothing when it only repeats them.
 */
export function linkAddition(link: Link): string {
  const { kind, label } = link
  const office = linkForward(link).split(' ')[0] ?? ''
  const own = label.trim().toLowerCase().startsWith(`${office}, `) ? label.trim().slice(office.length + 2) : label.trim()
  const isRepeat = own === '' || own.toLowerCase() === office || linkKindNoun[kind].toLowerCase().startsWith(own.toLowerCase())
  return isRepeat ? '' : ` (${own})`
}

/** A link as the words between its ends, forwards: `eigenaar van (eigendom 1/2)`. */
export function linkWords(link: Link): string {
  return linkForward(link) + linkAddition(link)
}
