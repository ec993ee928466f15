import type { Body, Line } from './layoutShapes.ts'

const GAP = { x: 14, y: 10 }
/** free units before and behind the words on a line, and half of their height */
const WORDS = { ends: 10, half: 9 }
const ROUNDS = 60
/** how little a body that was on the table already gives way, compared with one that was not */
const PLACED_WEIGHT = 6

/**
 * Moves bodies apart until none covers another, label included, and lines have room for their words: each pair along
 * the axis where the least is needed. Pinned bodies stay. Bodies are sorted from left to right in every round, so that
 * few pairs are compared.
 */
export function moveApart(bodies: readonly Body[], lines: readonly Line[]): void {
  const sorted = [...bodies]
  for (let round = 0; round < ROUNDS; round++) {
    if (round < ROUNDS / 2) lines.forEach(makeRoom)
    sorted.sort((first, second) => first.x - first.half - (second.x - second.half) || first.index - second.index)
    const moved = sorted.reduce((sum, body, place) => sum + clearBeside(sorted, body, place), 0)
    if (moved === 0) return
  }
}

/** Moves a body apart from those to its right that it covers; returns how many those were. */
function clearBeside(sorted: readonly Body[], first: Body, place: number): number {
  let moved = 0
  for (let there = place + 1; there < sorted.length; there++) {
    const second = sorted[there]
    if (!second || second.x - second.half > first.x + first.half + GAP.x) break
    if (separate(first, second)) moved++
  }
  return moved
}

function separate(first: Body, second: Body): boolean {
  const dx = second.x - first.x
  const overlapX = first.half + second.half + GAP.x - Math.abs(dx)
  const isSecondLower = second.y > first.y || (second.y === first.y && second.index > first.index)
  const [upper, lower] = isSecondLower ? [first, second] : [second, first]
  const overlapY = upper.y + upper.below + GAP.y - (lower.y - lower.above)
  if (overlapX <= 0.01 || overlapY <= 0.01) return false
  return overlapX < overlapY ? push('x', first, second, overlapX) : push('y', first, second, overlapY)
}

/**
 * Draws the ends of a line apart when its words would run over them. The words stand in the middle: beside the shapes
 * of a level line, beside the label of the upper end on a sloping one, and clear of everything on a steep one.
 */
function makeRoom({ from, to, room }: Line): void {
  if (room === 0) return
  const [upper, lower] = from.y <= to.y ? [from, to] : [to, from]
  const [dx, dy] = [Math.abs(to.x - from.x), lower.y - upper.y]
  const isBesideLabel = dy / 2 + WORDS.half > upper.above
  const needX = room + 2 * WORDS.ends + lower.above + (isBesideLabel ? upper.half : upper.above) - dx
  const needY = 2 * (upper.below + WORDS.half) - dy
  if (needX <= 0 || needY <= 0) return
  if (needX < needY) push('x', from, to, needX)
  else push('y', from, to, needY)
}

/** Adds `distance` between two bodies along one axis, the heavier one moving less. */
function push(axis: 'x' | 'y', first: Body, second: Body, distance: number): boolean {
  const [firstShare, secondShare] = shares(first, second)
  const sign = second[axis] > first[axis] || (second[axis] === first[axis] && second.index > first.index) ? 1 : -1
  first[axis] -= sign * distance * firstShare
  second[axis] += sign * distance * secondShare
  return firstShare + secondShare > 0
}

/** How much of a distance each of two bodies takes; both 0 when neither may move. */
function shares(first: Body, second: Body): [number, number] {
  const [one, other] = [willingness(first), willingness(second)]
  const sum = one + other
  return sum === 0 ? [0, 0] : [one / sum, other / sum]
}

function willingness(body: Body): number {
  if (body.isPinned) return 0
  return (body.isPlaced ? 1 / PLACED_WEIGHT : 1) / Math.max(1, body.lines)
}
