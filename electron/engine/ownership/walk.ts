import type { EntityKey } from '#shared/model/entity.ts'
import type { Step } from './steps.ts'

/** Deeper than this no chain of holdings in the trade register goes; a longer one is cut and said so. */
const MOST_STEPS = 12
const MOST_PATHS = 2_000

export interface Walk {
  /** every way from the start without passing an entity twice, each ending at its last step */
  paths: Step[][]
  /** pairs where a step led back to an entity already on the path */
  cycles: [EntityKey, EntityKey][]
  isCut: boolean
}

/**
 * Walks all simple paths from an entity, depth first in the order of the links.
 * @param next the steps from an entity; `depth` is 0 at the start
 */
export function walk(start: EntityKey, next: (key: EntityKey, depth: number) => Step[]): Walk {
  const found: Walk = { paths: [], cycles: [], isCut: false }
  visit(start, [], new Set([start]), next, found)
  return found
}

function visit(at: EntityKey, path: readonly Step[], onPath: ReadonlySet<EntityKey>, next: (key: EntityKey, depth: number) => Step[], found: Walk): void {
  for (const step of next(at, path.length)) {
    if (step.key !== null && onPath.has(step.key)) {
      found.cycles.push([at, step.key])
      continue
    }
    if (path.length >= MOST_STEPS || found.paths.length >= MOST_PATHS) {
      found.isCut = true
      return
    }
    const longer = [...path, step]
    found.paths.push(longer)
    if (step.key !== null) visit(step.key, longer, new Set([...onPath, step.key]), next, found)
  }
}
