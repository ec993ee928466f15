import type { CaseFile, CaseSubject } from '#shared/contract/dossier.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import type { NetworkLink, NetworkPicture } from '#shared/model/network.ts'
import { enumerated, formatDate, formatPeriod } from '#shared/text/format.ts'
import { linkAddition, linkBackward, linkForward } from '#shared/text/links.ts'

const kindOrder = ['address', 'company', 'person']

/** More names than this behind one role are counted; the table of relations holds them all. */
const NAMES_SHOWN = 6

/**
 * The nodes of a picture as subjects of a case, each with what it is in the picture; addresses first, then by name.
 * @param names facts read afresh, such as the birth date a partner needs to know who is meant; the picture's own where there are none
 */
export function subjectsOf(picture: NetworkPicture, names: ReadonlyMap<EntityKey, { detail: string }>): CaseSubject[] {
  const labels = labelsOf(picture)
  const roles = new Map<EntityKey, Map<string, string[]>>(picture.nodes.map(({ key }) => [key, new Map()]))
  const put = (key: EntityKey, words: string, other: string): void => {
    const known = roles.get(key)
    const named = known?.get(words) ?? []
    if (!named.includes(other)) known?.set(words, [...named, other])
  }
  for (const link of picture.links) {
    put(link.from, linkForward(link), `${labels.get(link.to) ?? ''}${ended(link)}`)
    put(link.to, linkBackward(link), `${labels.get(link.from) ?? ''}${ended(link)}`)
  }
  return picture.nodes
    .map(({ key, kind, label, detail }) => ({ key, kind, label, detail: names.get(key)?.detail ?? detail, roles: rolesIn(roles.get(key) ?? new Map()) }))
    .sort((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || a.label.localeCompare(b.label, 'nl') || (a.key < b.key ? -1 : 1))
}

/** `vestigingsadres van A, B en nog 8` */
function rolesIn(roles: ReadonlyMap<string, readonly string[]>): string[] {
  return [...roles].map(([words, others]) => {
    const rest = others.length - NAMES_SHOWN
    const shown = rest > 1 ? [...others.slice(0, NAMES_SHOWN), `nog ${rest}`] : others
    return `${words} ${enumerated(shown)}`
  })
}

function labelsOf(picture: NetworkPicture): Map<EntityKey, string> {
  return new Map(picture.nodes.map(({ key, label }) => [key, label]))
}

function ended(link: NetworkLink): string {
  return link.end === null ? '' : ` (tot ${formatDate(link.end)})`
}

/** What the confirmed links of a picture amount to, as sentences that a human may take over as facts. Those already taken over are left out. */
export function suggestedFacts(picture: NetworkPicture, stated: ReadonlySet<string>): CaseFile['suggestions'] {
  const labels = labelsOf(picture)
  return picture.links
    .filter((link) => link.strength === 'confirmed')
    .map((link) => ({ text: sentence(link, labels), source: link.source }))
    .filter(({ text }) => !stated.has(text))
}

/** `Polderglas B.V. is eigenaar van Markerkant 12 (eigendom 1/2), 01-02-2020 – heden.` */
function sentence(link: NetworkLink, labels: ReadonlyMap<EntityKey, string>): string {
  const verb = link.end === null ? 'is' : 'was'
  const period = link.start === null && link.end === null ? '' : `, ${formatPeriod(link.start, link.end)}`
  return `${labels.get(link.from) ?? ''} ${verb} ${linkForward(link)} ${labels.get(link.to) ?? ''}${linkAddition(link)}${period}.`
}
