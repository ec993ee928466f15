import type { Purpose } from '#shared/model/access.ts'
import type { Expansion } from './network.ts'

/**
 * What a purpose lets one see of entities that were asked for by their keys alone. A person to whom nothing in the answer leads was looked up by
 * number: where the purpose does not open persons he is left out.
 */
export function openTo({ compartments }: Purpose, found: Expansion): Expansion {
  if (compartments.includes('person')) return found
  const linked = new Set(found.links.flatMap(({ from, to }) => [from, to]))
  return { ...found, nodes: found.nodes.filter(({ key, kind }) => kind !== 'person' || linked.has(key)) }
}
