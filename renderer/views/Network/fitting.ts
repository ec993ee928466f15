import type { Drawing } from './drawing.ts'
import { planGroups, withGroups, type GroupBasis, type GroupPlan } from './groups.ts'
import { visibleOf } from './visible.ts'

/** Most nodes and lines drawn one by one; beyond it a picture says nothing and a hand cannot move it. */
export const MOST_NODES = 2000
export const MOST_LINES = 8000

/** what says least by itself goes first */
const order: readonly GroupBasis[] = ['leaves', 'address', 'family', 'holding']

/** The groups that bring a drawing back to what can be shown, and whether they are enough; none when it fits as it is. */
export function groupsThatFit(drawing: Drawing): { plans: GroupPlan[]; isEnough: boolean } {
  const plans: GroupPlan[] = []
  let grouped = drawing
  for (const basis of order) {
    if (fits(grouped)) break
    const more = planGroups(visibleOf(grouped), basis)
    plans.push(...more)
    grouped = withGroups(grouped, more)
  }
  return { plans, isEnough: fits(grouped) }
}

function fits(drawing: Drawing): boolean {
  const { nodes, groups, links, groupLines } = visibleOf(drawing)
  return nodes.length + groups.length <= MOST_NODES && links.length + groupLines.length <= MOST_LINES
}
