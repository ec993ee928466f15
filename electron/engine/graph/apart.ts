import type { Body, Line } from './layoutShapes.ts'

const GAP = { x: 14, y: 10 }
/** free units before and behind the words on a line, and half of their height */
const WORDS = { ends: 10, half: 9 }
/** rounds that also make room for words; rounds in which what is on the table gives way little; and rounds in which it must */
export const ROUNDS = { words: 30, careful: 60, all: 160 }
/** how little a body that was on the table already gives way, compared with one that was not */
const PLACED_WEIGHT = 6

/**
 * Moves bodies apart until none covers another, label included, and lines have room for their words: each pair along
 * the axis where the least is needed. Pinned bodies stay. Bodies are sorted from left to right in every round, so that
 * few pairs are compared.
 */
export function moveApart(bodies: readonly Body[], lines: readonly Line[], { apart, checkCancelled }: { apart: number; checkCancelled: () => void }): void {
  const sorted = [...bodies]
  for (let round = 0; round < apart; round++) {
    checkCancelled()
    const weight = round < ROUNDS.careful ? PLACED_WEIGHT : 1
    if (round < ROUNDS.words) for (const line of lines) makeRoom(line, weight)
    sorted.sort((first, second) => first.x - first.half - (second.x - second.half) || first.index - second.index)
    const moved = sorted.reduce((sum, body, place) => sum + clearBeside(sorted, body, place, weight), 0)
    if (moved === 0) return
  }
}

/** Moves a body apart from those to its right that it covers; returns how many those were. */
function clearBeside(sorted: readonly Body[], first: Body, place: number, weight: number): number {
  let moved = 0
  for (let there = place + 1; there < sorted.length; there++) {
    const second = sorted[there]
    if (!second || second.x - second.half > first.x + first.half + GAP.x) break
    if (separate(first, second, weight)) moved++
  }
  return moved
}

function separate(first: Body, second: Body, weight: number): boolean {
  const dx = second.x - first.x
  const overlapX = first.half + second.half + GAP.x - Math.abs(dx)
  const isSecondLower = second.y > first.y || (second.y === first.y && second.index > first.index)
  const [upper, lower] = isSecondLower ? [first, second] : [second, first]
  const overlapY = upper.y + upper.below + GAP.y - (lower.y - lower.above)
  if (overlapX <= 0.01 || overlapY <= 0.01) return false
  return overlapX < overlapY ? push('x', first, second, overlapX, weight) : push('y', first, second, overlapY, weight)
}

/**
 * Draws the ends of a line apart when its words would run over them. The words stand in the middle: beside the shapes
 * of a level line, beside the label of the upper end on a sloping one, and clear of everything on a steep one.
 */
function makeRoom({ from, to, room }: Line, weight: number): void {
  if (room === 0) return
  const [upper, lower] = from.y <= to.y ? [from, to] : [to, from]
  const [dx, dy] = [Math.abs(to.x - from.x), lower.y - upper.y]
  const isBesideLabel = dy / 2 + WORDS.half > upper.above
  const needX = room + 2 * WORDS.ends + lower.above + (isBesideLabel ? upper.half : upper.above) - dx
  const needY = 2 * (upper.below + WORDS.half) - dy
  if (needX <= 0 || needY <= 0) return
  if (needX < needY) push('x', from, to, needX, weight)
  else push('y', from, to, needY, weight)
}

/** Adds `distance` between two bodies along one axis, the heavier one moving less. */
function push(axis: 'x' | 'y', first: Body, second: Body, distance: number, weight: number): boolean {
  const [firstShare, secondShare] = shares(first, second, weight)
  const sign = second[axis] > first[axis] || (second[axis] === first[axis] && second.index > first.index) ? 1 : -1
  first[axis] -= sign * distance * firstShare
  second[axis] += sign * distance * secondShare
  return firstShare + secondShare > 0
}

/** How much of a distance each of two bodies takes; both 0 when neither may move. */
function shares(first: Body, second: Body, weight: number): [number, number] {
  const [one, other] = [willingness(first, weight), willingness(second, weight)]
  const sum = one + other
  return sum === 0 ? [0, 0] : [one / sum, other / sum]
}

function willingness(body: Body, weight: number): number {
  if (body.isPinned) return 0
  return (body.isPlaced ? 1 / weight : 1) / Math.max(1, body.lines)
}
