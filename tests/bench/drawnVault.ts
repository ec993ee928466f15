import { userInfo } from 'node:os'
import type { Actor } from '#shared/model/access.ts'
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

/** as many nodes hang on one company, so that everything is reached in four steps */
const BRANCHES = 12

function namesOf(size: number): string[] {
  return aNetwork(size).nodes.map(({ kind }, index) => `${index === 0 ? 'c' : (kind[0] ?? 'c')}${index + 1}`)
}

/** The numbers of the companies in such a vault; the first is the root of its tree. */
export function companiesOf(nodes: number): number[] {
  return namesOf(nodes).flatMap((name) => (name.startsWith('c') ? [Number(name.slice(1))] : []))
}

/** A tree of companies with everything hanging on them, filled up with links between companies. */
function networkOf(size: number, wanted: number): { names: string[]; given: GivenLink[] } {
  const names = namesOf(size)
  const companies = names.filter((name) => name.startsWith('c'))
  const random = makeRandom(`netwerk ${size} ${wanted}`)
  const tree = names.slice(1).map((name, index) => tie(name, companies[Math.floor(index / BRANCHES)] ?? 'c1'))
  const between = Array.from({ length: Math.max(0, wanted - tree.length) }, () => tie(random.pick(companies), random.pick(companies)))
  return { names, given: [...tree, ...between] }
}

/** A company to its address, a person or company to the company it leads. */
function tie(name: string, company: string): GivenLink {
  if (name.startsWith('a')) return { from: company, to: name, kind: 'established-at', label: 'gevestigd', start: '2019' }
  return { from: name, to: company, kind: 'director', label: 'bestuurder', start: '2021' }
}
