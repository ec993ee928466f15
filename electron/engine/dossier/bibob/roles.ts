import type { BibobRelation } from '#shared/contract/dossier.ts'
import { NOTHING, add, multiply, WHOLE, type Share } from '../../normalise/fraction.ts'
import { isPast, type Step } from '../../ownership/index.ts'

export type BibobRole = BibobRelation['roles'][number]

/**
 * What the end of a path is of the applicant (Wet Bibob art. 3 lid 4, Regeling Bibob-formulieren): leidinggevende where
 * every step leads, zeggenschaphebbende where a share or partnership lies on the way, vermogensverschaffer where every
 * step is capital. A vennoot leads and brings in capital. Nothing here says zakelijk samenwerkingsverband: that is for
 * a human to establish.
 */
export function rolesOf(path: readonly Step[]): BibobRole[] {
  const kinds = path.map((step) => step.kind)
  const last = kinds.at(-1)
  if (last === 'mortgagee') return ['financier']
  if (last === 'owner') return ['landlord']
  if (last === 'supervisor') return ['supervisor']
  if (last === 'proxy' || last === 'insolvency') return ['representative']
  const roles: BibobRole[] = []
  if (kinds.every((kind) => kind === 'director' || kind === 'partner')) roles.push('manager')
  if (kinds.some((kind) => kind === 'shareholder' || kind === 'partner')) roles.push('controller')
  if (kinds.every((kind) => kind === 'shareholder' || kind === 'partner')) roles.push('financier')
  return roles
}

/** Whether the path "is geweest": one of its steps has ended. */
export function isFormer(path: readonly Step[], today: string): boolean {
  return path.some((step) => isPast(step.end, today))
}

/** Whether a path says something about capital: all of it is shares or partnership. */
export function isCapital(path: readonly Step[]): boolean {
  return path.every((step) => step.kind === 'shareholder' || step.kind === 'partner')
}

/** The shares along a path multiplied; null when it is not all shares or one of them is not known. */
export function pathShare(path: readonly Step[]): Share | null {
  if (!isCapital(path)) return null
  let product: Share | null = WHOLE
  for (const step of path) product = product && step.share ? multiply(product, step.share) : null
  return product
}

/** The shares of the present capital paths added; null when there is none or one of them is not known. */
export function totalShare(paths: readonly (readonly Step[])[], today: string): Share | null {
  const present = paths.filter((path) => isCapital(path) && !isFormer(path, today))
  let sum: Share | null = present.length > 0 ? NOTHING : null
  for (const path of present) {
    const part = pathShare(path)
    sum = sum && part ? add(sum, part) : null
  }
  return sum
}
