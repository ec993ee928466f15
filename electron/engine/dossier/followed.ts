import { NetworkPicture } from '#shared/model/network.ts'
import type { Reader } from '../store/database.ts'
import { withFollowedKeys } from '../store/entityFollowed.ts'

/** A stored picture with its entities as they are now: those that were joined since stand in it once, with the links of both. */
export function readPicture(reader: Reader, json: string): NetworkPicture {
  return joined(NetworkPicture.parse(JSON.parse(withFollowedKeys(reader, json))))
}

/** Entities that became one stand once, where the first of them stood; a link between them is gone. */
export function joined(picture: NetworkPicture): NetworkPicture {
  const nodes = new Map(picture.nodes.toReversed().map((node) => [node.key, node]))
  return { nodes: picture.nodes.filter((node) => nodes.get(node.key) === node), links: picture.links.filter(({ from, to }) => from !== to) }
}
