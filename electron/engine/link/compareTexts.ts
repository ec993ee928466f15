import { jaroWinkler, typingDistance } from './similarity.ts'

export const textLevels = ['gelijk', 'lijkt', 'enigszins', 'anders'] as const
export type TextLevel = (typeof textLevels)[number]
export const codeLevels = ['gelijk', 'schrijffout', 'anders'] as const
export type CodeLevel = (typeof codeLevels)[number]

const ALIKE = 0.92
const SOMEWHAT = 0.8

/** Two words or lines in one spelling; null when one is empty. */
export function compareTexts(left: string, right: string): TextLevel | null {
  if (left === '' || right === '') return null
  if (left === right) return 'gelijk'
  const likeness = jaroWinkler(left, right)
  if (likeness >= ALIKE || (left.length > 3 && right.length > 3 && typingDistance(left, right) <= 1)) return 'lijkt'
  return likeness >= SOMEWHAT ? 'enigszins' : 'anders'
}

/** Two numbers or codes; one digit or letter mistyped, dropped, added or swapped is a slip of the pen. */
export function compareCodes(left: string, right: string): CodeLevel | null {
  if (left === '' || right === '') return null
  if (left === right) return 'gelijk'
  return Math.abs(left.length - right.length) <= 1 && typingDistance(left, right) <= 1 ? 'schrijffout' : 'anders'
}
