import { z } from 'zod'
import { readResource } from './resources.ts'

const Labels = z.array(z.object({ id: z.string(), label: z.string() }))
let known: ReadonlyMap<string, string> | null = null

/** A purpose in the words of the list; its id when it is not on it any more. */
export function purposeLabel(id: string): string {
  known ??= new Map(readResource(Labels, 'purposes.json').map((one) => [one.id, one.label]))
  return known.get(id) ?? id
}
