import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { CallContext } from '../context.ts'
import { picturePng, pictureSvg, type PictureFrame } from '../export/index.ts'
import { connectEntities, expandNetwork, findPaths, layoutNetwork, listNeighbours, measureNetwork, previewExpansion } from '../graph/index.ts'
import { ownershipEnds } from '../ownership/index.ts'
import type { Handlers } from './types.ts'

export const networkHandlers: Handlers<
  'network.preview' | 'network.neighbours' | 'network.expand' | 'network.path' | 'network.connect' | 'network.measures' | 'ownership.ends' | 'network.layout' | 'network.picture'
> = {
  'network.preview': (context, { key, filter, shown }) => previewExpansion(context, key, filter, shown),
  'network.neighbours': (context, { key, filter, ...page }) => listNeighbours(context, key, filter, page),
  'network.expand': (context, question) => expandNetwork(context, question),
  'network.path': (context, question) => findPaths(context, question),
  'network.connect': (context, question) => connectEntities(context, question),
  'network.measures': (context, { keys, filter }) => measureNetwork(context, keys, filter),
  'ownership.ends': (context, { key, day }) => ownershipEnds(context, key, day ?? context.now.slice(0, 10)),
  'network.layout': (_context, { nodes, links }) => layoutNetwork(nodes, links),
  'network.picture': (context, { picture, title, format, target }) => {
    const frame = frameOf(context, title)
    const file = context.path(target)
    writeWhole(file, format === 'svg' ? pictureSvg(picture, frame) : picturePng(picture, frame))
    return { file: basename(file), logLine: context.logLine }
  },
}

function frameOf({ purpose, now, logLine }: CallContext, title: string): PictureFrame {
  const caseNumber = purpose.caseNumber === '' ? '' : `, zaak ${purpose.caseNumber}`
  return { title, date: now.slice(0, 10), purpose: `${purpose.label}${caseNumber}`, logLine }
}

/** Leaves the whole file or the one that was there before. */
function writeWhole(file: string, content: string | Uint8Array): void {
  const half = `${file}.deel`
  try {
    writeFileSync(half, content)
    renameSync(half, file)
  } catch (error) {
    rmSync(half, { force: true })
    throw error
  }
}
