import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'

/** Lies two levels above this file both in the source tree and in the bundle. */
const folder = join(import.meta.dirname, '..', '..', 'resources')

/** The path of a resource that is read in another way than as JSON. */
export function resourcePath(...parts: string[]): string {
  return join(folder, ...parts)
}

/** Reads and checks one JSON resource; a wrong one names its file and field and stops the engine. */
export function readResource<T extends z.ZodType>(schema: T, ...parts: string[]): z.output<T> {
  const result = schema.safeParse(JSON.parse(readFileSync(resourcePath(...parts), 'utf8')))
  if (result.success) return result.data
  const first = result.error.issues[0]
  throw new Error(`resources/${parts.join('/')}: ${first?.path.join('.')}: ${first?.message}`)
}

/** The JSON files of a resource folder, sorted by name. */
export function listResources(...parts: string[]): string[] {
  return readdirSync(resourcePath(...parts)).filter((name) => name.endsWith('.json')).sort()
}
