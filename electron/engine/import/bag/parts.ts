import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { extractLimits, type Archive } from '../archive.ts'
import { ProblemError } from '../../problem.ts'

/** The files of an extract that matter, in the order they must be read: names and objects before the addresses that use them. */
export type PartType = 'WPL' | 'OPR' | 'PND' | 'VBO' | 'LIG' | 'STA' | 'NUM'
export const partOrder: readonly PartType[] = ['WPL', 'OPR', 'VBO', 'LIG', 'STA', 'PND', 'NUM']

/** One XML file of an extract, wherever it lies. */
export interface BagPart {
  type: PartType
  open(): Promise<Readable>
}

/** `0221NUM15092020-000001.xml`, `9999VBO15092020.zip`; inactive objects, non-BAG ones and investigations (`0221IANUM…`) do not fit. */
const PART = /(?:^|\/)\d{4}(WPL|OPR|PND|VBO|LIG|STA|NUM)\d{8}(?:-\d+)?\.(xml|zip)$/i
const INNER_PART = /(?:^|\/)\d{4}(?:GEM)?\d{8}\.zip$/i
const DEEPEST = 3

/** Whether the names in an archive are those of a BAG extract. */
export function isExtract(archive: Archive): boolean {
  return archive.names.some((name) => PART.test(name) || INNER_PART.test(name))
}

/** The XML parts of an extract, also in zips within the zip; `close` lets go of those. */
export async function findParts(archive: Archive): Promise<{ parts: BagPart[]; close(): void }> {
  const opened: Archive[] = []
  const parts = await collect(archive, opened, 0)
  const sorted = partOrder.flatMap((type) => parts.filter((part) => part.type === type))
  return { parts: sorted, close: () => opened.forEach((inner) => inner.close()) }
}

async function collect(archive: Archive, opened: Archive[], depth: number): Promise<BagPart[]> {
  const parts: BagPart[] = []
  if (depth > DEEPEST || opened.length > extractLimits.entries) throw new ProblemError('file-hostile')
  for (const name of archive.names) {
    const found = PART.exec(name)
    const type = partOrder.find((one) => one === found?.[1]?.toUpperCase())
    if (type !== undefined && name.toLowerCase().endsWith('.xml')) parts.push({ type, open: () => archive.stream(name) })
    else if (type !== undefined || INNER_PART.test(name)) {
      const inner = await archive.inner(name)
      opened.push(inner)
      parts.push(...(await collect(inner, opened, depth + 1)))
    }
  }
  return parts
}

/** A single XML file as the only part, its type taken from its name or else from the type it declares. */
export function singlePart(path: string, head: string): BagPart {
  const declared = /<(?:\w+:)?objectType>(WPL|OPR|PND|VBO|LIG|STA|NUM)</.exec(head)?.[1] ?? PART.exec(path)?.[1]?.toUpperCase()
  const type = partOrder.find((one) => one === declared)
  if (type === undefined) throw new ProblemError('file-format-unsupported', { format: 'XML' })
  return { type, open: async () => createReadStream(path, { highWaterMark: 262_144 }) }
}
