import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { CallContext } from '../context.ts'
import { picturePng, pictureSvg, type PictureFrame } from '../export/index.ts'
import { countLinks, expandNetwork, findPath, layoutNetwork } from '../graph/index.ts'
import type { Handlers } from './types.ts'

export const networkHandlers: Handlers<'network.counts' | 'network.expand' | 'network.path' | 'network.layout' | 'network.picture'> = {
  'network.counts': (context, { key, filter }) => countLinks(context, key, filter),
  'network.expand': (context, question) => expandNetwork(context, question),
  'network.path': (context, { from, to, filter, exclude }) => findPath(context, from, to, filter, exclude),
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
