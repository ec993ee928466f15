import { z } from 'zod'
import { readResource } from '../resources.ts'

const Grounds = z.array(z.object({ id: z.string(), ground: z.string() }))
let known: Map<string, string> | null = null

/** The legal ground of a purpose by its id; '' when the purpose is not in use any more. */
export function groundOf(purpose: string): string {
  known ??= new Map(readResource(Grounds, 'purposes.json').map(({ id, ground }) => [id, ground]))
  return known.get(purpose) ?? ''
}

const OpenSources = z.object({ kinds: z.array(z.string()) })
let open: readonly string[] | null = null

/** The kinds of delivery that hold a public register. */
export function openKinds(): readonly string[] {
  open ??= readResource(OpenSources, 'network', 'open-sources.json').kinds
  return open
}
