import { basename } from 'node:path'
import { makeWholeFile } from '../../disk/wholeFile.ts'
import { readSuccession } from '../catalogue/index.ts'
import type { CallContext } from '../context.ts'
import { exportNetwork, frameOf, pictureHtml, picturePng, pictureSvg } from '../export/index.ts'
import { connectEntities, expandNetwork, findPaths, layoutNetwork, measureNetwork, openTo, placesOf, previewExpansion } from '../graph/index.ts'
import { ownershipEnds } from '../ownership/index.ts'
import { todayOf } from '../today.ts'
import type { Handlers } from './types.ts'

export const networkHandlers: Handlers<
  'network.preview' | 'network.expand' | 'network.path' | 'network.connect' | 'network.measures' | 'ownership.ends' | 'network.places' | 'network.layout' | 'network.refine' | 'network.picture' | 'network.export' | 'address.succession'
> = {
  'network.preview': (context, { key, filter, shown }) => previewExpansion(context, key, filter, shown),
  'network.expand': (context, question) => openTo(context.purpose, expandNetwork(context, question)),
  'network.path': (context, question) => findPaths(context, question),
  'network.connect': (context, question) => connectEntities(context, question),
  'network.measures': (context, { keys, filter }) => measureNetwork(context, keys, filter),
  'address.succession': (context, { key }) => readSuccession(context, key),
  'ownership.ends': (context, { key, day }) => ownershipEnds(context, key, day ?? todayOf(context)),
  'network.places': (context, { keys }) => placesOf(context, keys),
  'network.layout': (context, { nodes, links }) => layoutNetwork(nodes, links, { isDraft: true, checkCancelled: context.checkCancelled }),
  'network.refine': (context, { nodes, links }) => layoutNetwork(nodes, links, { isDraft: false, checkCancelled: context.checkCancelled }),
  'network.picture': async (context, { picture, title, format, confidentiality, target }) => {
    const frame = frameOf(context, title, confidentiality)
    const drawn = format === 'svg' ? pictureSvg(picture, frame) : format === 'png' ? picturePng(picture, frame) : await context.print(pictureHtml(picture, frame))
    return left(context, target, drawn)
  },
  'network.export': (context, { picture, title, confidentiality, target, ...order }) =>
    left(context, target, exportNetwork(picture, order, frameOf(context, title, confidentiality))),
}

/** Writes a file where the user chose and tells its name and the line of the log it left under. */
function left(context: CallContext, target: string, content: string | Uint8Array): { file: string; logLine: number } {
  const file = context.path(target)
  makeWholeFile(file, (put) => put(content))
  return { file: basename(file), logLine: context.logLine }
}
