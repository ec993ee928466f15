import { userInfo } from 'node:os'
import type { Actor } from '#shared/model/access.ts'
import { LinkKind } from '#shared/model/entity.ts'
import { closeVault, createVault } from '../../electron/engine/store/vault.ts'
import { makeRandom } from '../../electron/engine/demo/world/random.ts'
import { fillNetwork, type GivenLink } from '../fixtures/network.ts'
import { aNetwork } from '../fixtures/picture.ts'
import { PASSPHRASE, workshop } from './workshop.ts'

// the window knows its user by the account on this computer
const actor: Actor = { account: userInfo().username, name: 'Meetbank', roles: ['analyst', 'director', 'admin'] }

/** A vault that holds one connected network of exactly so many nodes and links, the same at every run. @returns its file */
export async function drawnVault(nodes: number, links: number): Promise<string> {
  const file = workshop(`netwerk-${nodes}-${links}.kluis`)
  const vault = await createVault(file, PASSPHRASE, actor, new Date(0).toISOString())
  const { names, given } = networkOf(nodes, links)
  fillNetwork(vault.store, names, given)
  closeVault(vault)
  return file
}

/** A town of parts, tied together by a chain and filled up with links between any two. */
function networkOf(size: number, wanted: number): { names: string[]; given: GivenLink[] } {
  const town = aNetwork(size)
  const names = town.nodes.map(({ kind }, index) => `${kind[0] ?? 'c'}${index + 1}`)
  const nameOf = new Map(town.nodes.map(({ key }, index) => [key, names[index] ?? 'c1']))
  const given = town.links.map(({ from, to, kind, label, start, end }): GivenLink => ({
    from: nameOf.get(from) ?? 'c1', to: nameOf.get(to) ?? 'c1', kind, label, ...(start === null ? {} : { start }), ...(end === null ? {} : { end }),
  }))
  const companies = names.filter((name) => name.startsWith('c'))
  // every node is reached from its neighbour in the list, so that nothing stands apart
  const random = makeRandom(`netwerk ${size} ${wanted}`)
  const pick = (): string => companies[Math.floor(random.next() * companies.length)] ?? 'c1'
  const chain = names.slice(1).map((to, index): GivenLink => tie(names[index] ?? 'c1', to, pick))
  const all = [...chain, ...given.slice(0, Math.max(0, wanted - chain.length))]
  while (all.length < wanted) all.push(tie(pick(), pick(), pick))
  return { names, given: all.slice(0, wanted) }
}

/** A link between two nodes that may be linked; two addresses or two persons meet in a company instead. */
function tie(one: string, other: string, pick: () => string): GivenLink {
  const [from, to] = one.startsWith('a') || other.startsWith('p') ? [other, one] : [one, other]
  if (from.startsWith('a')) return { from: pick(), to, kind: LinkKind.enum['established-at'], label: 'gevestigd' }
  if (to.startsWith('p')) return { from, to: pick(), kind: LinkKind.enum.director, label: 'bestuurder' }
  if (to.startsWith('a')) return { from, to, kind: from.startsWith('p') ? LinkKind.enum['lives-at'] : LinkKind.enum['established-at'], label: 'gevestigd' }
  return { from, to, kind: LinkKind.enum.director, label: 'bestuurder', start: '2021' }
}
