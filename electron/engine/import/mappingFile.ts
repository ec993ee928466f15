import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { makeWholeFile } from '../../disk/wholeFile.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { addSavedMapping, newestMapping, newestMappings } from '../store/savedMappings.ts'
import { headingShape, SavedColumn } from './mappingMemory.ts'
import { allowedColumns } from './mappingVersions.ts'

const FORMAT = 'signaleringstool-toewijzingen'
/** More than all headings of all departments together. */
const LARGEST_FILE = 20_000_000

const MappingFile = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  mappings: z.array(z.strictObject({ kind: z.string(), headerRow: z.number().int().min(1), columns: z.array(SavedColumn).min(1) })),
})

/** Writes the newest version of every remembered mapping to a file, for another vault. It holds headings and fields, no values and no names. */
export function exportMappings({ store }: Pick<CallContext, 'store'>, path: string): number {
  const mappings = newestMappings(store).map(({ kind, headerRow, columns }) => ({ kind, headerRow, columns: z.array(SavedColumn).parse(JSON.parse(columns)) }))
  const content: z.input<typeof MappingFile> = { format: FORMAT, version: 1, mappings }
  makeWholeFile(path, (put) => put(`${JSON.stringify(content, null, 2)}\n`))
  return mappings.length
}

/**
 * Takes remembered mappings over from a file: each becomes the newest version for its headings. Kinds and fields this application does
 * not know are left out, and so is a field for a heading that never may be read.
 * @returns how many were taken over
 * @throws ProblemError `mapping-file-unreadable`
 */
export async function importMappings({ store, actor, now }: Pick<CallContext, 'store' | 'actor' | 'now'>, path: string): Promise<number> {
  const { mappings } = parse(await readFile(path))
  return store.write((writer) => {
    let count = 0
    for (const { kind, headerRow, columns: given } of mappings) {
      const columns = allowedColumns(kind, given)
      if (columns === null) continue
      const shape = headingShape({ columns: given })
      const before = newestMapping(writer, shape)
      if (before?.kind === kind && before.columns === columns) continue
      addSavedMapping(writer, { shape, version: (before?.version ?? 0) + 1, kind, headerRow, columns, account: actor.account, name: actor.name, at: now })
      count += 1
    }
    return count
  })
}

function parse(bytes: Buffer): z.output<typeof MappingFile> {
  if (bytes.length > LARGEST_FILE) throw new ProblemError('mapping-file-unreadable')
  let content: unknown
  try {
    content = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new ProblemError('mapping-file-unreadable')
  }
  const result = MappingFile.safeParse(content)
  if (!result.success) throw new ProblemError('mapping-file-unreadable')
  return result.data
}
